import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { WorkspaceData } from '../../../src/store/store.ts';
import { isLastAdminError } from '../../../src/store/teams/last-admin.ts';
import { cardOf, formOf, newcomer, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const NOW = new Date('2026-11-23T12:00:00Z');
const ROUNDS = 25;

/** A new workspace of the admins Ada and Eve and the member Bo. */
async function aWorkspace() {
  const ada = talk({ store: world.store, user: 'Ada' });
  const { tenant } = ada.options;
  const id = await world.store.directory.workspaceOf('slack', tenant, NOW);
  const inWorkspace = <T>(work: (data: WorkspaceData) => Promise<T>) => asOperator(world.store, id, work);
  const join = (user: string, role: 'admin' | 'member') =>
    inWorkspace(async ({ people }) => {
      const details = { name: user, zone: 'UTC', locale: 'en-GB', role };
      return (await people.join({ platform: 'slack', tenant, user }, details, NOW)).personId;
    });
  const ids = { ada: await join('Ada', 'admin'), eve: await join('Eve', 'admin'), bo: await join('Bo', 'member') };
  const admins = () =>
    inWorkspace(async ({ people, preferences }) => {
      const found = await people.some({ role: 'admin' });
      const stated = await preferences.some(found.map(({ personId }) => personId));
      return found.filter(({ personId }) => !stated.get(personId)?.leftOn).map(({ name }) => name);
    });
  return { ada, eve: newcomer(ada, 'Eve'), ids, inWorkspace, admins };
}

const leave = (personId: string) => (data: WorkspaceData) =>
  data.preferences.save(personId, { leftOn: day('2026-11-23'), leftBy: 'admin' });
const demote = (personId: string) => (data: WorkspaceData) => data.people.setRole(personId, 'member');

describe('the database', () => {
  it.each([
    ['role', demote],
    ['departure', leave],
  ])('keeps the last admin, whatever changes their %s', async (_, change) => {
    const { ids, inWorkspace, admins } = await aWorkspace();
    await inWorkspace(change(ids.eve));

    const error = await inWorkspace(change(ids.ada)).catch((caught: unknown) => caught);

    expect(isLastAdminError(error)).toBe(true);
    expect(await admins()).toEqual(['Ada']);
  });

  it('takes the role from an admin who has left, and from the last one in an empty workspace', async () => {
    const { ids, inWorkspace, admins } = await aWorkspace();
    await inWorkspace(leave(ids.eve));
    await inWorkspace(demote(ids.eve));
    await inWorkspace(leave(ids.bo));
    await inWorkspace(({ people }) => people.erase(ids.ada));

    expect(await admins()).toEqual([]);
  });

  it('doesn’t refuse that an account is gone; the next platform administrator becomes admin', async () => {
    const { ada, ids, inWorkspace } = await aWorkspace();
    await inWorkspace(demote(ids.eve));
    await inWorkspace(({ preferences }) =>
      preferences.save(ids.ada, { leftOn: day('2026-11-23'), leftBy: 'platform' }),
    );

    expect(await inWorkspace(({ people }) => people.hasAdmin())).toBe(false);
    const bo = talk({ ...ada.options, user: 'Bo', profile: { name: 'Bo', isAdmin: true } });
    expect(textOf(await bo.say('people'))).toContain('People');
  });

  it(`keeps one of two admins who demote each other at once, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ids, inWorkspace, admins } = await aWorkspace();
      const change = round % 2 === 0 ? demote : leave;
      const outcomes = await Promise.allSettled([inWorkspace(change(ids.ada)), inWorkspace(change(ids.eve))]);

      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await admins()).toHaveLength(1);
    }
  });
});

describe('the form of a member', () => {
  it(`is refused to one of two admins who demote each other at once, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ada, eve, admins } = await aWorkspace();
      const [onEve, onAda] = [formOf(await ada.say('people Eve')), formOf(await eve.say('people Ada'))];
      const change = round % 2 === 0 ? { role: 'member' } : { status: 'left' };
      const replies = await Promise.all([ada.send(onEve, change, randomUUID()), eve.send(onAda, change, randomUUID())]);

      expect(replies.filter(({ kind }) => kind === 'card')).toHaveLength(1);
      expect(replies.filter(({ kind }) => kind === 'stay')).toHaveLength(1);
      expect(await admins()).toHaveLength(1);
    }
  });
});

it('the last admin who erases everything about themselves is told to appoint another one first', async () => {
  const { ada, ids, inWorkspace, admins } = await aWorkspace();
  await inWorkspace(demote(ids.eve));

  const reply = await ada.send(formOf(await ada.say('erase')), { word: 'ERASE' });

  expect(textOf(reply)).toContain('This is the only admin.');
  expect(await admins()).toEqual(['Ada']);
  expect(cardOf(await ada.say('people')).blocks.length).toBeGreaterThan(2);
});
