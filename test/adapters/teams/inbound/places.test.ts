import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../../src/catalogue/index.ts';
import { runHousekeeping } from '../../../../src/jobs/housekeeping.ts';
import { silent } from '../../../support/conversation.ts';
import { openStore } from '../../../support/store.ts';
import { ANA, activity, CHANNEL, invoke, mentioned, PERSONAL, typed } from '../activities.ts';
import { APP_ID, NOW, TENANT } from '../issuer.ts';
import type { Json } from '../json.ts';
import { coreWithEmptyTenant } from '../real-core.ts';
import { allowTokens, type StandIn, standIn } from '../stand-in.ts';

const world = openStore();
const BOT = { id: `28:${APP_ID}` };
const TEAM = { tenant: { id: TENANT }, team: { id: '19:general@thread.tacv2' } };
const BEN = { id: '29:ben', name: 'Ben', aadObjectId: '44444444-4444-4444-8444-444444444444' };
const BENS = { ...PERSONAL, id: 'a:personal-ben' };
let teams: StandIn;

beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  teams = await standIn({ core: await coreWithEmptyTenant(world.store) });
});
afterEach(async () => {
  await teams.stop();
  nock.cleanAll();
});

/** Ana and Ben have recert for themselves, and there is a team that has it. */
async function installed(): Promise<void> {
  for (const [from, conversation] of [
    [ANA, PERSONAL],
    [BEN, BENS],
  ] as const) {
    teams.expectMessage(conversation.id);
    await teams.send(activity({ type: 'installationUpdate', action: 'add', from, conversation }));
  }
  teams.expectMessage(CHANNEL.id);
  await teams.send(activity({ type: 'installationUpdate', action: 'add', conversation: CHANNEL, channelData: TEAM }));
  await teams.stop();
}

const remove = (changes: Json = {}) =>
  teams.send(activity({ type: 'installationUpdate', action: 'remove', ...changes }));
const isGone = async (): Promise<boolean> => {
  const removed = await world.store.directory.uninstalledBefore(new Date(NOW.getTime() + 1));
  return removed.some(({ tenant }) => tenant === TENANT);
};
const addresses = async (user: string): Promise<number> => {
  const workspaceId = await world.store.directory.workspaceOf('teams', TENANT, NOW);
  return world.store.inWorkspace(workspaceId, async ({ people }) => {
    const person = await people.findByIdentity({ platform: 'teams', tenant: TENANT, user });
    return (await people.addressesOf(person?.personId ?? '00000000-0000-4000-8000-000000000000')).length;
  });
};

describe('a tenant in Teams', () => {
  it('has taken recert away when the last person, team or chat has', async () => {
    await installed();

    await remove();
    await remove({ from: BEN, conversation: BENS });
    expect(await isGone()).toBe(false);
    const general = { ...CHANNEL, id: TEAM.team.id };
    await teams.send(
      activity({ type: 'conversationUpdate', membersRemoved: [BOT], conversation: general, channelData: TEAM }),
    );

    expect(await isGone()).toBe(true);
  });

  it('that took it away has its data deleted 30 days later', async () => {
    await installed();
    await remove();
    await remove({ from: BEN, conversation: BENS });
    await remove({ conversation: CHANNEL, channelData: { ...TEAM, eventType: 'teamDeleted' } });
    const night = (days: number) =>
      runHousekeeping({
        store: world.store,
        catalogue: loadCatalogue(),
        clock: { now: () => new Date(NOW.getTime() + days * 86_400_000) },
        log: silent,
      });
    const isKnown = async () => (await world.store.directory.knownWorkspace('teams', TENANT)) !== undefined;

    await night(29);
    const before = await isKnown();
    await night(31);

    expect([before, await isKnown()]).toEqual([true, false]);
  });

  it('has it again with the next word, and with the next place', async () => {
    for (const again of [typed('hi'), activity({ type: 'installationUpdate', action: 'add', from: BOT })]) {
      await installed();
      for (const place of [{}, { from: BEN, conversation: BENS }, { conversation: CHANNEL, channelData: TEAM }])
        await remove(place);
      expect(await isGone()).toBe(true);

      teams.expectMessage(PERSONAL.id);
      await teams.send(again);
      await vi.waitFor(async () => expect(await isGone()).toBe(false));
    }
  });

  it('keeps no way to a person who took it away, and every other', async () => {
    await installed();
    const before = [await addresses(ANA.aadObjectId), await addresses(BEN.aadObjectId)];

    await remove();
    await remove();

    expect(before).toEqual([1, 1]);
    expect([await addresses(ANA.aadObjectId), await addresses(BEN.aadObjectId)]).toEqual([0, 1]);
  });

  it('is known by a place that nobody told of, as soon as somebody speaks there', async () => {
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage(CHANNEL.id);
    await teams.send({ ...mentioned('help'), channelData: TEAM });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    await teams.stop();

    await remove();
    expect(await isGone()).toBe(false);
    await remove({ conversation: { ...CHANNEL, id: '19:other@thread.tacv2' }, channelData: TEAM });

    expect(await isGone()).toBe(true);
  });

  it('does not have it where somebody opens the extension alone', async () => {
    await teams.send(invoke('composeExtension/query', { commandId: 'records' }, { conversation: CHANNEL }));
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    await teams.stop();

    await remove();

    expect(await isGone()).toBe(true);
  });

  it.each([
    { type: 'conversationUpdate', membersRemoved: [ANA] },
    { type: 'conversationUpdate', membersRemoved: 'everybody' },
    { type: 'conversationUpdate', membersAdded: [BOT] },
    { type: 'installationUpdate', action: 'add-upgrade', from: BOT },
    { type: 'installationUpdate' },
  ])('has it still after %j', async (changes) => {
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));

    expect((await teams.send(activity(changes))).status).toBe(200);
    await teams.stop();

    expect(await isGone()).toBe(false);
  });

  it('that recert was never in is not made by taking it away', async () => {
    await remove();

    expect(await world.store.directory.knownWorkspace('teams', TENANT)).toBeUndefined();
  });
});
