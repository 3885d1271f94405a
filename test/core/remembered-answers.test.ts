import { describe, expect, it } from 'vitest';
import { WATCHED_TABLES } from '../../migrations/2026-12-11-standing-revisions.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { commands } from '../../src/commands/index.ts';
import { RememberedAnswers } from '../../src/core/remembered-answers.ts';
import { day } from '../../src/domain/calendar.ts';
import { catalogue } from '../support/catalogue.ts';
import { addCertification, cardOf, logCredits, silent, type Talk, talk, textOf } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { workspaceOf } from '../support/records.ts';
import { statementsOf } from '../support/statements.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();

/** A member with a certification and a record, who has looked at their pace. */
async function member(user = 'ana', tenant = newTenant()): Promise<Talk> {
  const person = talk({ store: world.store, tenant, user });
  await addCertification(person, 'cissp');
  await logCredits(person, '2026-02-01', { cissp: '2' });
  await person.say('pace');
  return person;
}

/** Returns how many statements a look at the pace takes. */
async function lookOf(person: Talk): Promise<number> {
  return (await statementsOf(world.store, () => person.say('pace'))).length;
}

const ALL = '__all';

/** What changes rows of each table, each time in a way that its triggers must notice. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  person: [`update person set name = 'Other' where ${ALL}`],
  identity: [`update identity set address = 'D9' where ${ALL}`],
  preference: [
    `insert into preference (workspace_id, person_id) select workspace_id, person_id from person where ${ALL} on conflict do nothing`,
    `update preference set iso_dates = not iso_dates where ${ALL}`,
    `delete from preference where ${ALL}`,
  ],
  holding: [`update holding set number = '17' where ${ALL}`],
  cycle: [`update cycle set ends = ends + 1 where ${ALL}`],
  opening_balance: [
    `insert into opening_balance (workspace_id, holding_id, cycle_id, stated_for, parts, created_at)
       select workspace_id, holding_id, cycle_id, '2026-01-01', '[{"category":"group-a","credits":100}]', now() from cycle where ${ALL}`,
    `update opening_balance set stated_for = '2026-01-02' where ${ALL}`,
    `delete from opening_balance where ${ALL}`,
  ],
  activity: [
    `update activity set deleted_at = now() where ${ALL}`,
    `update activity set deleted_at = null where ${ALL}`,
  ],
  allocation: [`update allocation set over_claim_reason = 'x' where ${ALL}`],
  allocation_part: [
    `update allocation_part set credits = credits + 100 where ${ALL}`,
    `delete from allocation_part where ${ALL}`,
  ],
  record_import: [
    `insert into record_import (workspace_id, import_id, person_id, active_at)
       select workspace_id, gen_random_uuid(), person_id, now() from person where ${ALL}`,
    `update record_import set published_seq = 1 where ${ALL}`,
    `delete from record_import where ${ALL}`,
  ],
  custom_rule: [
    `insert into custom_rule (workspace_id, code, content, edited_by, edited_at)
       select workspace_id, 'own', '{}', person_id, now() from person where ${ALL}`,
    `delete from custom_rule where ${ALL}`,
  ],
  workspace: [`update workspace set tolerance = 9 where ${ALL}`],
};

async function changed(person: Talk, statement: string): Promise<void> {
  const workspaceId = await workspaceOf(person, world.store);
  await world.store.orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('app.workspace', ?, true)`, [workspaceId]);
    await em.execute(statement.replaceAll(ALL, `workspace_id = '${workspaceId}'`));
  });
}

describe('an answer from the standing', () => {
  it('takes one statement the second time, and is the same', async () => {
    const ana = await member();
    const first = await ana.say('why cissp');

    const sent = await statementsOf(world.store, async () => expect(await ana.say('why cissp')).toEqual(first));

    expect(sent).toHaveLength(1);
  });

  it.each(WATCHED_TABLES)('is computed anew after each change of %s', async (table) => {
    const ana = await member();
    for (const statement of CHANGES[table] ?? ['nothing changes this table']) {
      expect(await lookOf(ana)).toBe(1);

      await changed(ana, statement);

      expect(await lookOf(ana), statement).toBeGreaterThan(1);
    }
  });

  it('holds while nudges are decided about, and while others log', async () => {
    const ana = await member();
    const bo = await member('bo', ana.options.tenant);
    await changed(ana, CHANGES.preference?.[0] ?? '');
    await ana.say('pace');

    await changed(ana, `update preference set decided_on = '2026-11-24' where ${ALL}`);
    await logCredits(bo, '2026-03-01', { cissp: '1' });

    expect(await lookOf(ana)).toBe(1);
  });

  it('is of the day in the person’s time zone', async () => {
    const ana = await member();
    let now = new Date('2026-11-23T10:50:00Z');
    const core = patientCore({ store: world.store, catalogue, clock: { now: () => now }, log: silent });
    const from = { platform: 'slack', tenant: ana.options.tenant, user: 'ana' } as const;
    const place = { platform: 'slack', tenant: from.tenant, address: 'C1' } as const;
    const profile = { name: 'ana', zone: 'Pacific/Auckland', locale: 'en-GB' };
    const look = () => core.dispatch({ command: 'pace', args: {}, from, place, profile });
    await look();
    const evening = await look();

    now = new Date('2026-11-23T11:10:00Z');

    expect(textOf(await look())).not.toBe(textOf(evening));
  });

  it('is of one person', async () => {
    const ana = await member();
    const bo = await member('bo', ana.options.tenant);
    await logCredits(bo, '2026-03-01', { cissp: '30' });

    expect(textOf(await bo.say('pace'))).not.toBe(textOf(await ana.say('pace')));
    expect(textOf(await bo.say('pace'))).not.toBe(textOf(await ana.say('pace')));
  });

  it('carries the id of its own interaction', async () => {
    const ana = await member();

    const replies = [await ana.say('pace', 'one'), await ana.say('pace', 'two')];

    const [one, two] = replies.map((reply) => cardOf(reply).actions?.[0]?.answer);
    expect(one).toBeDefined();
    expect(one).not.toBe(two);
  });

  it('comes from watched tables alone', async () => {
    const ana = await member();
    const lasting = commands.filter(({ dependsOn }) => dependsOn === 'standing').map(({ name }) => name);
    const [opened] = await world.store.orm.em
      .fork()
      .execute<{ text: string }[]>(`select prosrc as text from pg_proc where proname = 'sender_context'`);

    const sent = await statementsOf(world.store, async () => {
      for (const name of lasting) await ana.say(`${name} cissp`);
    });

    const texts = [opened?.text ?? '', ...sent].join(' ').toLowerCase();
    const read = new Set([...texts.matchAll(/\b(?:from|join) "?(\w+)"?/gu)].map(([, table]) => table));
    expect(read).toContain('allocation_part');
    // The tenancy is read by each look, too.
    const others = [...read].filter((table) => !WATCHED_TABLES.includes(table ?? ''));
    expect(others.sort()).toEqual(['installation', 'linked_identity', 'standing_revision']);
  });
});

describe('the memory for answers', () => {
  const from = { platform: 'slack', tenant: 'T', user: 'ana' } as const;
  const about = (text: string): Interaction => ({
    ...{ command: 'pace', args: { text }, from },
    place: { platform: 'slack', tenant: 'T', address: 'C1' },
  });
  const revision = { workspaceId: 'w', personId: 'p', revision: 'r' };
  const answer = (title: string) => ({
    ...revision,
    command: 'pace',
    reply: { kind: 'card', to: 'sender', card: { title, blocks: [] } } as const,
    ...{ today: day('2026-11-23'), zone: 'UTC', language: 'en' as const },
  });
  const now = new Date('2026-11-23T12:00:00Z');
  const titleOf = async (memory: RememberedAnswers, text: string) =>
    (await memory.find(about(text), now))?.reply.card.title;

  it('forgets the answer that was given least recently when it is full', async () => {
    const memory = new RememberedAnswers({ revisionOf: async () => revision }, 4000);
    memory.remember(about('one'), answer('One'));
    memory.remember(about('two'), answer('Two'));
    await titleOf(memory, 'one');

    memory.remember(about('three'), answer('Three'));

    expect(await titleOf(memory, 'one')).toBe('One');
    expect(await titleOf(memory, 'two')).toBeUndefined();
    expect(await titleOf(memory, 'three')).toBe('Three');
  });

  it.each([
    ['another workspace', { ...revision, workspaceId: 'x' }],
    ['another person', { ...revision, personId: 'x' }],
    ['another revision', { ...revision, revision: 'x' }],
    ['nobody', undefined],
  ])('gives none if the sender is %s by now', async (_whom, current) => {
    const memory = new RememberedAnswers({ revisionOf: async () => current });
    memory.remember(about(''), answer('One'));

    expect(await titleOf(memory, '')).toBeUndefined();
  });

  it('gives none to a form, or to the same words from another place', async () => {
    const memory = new RememberedAnswers({ revisionOf: async () => revision });
    memory.remember(about(''), answer('One'));

    expect(await memory.find({ ...about(''), answers: {} }, now)).toBeUndefined();
    expect(await memory.find({ ...about(''), from: { ...from, user: 'bo' } }, now)).toBeUndefined();
    expect(await memory.find({ ...about(''), direct: { ...about('').place, address: 'D' } }, now)).toBeUndefined();
  });
});
