import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../../src/chat/place.ts';
import { CHANNEL, mentioned, PERSONAL, typed } from '../activities.ts';
import { APP_ID, TENANT } from '../issuer.ts';
import { aCard, allowTokens, describeMember, type StandIn, standIn } from '../stand-in.ts';

let teams: StandIn;

beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  teams = await standIn({ dispatch: () => aCard('Nothing') });
});
afterEach(async () => {
  await teams.stop();
  nock.cleanAll();
});

const roster = (conversation: string, page: string | undefined, status: number, body: unknown) =>
  nock('https://smba.trafficmanager.net')
    .get(`/emea/v3/conversations/${encodeURIComponent(conversation)}/pagedmembers`)
    .query({ pageSize: 200, ...(page === undefined ? {} : { continuationToken: page }) })
    .reply(status, body as never);

const placeOf = async (message: Record<string, unknown>, conversation: string): Promise<Place> => {
  teams.expectMessage(conversation);
  await teams.send(message);
  return teams.heard[0]?.place as Place;
};
const ask = (where: Place, named = '') => teams.groupOf({ where, named, known: new Set<string>() });

describe('the people of a team', () => {
  it('are read from a channel, page by page, without guests and bots', async () => {
    const [root = ''] = CHANNEL.id.split(';');
    const where = await placeOf(mentioned('team Security follow here'), CHANNEL.id);
    const BEN = { id: '29:ben', name: 'Ben', aadObjectId: 'BEEF', tenantId: TENANT, userRole: 'user' };
    const GUEST = { id: '29:guest', name: 'Guest', aadObjectId: 'cafe', tenantId: TENANT, userRole: 'guest' };
    roster(root, undefined, 200, { members: [BEN, GUEST], continuationToken: 'more' });
    roster(root, 'more', 200, {
      members: [
        { id: '28:bot', name: 'A bot' },
        { ...BEN, id: '29:cy', aadObjectId: 'dada' },
      ],
    });

    const group = await ask(where);

    expect(group).toMatchObject({ kind: 'group', id: '', members: [{ user: 'beef' }, { user: 'dada' }] });
    const [ben] = group.kind === 'group' ? group.members : [];
    expect(ben?.profile).toEqual({ name: 'Ben' });
    // What is said to them goes to a chat of their own.
    teams.expectPersonal('a:personal-ben');
    teams.expectMessage('a:personal-ben');
    const sent = await teams.post(ben?.direct as Place, { title: 'News', blocks: [{ kind: 'text', text: 'Words.' }] });
    expect(sent.kind).toBe('sent');
    expect(teams.said.at(-1)?.conversation).toBe('a:personal-ben');
  });

  it('are not read from a private chat, nor by the name of a group', async () => {
    const where = await placeOf(typed('team Security follow here'), PERSONAL.id);

    expect(await ask(where)).toEqual({ kind: 'refused', reason: 'personal' });
    expect(await ask(where, '@secops')).toEqual({ kind: 'refused', reason: 'group_named' });
    expect(await ask({ ...where, address: 'not json' })).toEqual({ kind: 'refused', reason: 'not connected' });
  });

  it.each([
    [403, 'refused'],
    [404, 'refused'],
  ])('that Teams answers with %i are %s', async (status, kind) => {
    const where = await placeOf(mentioned('team Security follow here'), CHANNEL.id);
    roster(CHANNEL.id.split(';')[0] ?? '', undefined, status, { error: { code: 'BotNotInConversationRoster' } });

    expect(await ask(where)).toEqual({ kind, reason: String(status) });
  });
});

describe('the owner of a personal chat', () => {
  const place = (isPersonal: boolean) => ({
    platform: 'teams' as const,
    tenant: TENANT,
    address: JSON.stringify({
      ...{ tenant: TENANT, bot: `28:${APP_ID}`, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
      ...{ conversation: 'a:own', isPersonal },
    }),
  });
  const user = '44444444-4444-4444-8444-444444444444';

  it.each([
    [404, true, 'gone'],
    [403, true, 'unread'],
    [404, false, 'unreachable'],
  ])('who is answered %i (personal: %s) is %s', async (status, isPersonal, kind) => {
    describeMember(user, status);

    expect(await teams.readUser({ where: place(isPersonal), user, isPatient: true, isOwnChat: true })).toMatchObject({
      kind,
    });
  });

  it('who is found is a member', async () => {
    const read = await teams.readUser({ where: place(true), user, isPatient: true, isOwnChat: true });

    expect(read).toMatchObject({ kind: 'member', user });
  });
});
