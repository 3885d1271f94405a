import { randomUUID } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { APP_ROLE } from '../../src/store/app-role.ts';
import { AuditLog } from '../../src/store/audit-log.ts';
import { CustomRule } from '../../src/store/certifications/rule-entities.ts';
import {
  Activity,
  Cycle,
  entities,
  Holding,
  IdempotencyKey,
  Person,
  StatedBalance,
  Workspace,
} from '../../src/store/entities.ts';
import { sha256Of } from '../../src/store/evidence/proofs.ts';
import { Preference } from '../../src/store/notifications/notification-entities.ts';
import { Records } from '../../src/store/records/records.ts';
import { repositoriesIn } from '../../src/store/repositories.ts';
import { SHARED_TABLES } from '../../src/store/shared-tables.ts';
import { Store, type WorkspaceData } from '../../src/store/store.ts';
import { openSenderContext, type SenderContext } from '../../src/store/teams/sender-context.ts';
import { testDatabase } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const now = new Date('2026-11-23T12:00:00Z');
/** The entities that the filter narrows; a test holds that each table of tenant data has one. */
const tenantEntities = entities.filter(({ meta }) => 'workspace' in meta.filters);
const tables = [...TENANT_TABLES, ...AUDIT_TABLES];
/** The app's role may not change them at all. */
const appendOnly = ['audit_head', 'audit_entry', 'audit_content'];

let store: Store;
let orm: MikroORM;
let mine: string;
let theirs: string;

async function fill(data: WorkspaceData, user: string): Promise<void> {
  const identity = { platform: 'slack', tenant: 'T', user };
  const { personId } = await data.people.join(identity, { name: user, zone: null, locale: null, role: 'member' }, now);
  const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
  await data.holdings.add({ personId, certification: 'cissp', number: '', cycle }, now);
  const [holdings] = await data.holdings.of(personId);
  const cycleId = holdings?.cycles[0]?.cycleId;
  if (holdings === undefined || cycleId === undefined) throw new Error('The holding has a cycle.');
  const claim = { holdingId: holdings.holding.holdingId, cycleId };
  const opening = { cycleId, statedFor: day('2025-12-31'), parts: [{ category: 'group-a', credits: 100 }] };
  await data.holdings.setOpening(holdings.holding.holdingId, { ...opening, accepted: false }, now);
  const activity = {
    title: user,
    provider: '',
    kind: 'course',
    delivery: '',
    description: '',
  } as const;
  const on = { starts: day('2026-01-01'), ends: day('2026-01-01') };
  const claims = [{ ...claim, parts: [{ category: 'group-a', credits: 100 }] }];
  const bytes = new Uint8Array([1]);
  const about = { name: 'a.pdf', type: 'application/pdf', size: 1, sha256: sha256Of(bytes), bytes };
  const fileId = await data.proofs.addFile({ fileId: randomUUID(), personId, ...about }, now);
  const proof = { form: 'certificate', shows: [], link: '', note: '', fileIds: [fileId] } as const;
  const one = await data.activities.add({ ...activity, ...on, personId, claims, proof }, now);
  const [removed] = (await data.proofs.of([one])).get(one) ?? [];
  await data.removedProofs.remove(one, removed?.proofId ?? '', now);
  await data.proofs.add(one, proof, now);
  const other = await data.activities.add({ ...activity, ...on, personId, claims: [] }, now);
  await data.duplicates.confirmDistinct(one, [other], { confirmedBy: personId, confirmedAt: now });
  await data.attestations.request(one, personId, now);
  await data.recordImports.begin(personId);
  await data.drafts.save(personId, 'log', { answers: {}, savedAt: now });
  await data.calendarAddresses.open({ personId, teamId: null }, now);
  const source = { name: 'A feed', address: '', provider: '', kind: 'webinar', delivery: '', language: '' } as const;
  const sourceId = (await data.opportunities.addSource({ ...source, isOn: true }, now)) ?? '';
  const opportunity = {
    key: 'a',
    title: user,
    provider: '',
    url: '',
    description: '',
    kind: 'webinar',
    delivery: '',
  } as const;
  await data.opportunities.replaceFromSource(sourceId, { opportunities: [opportunity], rejects: [] }, now);
  await data.customRules.save({ code: 'our-own', content: {} }, personId, now);
  await data.idempotencyKeys.claim(`key of ${user}`, now);
  await data.acts.begin({ personId, command: 'preferences', role: 'member', at: now });
  const file = { command: 'export', name: 'a.csv', type: 'text/csv', bytes: new Uint8Array([1, 2]) };
  await data.files.add({ ...file, personId }, now);
  await data.preferences.save(personId, { isNamed: true });
  await data.acts.end();
  await data.reminderStates.save(holdings.holding.holdingId, { letsLapse: true });
  const teamId = (await data.teams.add(`Team of ${user}`, now)) ?? '';
  await data.teams.setMembers(teamId, [{ personId, isManager: true }], now);
  const decision = {
    personId,
    key: `nudge of ${user}`,
    outcome: 'sent',
    topics: ['a topic'],
    onDay: day('2026-11-23'),
  } as const;
  await data.nudges.note(decision, now);
  const place = { platform: 'slack', tenant: 'T', address: 'C1' };
  const reportId = await data.reports.plan(
    { personId, request: {}, place: { platform: 'slack', tenant: 'T', address: 'C1' } },
    now,
  );
  const outgoing = await data.files.add({ ...file, personId }, now);
  await data.reports.saveDocuments(
    reportId,
    { contentHash: '', title: '', fileName: '', counts: '', people: [], files: [] },
    [{ name: 'a.csv', type: 'text/csv', bytes: new Uint8Array([1]), outgoing }],
  );
  await data.reports.openLink({
    linkId: randomUUID(),
    reportId,
    personId,
    madeBy: personId,
    madeFor: '',
    expiresAt: now,
  });
  const noted = { state: 'submitted', onDay: day('2026-11-23'), reference: '' } as const;
  await data.portalEntries.note([{ activityId: one, holdingId: holdings.holding.holdingId, ...noted }]);
  await data.outbox.plan({ key: `message to ${user}`, purpose: 'digest', place, card: {}, teamId }, now);
}

beforeAll(async () => {
  const database = testDatabase();
  store = await Store.open(database);
  mine = await store.directory.workspaceOf('slack', newTenant(), now);
  theirs = await store.directory.workspaceOf('slack', newTenant(), now);
  await store.inWorkspace(mine, (data) => fill(data, 'ana'));
  await store.inWorkspace(theirs, (data) => fill(data, 'bo'));
  orm = store.orm;
});
afterAll(() => store.close());

/** The database behind row-level security alone: the filter is off. */
function behindPolicies<T>(workspace: string | undefined, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const variables = workspace === undefined ? {} : { 'app.workspace': workspace };
  const em = orm.em.fork({ session: { variables, role: APP_ROLE } });
  return em.transactional(work);
}

/** The database behind the filter alone: as the owner, who is exempt from the policies. */
function behindFilter<T>(workspace: string | undefined, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const em = orm.em.fork();
  if (workspace !== undefined) em.setFilterParams('workspace', { workspaceId: workspace });
  return em.transactional(async (inside) => work(inside));
}

describe('row-level security, with the filter removed', () => {
  const unfiltered = { filters: { workspace: false } };

  it.each(tables)('shows of %s only what is of the workspace, also to plain SQL', async (table) => {
    const rows = await behindPolicies(mine, (em) =>
      em.execute<{ workspace_id: string }[]>(`select workspace_id from ${table}`),
    );

    expect([...new Set(rows.map((row) => row.workspace_id))]).toEqual([mine]);
  });

  it.each(tables)('shows nothing of %s when no workspace is set', async (table) => {
    expect(await behindPolicies(undefined, (em) => em.execute(`select * from ${table}`))).toEqual([]);
  });

  it.each([
    ...appendOnly.map((table) => `update ${table} set workspace_id = workspace_id`),
    'delete from audit_entry',
    'truncate audit_entry',
    'delete from audit_head',
    'insert into audit_entry select * from audit_entry',
    'insert into audit_head select * from audit_head',
  ])('does not let the app say: %s', async (statement) => {
    await expect(behindPolicies(mine, (em) => em.execute(statement))).rejects.toThrow(/permission denied/);
  });

  it.each(tables.filter((table) => !appendOnly.includes(table)))(
    'changes nothing of another workspace in %s',
    async (table) => {
      const changed = await behindPolicies(mine, (em) =>
        em.execute(`update ${table} set workspace_id = workspace_id where workspace_id = ? returning 1 as one`, [
          theirs,
        ]),
      );

      expect(changed).toEqual([]);
    },
  );

  it('refuses a row that says it is of another workspace', async () => {
    const insert = behindPolicies(mine, (em) =>
      em.execute(`insert into idempotency_key (workspace_id, key, created_at) values (?, 'forged', now())`, [theirs]),
    );

    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('holds for the ORM’s own queries', async () => {
    for (const entity of tenantEntities) {
      const rows = await behindPolicies(mine, (em) => em.find(entity as typeof Person, {}, unfiltered));
      expect([...new Set(rows.map((row) => row.workspaceId))]).toEqual([mine]);
    }
  });
});

describe('the filter, with row-level security removed', () => {
  it.each(tenantEntities.map((entity) => [entity.meta.className, entity] as const))(
    'narrows every question about %s to the workspace',
    async (_name, entity) => {
      const rows = await behindFilter(mine, (em) => em.find(entity as typeof Person, {}));
      const foreign = await behindFilter(mine, (em) => em.find(entity as typeof Person, { workspaceId: theirs }));

      expect([...new Set(rows.map((row) => row.workspaceId))]).toEqual([mine]);
      expect(foreign).toEqual([]);
    },
  );

  it('fails a question for which no workspace is set', async () => {
    await expect(behindFilter(undefined, (em) => em.find(Person, {}))).rejects.toThrow(/filter/);
  });

  it('changes and deletes nothing of another workspace', async () => {
    const [changed, deleted] = await behindFilter(mine, async (em) => [
      await em.nativeUpdate(Activity, { workspaceId: theirs }, { title: 'stolen' }),
      await em.nativeDelete(IdempotencyKey, { workspaceId: theirs }),
    ]);

    expect([changed, deleted]).toEqual([0, 0]);
  });

  it('holds for the questions that are written in SQL', async () => {
    const holdings = await behindFilter(theirs, (em) => em.find(Holding, {}));

    const entries = await behindFilter(mine, (em) => {
      const audit = new AuditLog({ em, workspaceId: mine });
      const { activities } = repositoriesIn({ em, workspaceId: mine, audit });
      return activities.entriesOf(holdings.map((holding) => holding.holdingId));
    });

    const [person] = await behindFilter(theirs, (em) => em.find(Person, {}));
    const query = { words: [], skip: 0, limit: 10 };
    const found = await behindFilter(mine, (em) =>
      new Records({ em, workspaceId: mine }).find(person?.personId ?? '', query),
    );

    expect(entries.size).toBe(0);
    expect(found).toEqual([]);
  });
});

describe('the context of a sender, which one statement opens', () => {
  const sender = { platform: 'slack', tenant: 'T', user: 'ana' };
  const idsIn = async (workspace: string) => {
    const rows = await behindFilter(workspace, async (em) => [
      ...(await em.find(Person, {})).map(({ personId }) => personId),
      ...(await em.find(Holding, {})).map(({ holdingId }) => holdingId),
    ]);
    return [workspace, ...rows];
  };
  /** The context of an account that is linked to a person of `mine`; nothing that was changed for it stays. */
  const opened = async <T>(
    role: string | undefined,
    work: (em: EntityManager, context: SenderContext | undefined) => Promise<T>,
    unfiltered = false,
  ): Promise<T> => {
    const rollback = new Error('Nothing stays.');
    const results: T[] = [];
    const linking = orm.em.fork().transactional(async (em) => {
      await em.execute(
        `insert into linked_identity (platform, tenant, platform_user, workspace_id, person_id, linked_at)
           select ?, ?, ?, workspace_id, person_id, now() from person where workspace_id = ?`,
        [sender.platform, sender.tenant, sender.user, mine],
      );
      if (unfiltered) await em.execute(await withoutFilter(em));
      results.push(await work(em, await openSenderContext(em, sender, role)));
      throw rollback;
    });
    await expect(linking).rejects.toBe(rollback);
    const [result] = results;
    if (result === undefined) throw new Error('There is no context.');
    return result;
  };
  const withoutFilter = async (em: EntityManager) => {
    const [row] = await em.execute<{ sql: string }[]>(`select pg_get_functiondef('sender_context'::regproc) as sql`);
    return (row?.sql ?? '').replaceAll('workspace_id = home', 'true');
  };

  it.each([
    ['behind both walls', APP_ROLE, false],
    ['with row-level security removed', undefined, false],
    ['with the filter removed', APP_ROLE, true],
  ])('holds nothing of another workspace, %s', async (_name, role, unfiltered) => {
    const text = await opened(role, async (_em, context) => JSON.stringify(context), unfiltered);

    expect((await idsIn(mine)).filter((id) => !text.includes(id))).toEqual([]);
    expect((await idsIn(theirs)).filter((id) => text.includes(id))).toEqual([]);
  });

  it('holds what the ORM reads', async () => {
    const context = await opened(APP_ROLE, async (_em, one) => one);

    const [person, holding, cycle, opening, rule, settings, preference] = await behindFilter(mine, async (em) => [
      await em.findOneOrFail(Person, {}),
      await em.findOneOrFail(Holding, {}),
      await em.findOneOrFail(Cycle, {}),
      await em.findOneOrFail(StatedBalance, {}),
      await em.findOneOrFail(CustomRule, {}),
      await em.findOneOrFail(Workspace, {}),
      await em.findOneOrFail(Preference, {}),
    ]);
    expect(context).toMatchObject({ isLinked: true, person, workspace: settings, preferences: preference });
    expect(context?.holdings).toEqual([{ holding, cycles: [cycle], openings: [opening] }]);
    expect(context?.customRules).toEqual([rule]);
  });

  it('puts both walls up for what comes after it', async () => {
    const after = await opened(APP_ROLE, async (em) => ({
      rows: await em.execute<{ workspace_id: string }[]>('select distinct workspace_id from holding'),
      filtered: await em.find(Holding, { workspaceId: theirs }),
      user: await em.execute('select current_user::text as name'),
    }));

    expect(after).toEqual({ rows: [{ workspace_id: mine }], filtered: [], user: [{ name: APP_ROLE }] });
  });
});

describe('every table of tenant data', () => {
  it('keeps the keys that sign from the role everything runs under', async () => {
    await expect(behindPolicies(mine, (em) => em.execute('select * from signing_key'))).rejects.toThrow(/denied/u);
  });

  it('has the workspace in every primary, unique and foreign key, and in its policies', async () => {
    const em = orm.em.fork();
    const shared = Object.keys(SHARED_TABLES)
      .map((name) => `'${name}'`)
      .join(', ');
    const keys = await em.execute<{ tab: string; name: string; has: boolean }[]>(`
      select c.conrelid::regclass::text as tab, c.conname as name,
             exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'workspace_id' and a.attnum = any(c.conkey)) as has
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
       where c.contype in ('p', 'u', 'f') and n.nspname = current_schema()
         and t.relname not in (${shared})`);
    const walls = await em.execute<{ tab: string; walled: boolean }[]>(`
      select t.relname as tab, t.relrowsecurity and t.relforcerowsecurity
             and exists (select 1 from pg_policy p where p.polrelid = t.oid) as walled
        from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where t.relkind = 'r' and n.nspname = current_schema()
         and t.relname not in (${shared})`);

    expect(keys.filter((key) => !key.has)).toEqual([]);
    expect(keys.length).toBeGreaterThan(20);
    expect(walls.filter((table) => !table.walled)).toEqual([]);
    expect(walls.map((table) => table.tab).sort()).toEqual([...tables].sort());
  });

  it('has an entity that the filter narrows', () => {
    const narrowed = tenantEntities.map(({ meta }) => orm.getMetadata().getByClassName(meta.className).tableName);

    expect(narrowed.sort()).toEqual([...tables].sort());
  });

  it('keeps no fraction: there is no floating-point column', async () => {
    const floats = await orm.em.fork().execute(`
      select table_name, column_name from information_schema.columns
       where table_schema = current_schema() and data_type in ('real', 'double precision', 'numeric', 'money')`);

    expect(floats).toEqual([]);
  });

  it('fits its entity: every column of an entity is there', async () => {
    for (const entity of tenantEntities) {
      await expect(behindFilter(mine, (em) => em.find(entity as typeof Person, {}))).resolves.toBeDefined();
    }
  });
});

describe('the store', () => {
  it('refuses a transaction inside another one, which would wait for ever', async () => {
    await expect(store.inWorkspace(mine, () => store.inWorkspace(mine, async () => 1))).rejects.toThrow(
      /can't be nested/,
    );
  });

  it('keeps nothing of a transaction that failed', async () => {
    const failing = store.inWorkspace(mine, async (data) => {
      await fill(data, 'half');
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');

    const people = await store.inWorkspace(mine, (data) => data.people.all());
    expect(people.map((person) => person.name)).toEqual(['ana']);
  });

  it('keeps 40 interleaved workspaces apart', async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, () => store.directory.workspaceOf('slack', newTenant(), now)),
    );
    await Promise.all(ids.map((id, index) => store.inWorkspace(id, (data) => fill(data, `user ${index}`))));

    const names = await Promise.all(
      ids.map((id) => store.inWorkspace(id, async (data) => (await data.people.all()).map((one) => one.name))),
    );

    expect(names).toEqual(ids.map((_id, index) => [`user ${index}`]));
  });
});
