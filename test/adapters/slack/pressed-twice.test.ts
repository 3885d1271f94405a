import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { BUTTONS, type CountedTable, coreAt, countRows, equip } from '../../support/pressed-twice.ts';
import { openStore } from '../../support/store.ts';
import { emptyTenant } from '../../support/tenant.ts';
import { checkBlockKit } from './block-kit.ts';
import { ANNA, NOW, recorded, type StandIn, standIn } from './stand-in.ts';

const PRESSED = '/actions/T0HOME/2/def';
const world = openStore();
let slack: StandIn;
let core: RunningCore;
let workspaceId: string;
let said = 0;

interface Button {
  readonly type: string;
  readonly action_id: string;
  readonly value: string;
  readonly text?: { readonly text: string };
  readonly confirm?: unknown;
}
type Message = Record<string, unknown>;

const coreAfter = (minutes: number, print?: Promise<unknown>) =>
  coreAt(new Date(NOW.getTime() + minutes * 60_000), {
    ...{ store: world.store, adapter: lazyAdapter('slack', () => slack) },
    ...(print === undefined ? {} : { print }),
  });
const start = async () => {
  slack = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
  nock('https://slack.test')
    .persist()
    .post('/api/users.info')
    .reply(200, { ok: true, ...ANNA });
};

beforeEach(async () => {
  nock.disableNetConnect();
  workspaceId = await emptyTenant(world.store, { platform: 'slack', tenant: 'T0HOME' }, NOW);
  core = coreAfter(0);
  await start();
  await say('help');
  await equip(world.store, workspaceId, NOW);
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  nock.cleanAll();
});

/** What Anna is answered to a slash command, in a message that she alone sees. */
async function say(text: string, user = 'U0ANNA'): Promise<Message> {
  said += 1;
  const answer = await slack.send(recorded('command', { text, user_id: user, trigger_id: `1.${said}` }));
  return JSON.parse(await answer.text());
}

function buttonIn(message: Message, label: string): Button {
  const found: Button[] = [];
  JSON.stringify(message, (_key, part) => {
    if (part?.type === 'button') found.push(part);
    return part;
  });
  const button = found.find(({ text }) => text?.text === label);
  if (button === undefined) throw new Error(`There is no button ${label}: ${found.map(({ text }) => text?.text)}`);
  return button;
}

/** Presses a button of a message that Anna alone sees. */
async function press({ action_id, value }: Button, user = 'U0ANNA'): Promise<void> {
  said += 1;
  const container = { type: 'message', message_ts: '1774.1', channel_id: 'C0TEAM', is_ephemeral: true };
  const actions = [{ type: 'button', action_id, value, action_ts: `1774.${said}` }];
  const payload = recorded('block-actions', { container, actions, message: undefined });
  await slack.send({ ...payload, user: { ...(payload.user as object), id: user } });
}

const answers = () => slack.calls.filter(({ method }) => method === 'response_url').map(({ args }) => args);
const answered = (count: number) =>
  vi.waitFor(() => expect(answers()).toHaveLength(count), { timeout: 5000 }).then(() => answers());
const rows = (table: CountedTable) => countRows(world.store, workspaceId, table);
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

describe.each(BUTTONS)('%s in Slack', (label, line, table) => {
  it('pressed twice has one effect and one answer, which replaces the message', async () => {
    const button = buttonIn(await say(line), label);
    const before = await rows(table);
    slack.expectResponse(PRESSED);
    slack.expectResponse(PRESSED);
    await Promise.all([press(button), press(button)]);
    const [answer = {}] = await answered(1);
    await settled();

    expect(answers()).toHaveLength(1);
    expect(await rows(table)).toBe(before + 1);
    expect(answer).toMatchObject({ replace_original: true });
    expect(checkBlockKit({ text: 'x', blocks: answer.blocks })).toEqual([]);
  });

  it('pressed again later, at another process, has no second effect', async () => {
    const button = buttonIn(await say(line), label);
    const before = await rows(table);
    slack.expectResponse(PRESSED);
    await press(button);
    await answered(1);
    await core.idle();
    await slack.stop();
    core = coreAfter(5);
    await start();
    slack.expectResponse(PRESSED);
    await press(button);
    await answered(1);

    expect(await rows(table)).toBe(before + 1);
  });
});

describe('in Slack', () => {
  it('a second `report mine` makes no second report while the first is made', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    core = coreAfter(0, promise);
    const first = JSON.stringify(await say('report mine'));
    const second = JSON.stringify(await say('report mine'));
    resolve();

    expect(first).toContain('Preparing the report');
    expect(second).toContain('You already asked for this report');
    expect(await rows('report')).toBe(1);
  });

  it('undo pressed twice undoes one act', async () => {
    for (const title of ['one', 'two']) await say(`plan 1h webinar on ${title} tomorrow`);
    const button = buttonIn(await say('undo'), 'Undo');
    slack.expectResponse(PRESSED);
    slack.expectResponse(PRESSED);
    await press(button);
    await press(button);
    await answered(1);
    await settled();

    expect(await rows('activity')).toBe(1);
    expect(answers()).toHaveLength(1);
    expect(JSON.stringify(answers())).toContain('Undone');
  });

  it('nobody undoes the act of another person, and nothing is undone after ten minutes', async () => {
    await say('plan 1h webinar on one tomorrow');
    const button = buttonIn(await say('undo'), 'Undo');
    slack.expectResponse(PRESSED);
    await press(button, 'U0BO');
    const [foreign] = await answered(1);
    core = coreAfter(10);
    slack.expectResponse(PRESSED);
    await press(button);
    const [, late] = await answered(2);

    for (const answer of [foreign, late]) expect(JSON.stringify(answer)).toContain('can’t be undone anymore');
    expect(await rows('activity')).toBe(1);
  });

  it('a page of a list replaces the one before it in a channel', async () => {
    for (let count = 0; count < 11; count += 1)
      await core.dispatch({
        ...{ command: 'log', args: { text: `1h webinar number${count} on 2026-03-${count + 10} for cissp !!` } },
        from: { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' },
        place: { platform: 'slack', tenant: 'T0HOME', address: 'C0TEAM' },
      });
    const button = buttonIn(await say('history'), 'Older');
    slack.expectResponse(PRESSED);
    await press(button);

    expect((await answered(1))[0]).toMatchObject({ replace_original: true });
  });

  it('a member is removed from a team only by a button that is marked as dangerous', async () => {
    const card = await say('team Security remove anna');

    expect(buttonIn(card, 'Remove')).toMatchObject({ style: 'danger' });
    expect(JSON.stringify(card)).toContain('Remove Anna Ngata from Security?');
  });
});
