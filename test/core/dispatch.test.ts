import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { createCore } from '../../src/core/dispatch.ts';
import type { Store } from '../../src/store/store.ts';
import { addCertification, cardOf, silent, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
const from = { platform: 'slack', tenant: 'T1', user: 'ana' } as const;
const place = { platform: 'slack', tenant: 'T1', address: 'C1' } as const;

function coreOver(asSender: Store['asSender'], answerWithinMs = 50) {
  const store = { asSender };
  const seen: Record<string, unknown>[] = [];
  const log = {
    ...silent,
    error: (_sentence: string, fields?: Record<string, unknown>) => void seen.push(fields ?? {}),
  };
  const core = createCore({ store: store as unknown as Store, catalogue: loadCatalogue(), clock, log, answerWithinMs });
  return { core, seen };
}

describe('dispatch', () => {
  it.each(['', 'help', 'hi', 'HELLO', '?'])('greets %j with what can be asked', async (line) => {
    const card = cardOf(await talk({ store: world.store }).say(line));

    expect(JSON.stringify(card.blocks)).toContain('log 1.5h SANS webcast yesterday for cissp');
  });

  it('suggests the nearest command for an unknown word', async () => {
    const ana = talk({ store: world.store });

    expect(textOf(await ana.say('paec'))).toContain('Did you mean “pace”?');
    expect(cardOf(await ana.say('paec')).actions?.[0]).toMatchObject({ command: 'pace' });
    expect(textOf(await ana.say('lgo'))).toContain('Did you mean “log”?');
    expect(textOf(await ana.say('abracadabra'))).toContain('“abracadabra” isn’t a command.');
  });

  it('keeps workspaces apart', async () => {
    const ana = talk({ store: world.store });
    const other = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });

    expect(textOf(await other.say('certs'))).toContain('haven’t added a certification yet');
  });

  it('takes name, zone and locale from the platform, also when they change', async () => {
    const store = world.store;
    const tenant = newTenant();
    await talk({ store, tenant, profile: { name: 'Ana', zone: 'Europe/Lisbon', locale: 'pt-PT' } }).say('help');
    await talk({ store, tenant, profile: { name: 'Ana D', zone: 'Not/AZone', locale: 'en-US' } }).say('help');

    const workspaceId = await store.directory.workspaceOf('slack', tenant, clock.now());
    const people = await store.inWorkspace(workspaceId, (data) => data.people.all());

    expect(people).toMatchObject([{ name: 'Ana D', zone: 'Europe/Lisbon', locale: 'en-US', role: 'member' }]);
  });

  it('adds one person when two first contacts race', async () => {
    const tenant = newTenant();
    const ana = talk({ store: world.store, tenant });

    await Promise.all([ana.say('help'), ana.say('pace'), ana.say('certs')]);

    const workspaceId = await world.store.directory.workspaceOf('slack', tenant, clock.now());
    expect(await world.store.inWorkspace(workspaceId, (data) => data.people.all())).toHaveLength(1);
  });

  it('answers a failing database in words, with a reference that is in the log', async () => {
    const broken = async () => Promise.reject(new Error('secret detail'));
    const { core, seen } = coreOver(broken);

    const reply = await core.dispatch({ command: 'pace', args: {}, from, place });

    const [reference] = seen.map((fields) => fields.reference as string);
    expect(textOf(reply)).toContain(reference);
    expect(textOf(reply)).not.toContain('secret detail');
  });

  it('answers a silent database in words, and leaves a sent form open as it is', async () => {
    const hanging = () => new Promise<never>(() => {});
    const { core } = coreOver(hanging);
    const typed: Interaction = { command: 'log', args: {}, from, place };

    expect(cardOf(await core.dispatch(typed)).title).toBe('Something went wrong');
    expect(textOf(await core.dispatch({ ...typed, command: 'undo' }))).toContain(
      'Check with “pace” before you try again',
    );
    const sent = await core.dispatch({ ...typed, answers: { title: 'x' } });
    expect(sent).toMatchObject({ kind: 'stay' });
    expect(textOf(sent)).toContain('it’s saved only once');
  });

  it('survives anything that can be typed', async () => {
    const ana = talk({ store: world.store });
    const lines = [
      '__proto__',
      'constructor',
      'log '.repeat(3000),
      'pace --on',
      'pace --',
      '-- --',
      '\u0000',
      '/recert',
      'pace --on=\u202e1',
    ];

    for (const line of lines) expect(['card', 'form']).toContain((await ana.say(line)).kind);
  });
});
