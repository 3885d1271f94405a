import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { openStore } from '../../support/store.ts';
import { ANA, CHANNEL, typed } from './activities.ts';
import { open, submit, wordsIn } from './dialogs.ts';
import { APP_ID, NOW, TENANT } from './issuer.ts';
import { allowTokens, cardIn, describeMember, type StandIn, standIn } from './stand-in.ts';

const MAX = '44444444-4444-4444-8444-444444444444';
const BEN = '55555555-5555-4555-8555-555555555555';
const OTHER = '66666666-6666-4666-8666-666666666666';
const world = openStore();
let teams: StandIn;
let core: RunningCore;
let workspaceId: string;

beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  workspaceId = await world.store.directory.workspaceOf('teams', TENANT, NOW);
  await world.store.purge({ platform: 'teams', tenant: TENANT, workspaceId });
  workspaceId = await world.store.directory.workspaceOf('teams', TENANT, NOW);
  const later = lazyAdapter('teams', () => teams);
  const parts = { store: world.store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent };
  core = patientCore({ ...parts, adapters: [later] });
  teams = await standIn({ core });
  await world.store.inWorkspace(workspaceId, async ({ audit, teams: all, people }) => {
    audit.actAs('operator', NOW);
    await all.add('Security', NOW);
    const join = (user: string, name: string, role: 'member' | 'admin') =>
      people.join({ platform: 'teams', tenant: TENANT, user }, { name, zone: 'UTC', locale: 'en-GB', role }, NOW);
    await join(ANA.aadObjectId, 'Ana Ngata', 'admin');
    await join(BEN, 'Max Manager', 'member');
  });
  describeMember('29:max', member('29:max', MAX, 'Max Manager', { userPrincipalName: 'max@example.org' }));
  describeMember(MAX, member('29:max', MAX, 'Max Manager', { userPrincipalName: 'max@example.org' }));
  describeMember('29:guest', member('29:guest', OTHER, 'A guest', { userRole: 'guest' }));
  describeMember('29:other', member('29:other', OTHER, 'Of another tenant', { tenantId: 'another' }));
  describeMember('29:gone', 404);
});
afterEach(async () => {
  await core.idle();
  await teams.stop();
  nock.cleanAll();
});

const member = (id: string, aadObjectId: string, name: string, more = {}) => ({
  ...{ id, aadObjectId, name, tenantId: TENANT, userRole: 'user' },
  ...more,
});

/** Somebody whom a message in the channel mentions. */
const mention = (id: string, name: string, more = {}) => ({
  ...{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name, ...more } },
});

/** What Ana is answered to a line in a channel, as one text. */
async function say(text: string, entities: readonly unknown[] = [], from: unknown = ANA): Promise<string> {
  const before = teams.said.length;
  // Answers for one person go to their own chat.
  nock('https://smba.trafficmanager.net').post('/emea/v3/conversations').reply(201, { id: 'a:own' });
  teams.expectMessage('a:own');
  const bot = { type: 'mention', text: '<at>recert</at>', mentioned: { id: `28:${APP_ID}`, name: 'recert' } };
  const client = { type: 'clientInfo', locale: 'en-GB', timezone: 'UTC' };
  await teams.send(
    typed(`<at>recert</at> ${text}`, { conversation: CHANNEL, from, entities: [bot, ...entities, client] }),
  );
  await vi.waitFor(() => expect(teams.said.length).toBeGreaterThan(before), { timeout: 5000 });
  return wordsIn(cardIn(teams.said.at(-1) as StandIn['said'][number]));
}

async function members(): Promise<readonly string[]> {
  return world.store.inWorkspace(workspaceId, async ({ teams: all, people }) => {
    const [team] = await all.all();
    const users = new Map((await people.withIdentities()).map(({ personId, user }) => [personId, user]));
    const found = await all.membersOf(team?.teamId ?? '');
    return found.map(({ personId, isManager }) => `${users.get(personId)}${isManager ? '*' : ''}`).sort();
  });
}

describe('a mention in Teams', () => {
  it('names the account, not somebody of the same name', async () => {
    await say('team Security lead <at>Max Manager</at>', [mention('29:max', 'Max Manager')]);

    expect(await members()).toEqual([`${MAX}*`]);
  });

  it('names two people of one name in their order', async () => {
    const twice = '<at>Max Manager</at>, <at>Max Manager</at>';
    describeMember('29:ben', member('29:ben', BEN, 'Max Manager'));
    await say(`team Security add ${twice}`, [mention('29:max', 'Max Manager'), mention('29:ben', 'Max Manager')]);

    expect(await members()).toEqual([MAX, BEN].sort());
  });

  it('by the account itself needs no other id', async () => {
    await say('team Security add <at>Ben</at>', [mention('29:x', 'Ben', { aadObjectId: BEN.toUpperCase() })]);

    expect(await members()).toEqual([BEN]);
  });

  it.each([
    ['team Security lead @Max', [], 'only text here'],
    ['team Security lead &lt;at&gt;Max Manager&lt;/at&gt;', [], 'no member called'],
    ['team Security lead <at>Guest</at>', [mention('29:guest', 'Guest')], 'isn’t a member of your workspace'],
    ['team Security lead <at>Other</at>', [mention('29:other', 'Other')], 'isn’t a member of your workspace'],
    ['team Security lead <at>App</at>', [mention('28:app', 'App')], 'isn’t a member of your workspace'],
    ['team Security lead <at>General</at>', [mention('19:channel', 'General')], 'isn’t a member of your workspace'],
    ['team Security lead <at>Gone</at>', [mention('29:gone', 'Gone')], 'hasn’t used recert yet'],
  ])('%s makes nobody a manager', async (line, entities, problem) => {
    expect(await say(line, entities)).toContain(problem);
    expect(await members()).toEqual([]);
  });

  it('whose name looks like another mention is only words', async () => {
    const odd = 'Max <at>Ben</at> <@U30>';
    const answer = await say(`team Talk with <at>${odd}</at> remove Bo`, [mention('29:max', odd)]);

    expect(answer).toContain('Talk with @Max');
    expect(answer).not.toMatch(/[\ufdd0-\ufdef]/u);
  });
});

it('guests of the tenant are refused like those of another one, and get no record', async () => {
  const guest = { id: '29:guest', name: 'A guest', aadObjectId: OTHER };

  expect(await say('help', [], guest)).toContain('an account in its organisation only');
  const known = await world.store.inWorkspace(workspaceId, async ({ people }) => (await people.all()).length);
  expect(known).toBe(2);
});

describe('the picker of a form in Teams', () => {
  /** Opens the team form from a button in the channel, and sends it with these members. */
  async function send(members: string): Promise<string> {
    const data = { msteams: { type: 'task/fetch' }, recert: { command: 'team', args: { text: 'Security' } } };
    const where = { conversation: CHANNEL };
    const card = await open(teams, data, where);
    const answer = await submit(teams, card, { members }, where);
    return `${JSON.stringify(card)}${await answer.text()}`;
  }

  it('searches the people of the tenant, and adds whom it returns', async () => {
    const said = await send(MAX.toUpperCase());

    expect(said).toContain('"dataset":"graph.microsoft.com/users"');
    await vi.waitFor(async () => expect(await members()).toEqual([MAX]));
  });

  it.each([
    ['not-an-id', 'isn’t a member of your workspace'],
    ['29:guest', 'isn’t a member of your workspace'],
    [OTHER, 'isn’t a member of your workspace'],
  ])('refuses %s beside the field', async (user, problem) => {
    describeMember(OTHER, member('29:other', OTHER, 'Of another tenant', { tenantId: 'another' }));

    expect(await send(user)).toContain(problem);
    expect(await members()).toEqual([]);
  });
});
