import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { openStore } from '../../support/store.ts';
import { argsOf, NOW, recorded, type StandIn, standIn } from './stand-in.ts';

const TENANT = 'T0HOME';
const world = openStore();
let slack: StandIn;
let core: RunningCore;
let workspaceId: string;

/** What Slack says about a user; strict: an id it does not know is refused. */
const USERS: Readonly<Record<string, Record<string, unknown>>> = {
  U0ANNA: { name: 'anna', tz: 'UTC', locale: 'en-GB', is_admin: true, profile: { real_name: 'Anna Admin' } },
  U30: { name: 'max', tz: 'UTC', profile: { real_name: 'Maxine Muster' } },
  U40: { name: 'maxm', tz: 'UTC', profile: { real_name: 'Max Manager' } },
  U41: { name: 'bo', profile: { real_name: 'Bo <@U40> \u202eodd' } },
  U50: { name: 'robot', is_bot: true, profile: { real_name: 'Robot' } },
  U60: { name: 'guest', is_stranger: true, team_id: 'T0OTHER', profile: { real_name: 'From elsewhere' } },
};

beforeEach(async () => {
  nock.disableNetConnect();
  workspaceId = await world.store.directory.workspaceOf('slack', TENANT, NOW);
  await world.store.purge({ platform: 'slack', tenant: TENANT, workspaceId });
  workspaceId = await world.store.directory.workspaceOf('slack', TENANT, NOW);
  const later = lazyAdapter('slack', () => slack);
  const clock = { now: () => NOW };
  core = patientCore({ store: world.store, catalogue: loadCatalogue(), clock, log: silent, adapters: [later] });
  slack = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
  nock('https://slack.test')
    .persist()
    .post('/api/users.info')
    .reply(200, async (request: Request) => {
      const id = String(argsOf(await request.text()).user);
      const user = USERS[id];
      return user === undefined ? { ok: false, error: 'user_not_found' } : { ok: true, user: { id, ...user } };
    });
  await say('team');
  await world.store.inWorkspace(workspaceId, async ({ audit, teams, people }) => {
    audit.actAs('operator', NOW);
    await teams.add('Security', NOW);
    const identity = { platform: 'slack', tenant: TENANT, user: 'U40' };
    await people.join(identity, { name: 'Max Manager', zone: 'UTC', locale: 'en-GB', role: 'member' }, NOW);
  });
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  nock.cleanAll();
});

let said = 0;

/** What Anna is answered to a slash command, all of it as one text. */
async function say(text: string): Promise<string> {
  said += 1;
  const answer = await slack.send(recorded('command', { text, trigger_id: `1.2.say${said}` }));
  return answer.text();
}

/** Who is in the team: the ids of the users, managers with a star. */
async function members(): Promise<readonly string[]> {
  return world.store.inWorkspace(workspaceId, async ({ teams, people }) => {
    const [team] = await teams.all();
    const users = new Map((await people.withIdentities()).map(({ personId, user }) => [personId, user]));
    const all = await teams.membersOf(team?.teamId ?? '');
    return all.map(({ personId, isManager }) => `${users.get(personId)}${isManager ? '*' : ''}`).sort();
  });
}

const roles = () =>
  world.store.inWorkspace(workspaceId, async ({ people }) =>
    Object.fromEntries((await people.all()).map(({ name, role }) => [name, role])),
  );

describe('a mention in Slack', () => {
  it('makes the person mentioned a manager, not a person whose name begins with the label', async () => {
    await say('team Security lead <@U30|max>');

    expect(await members()).toEqual(['U30*']);
    expect(await roles()).toEqual({ 'Anna Admin': 'admin', 'Max Manager': 'member', 'Maxine Muster': 'manager' });
  });

  it.each([
    ['team Security add <@U30>', ['U30']],
    ['team Security add <@U30|max>, <@U40|someone else>', ['U30', 'U40']],
    ['team Security add <@U30|max> <@U40>', ['U30', 'U40']],
    ['team Security add Max Manager, <@U30|anna>', ['U30', 'U40']],
    ['team Security add <@U41|bo>', ['U41']],
  ])('%s adds %j', async (line, expected) => {
    await say(line);

    expect(await members()).toEqual(expected);
  });

  it.each([
    // Typed by hand: Slack sends what was typed with `<` as an entity, and a name after an @ as it is.
    ['team Security lead &lt;@U40|max&gt;', 'no member called'],
    ['team Security lead &lt;@U40&gt;', 'no member called'],
    ['team Security lead @max', 'only text here'],
    ['team Security lead @Max M', 'only text here'],
    ['team Security lead \ufdd00\ufdd1', 'no member called'],
    ['team Security lead <@U50|robot>', 'isn’t a member of your workspace'],
    ['team Security lead <@U60|guest>', 'isn’t a member of your workspace'],
    ['team Security lead <@U99|nobody>', 'isn’t a member of your workspace'],
    ['team Security lead <@U30|max> and Max Manager', 'only text here'],
  ])('%s makes nobody a manager', async (line, problem) => {
    expect(await say(line)).toContain(problem);
    expect(await members()).toEqual([]);
    expect(Object.values(await roles())).not.toContain('manager');
  });

  it('of a person who never spoke reads their profile, and keeps nothing odd of their name', async () => {
    await say('team Security add <@U41|bo>');

    const names = Object.keys(await roles());
    expect(names).toContain('Bo <@U40> odd');
  });

  it('in a title is the name, and neither an id nor a mark', async () => {
    const answer = await say('team Talk with <@U30> and <@U40|max> remove Bo');

    expect(answer).toContain('@Maxine Muster and @max');
    expect(answer).not.toMatch(/U30|U40|[\ufdd0-\ufdef]/u);
  });

  it('opens the form of exactly this person', async () => {
    slack.expect('views.open');
    await say('people <@U30|Max Manager>');

    const view = JSON.stringify(slack.calls.find(({ method }) => method === 'views.open')?.args);
    expect(view).toContain('Maxine Muster');
    expect(view).not.toContain('Max Manager');
  });
});

it('two people of one name are asked about, and told apart by their user names', async () => {
  await say('team Security add <@U30|max>');
  await world.store.inWorkspace(workspaceId, async ({ audit, people }) => {
    audit.actAs('operator', NOW);
    const identity = { platform: 'slack', tenant: TENANT, user: 'U31' };
    await people.join(identity, { name: 'Maxine Muster', zone: null, locale: null, role: 'member' }, NOW);
    await people.saveHandle(identity, '@maxine2');
  });

  const asked = await say('team Security lead Maxine Muster');
  for (const label of ['Maxine Muster (@max)', 'Maxine Muster (@maxine2)']) expect(asked).toContain(label);
  expect(await members()).toEqual(['U30']);
  await say('team Security lead @maxine2');
  expect(await members()).toEqual(['U30', 'U31*']);
});

type View = Readonly<Record<'callback_id' | 'private_metadata' | 'title' | 'blocks', unknown>>;

describe('the pickers of a form in Slack', () => {
  beforeEach(() => {
    for (const method of ['conversations.open', 'chat.postMessage', 'chat.postEphemeral'])
      nock('https://slack.test')
        .persist()
        .post(`/api/${method}`)
        .reply(200, { ok: true, ts: '1774000000.000100', channel: { id: 'D0ANNA' } });
  });

  /** Opens a form and returns its view. */
  async function open(line: string): Promise<View> {
    slack.expect('views.open');
    await say(line);
    const { view } = slack.calls.findLast(({ method }) => method === 'views.open')?.args ?? {};
    return (typeof view === 'string' ? JSON.parse(view) : view) as View;
  }

  /** Sends the team form with these members and managers, the rest as it is shown; resolves to what Slack is answered. */
  async function send(
    view: View,
    chosen: { readonly members: readonly string[]; readonly managers: readonly string[] },
  ) {
    said += 1;
    const users = (selected_users: readonly string[]) => ({ people: { type: 'multi_users_select', selected_users } });
    const option = (value: string) => ({ choice: { type: 'static_select', selected_option: { value } } });
    const values = {
      name: { line: { type: 'plain_text_input', value: 'Security' } },
      zone: { line: { type: 'plain_text_input', value: null } },
      ...{ day: option('1'), hour: option('9') },
      ...{ members: users(chosen.members), managers: users(chosen.managers) },
    };
    const payload = recorded('view-submission');
    const { callback_id, private_metadata, title, blocks } = view;
    const sent = { ...(payload.view as object), id: `V${said}`, callback_id, private_metadata, title, blocks };
    const answer = await slack.send({ ...payload, view: { ...sent, state: { values } } });
    return answer.text();
  }

  it('show who is chosen and add whom Slack knows, also people who never spoke', async () => {
    await say('team Security add <@U40>');
    const view = await open('team Security');
    await send(view, { members: ['U40', 'U30'], managers: ['U41'] });

    expect(JSON.stringify(view)).toContain('"initial_users":["U40"]');
    expect(await members()).toEqual(['U30', 'U40', 'U41*']);
  });

  it.each(['U50', 'U60', 'U99', 'not-an-id', '<@U40>'])('refuse %s beside the field', async (user) => {
    const answer = await send(await open('team Security'), { members: [user], managers: [] });

    expect(JSON.parse(answer)).toMatchObject({
      response_action: 'errors',
      errors: { members: expect.stringContaining('isn’t a member of your workspace') },
    });
    expect(await members()).toEqual([]);
  });

  it('leave the workspace as it is while another field is refused', async () => {
    const before = await roles();
    const answer = await send(await open('team Security'), { members: ['U30'], managers: ['U99'] });

    expect(JSON.parse(answer)).toMatchObject({ response_action: 'errors' });
    expect(await roles()).toEqual(before);
  });

  it('keep who was added while the form was open', async () => {
    const view = await open('team Security');
    await say('team Security add <@U40>');
    await send(view, { members: ['U30'], managers: [] });

    expect(await members()).toEqual(['U30', 'U40']);
  });
});
