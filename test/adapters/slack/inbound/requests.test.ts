import nock from 'nock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCard, NOW, recorded, type StandIn, signed, standIn } from '../stand-in.ts';

const MINUTE = 60_000;
const FORM = 'application/x-www-form-urlencoded';
let slack: StandIn;

beforeAll(async () => {
  nock.disableNetConnect();
  slack = await standIn({ dispatch: () => aCard('Pace') });
});
beforeEach(() => {
  slack.heard.length = 0;
});
afterAll(async () => {
  await slack.stop();
  nock.cleanAll();
});

function command(changes: Record<string, string> = {}): string {
  return new URLSearchParams(recorded('command', changes) as Record<string, string>).toString();
}

function payload(text: string): Request {
  return signed(new URLSearchParams({ payload: text }).toString());
}

const at = (ms: number) => new Date(NOW.getTime() + ms);
const unsigned = (headers: Record<string, string>) =>
  new Request('http://bot.test/slack/events', {
    method: 'POST',
    body: command(),
    headers: { 'content-type': FORM, ...headers },
  });

describe('a request that Slack did not send', () => {
  it.each<[string, () => Request, number]>([
    ['a GET', () => new Request('http://bot.test/slack/events'), 405],
    ['a PUT', () => new Request('http://bot.test/slack/events', { method: 'PUT', body: command() }), 405],
    ['no signature', () => unsigned({}), 401],
    [
      'a short signature',
      () => unsigned({ 'x-slack-signature': 'v0=1', 'x-slack-request-timestamp': '1774958400' }),
      401,
    ],
    ['another secret', () => signed(command(), { secret: 'guessed' }), 401],
    ['an old date', () => signed(command(), { at: at(-6 * MINUTE) }), 401],
    ['a future date', () => signed(command(), { at: at(6 * MINUTE) }), 401],
    ['no date', () => signed(command(), { timestamp: 'NaN' }), 401],
    ['an endless date', () => signed(command(), { timestamp: '9'.repeat(400) }), 401],
    ['a huge body', () => signed(`text=${'x'.repeat(1024 * 1024)}`), 413],
    ['another content type', () => signed(command(), { type: 'text/plain' }), 400],
    ['a form sent as JSON', () => signed(command(), { type: 'application/json' }), 400],
    ['an empty body', () => signed(''), 400],
    ['a payload of null', () => payload('null'), 400],
    ['an empty payload', () => payload('{}'), 400],
    ['a payload that is a list', () => payload('[{"type":"block_actions"}]'), 400],
    ['a payload that is a text', () => payload('"block_actions"'), 400],
    ['a payload that is no JSON', () => payload('{"type":'), 400],
    ['a press without actions', () => payload(JSON.stringify(recorded('block-actions', { actions: [] }))), 400],
    ['a press without a person', () => payload(JSON.stringify(recorded('block-actions', { user: null }))), 400],
    ['a form without a view', () => payload(JSON.stringify(recorded('view-submission', { view: null }))), 400],
    ['an event of null', () => signed('{"type":"event_callback","event":null}', { type: 'application/json' }), 400],
    ['a command without a person', () => signed(command({ user_id: '' })), 400],
    ['a type inherited from objects', () => payload('{"type":"__proto__","actions":null}'), 200],
  ])('with %s changes nothing', async (_name, request, status) => {
    const answer = await slack.handle(request());

    expect([answer.status, await answer.text(), slack.heard.length]).toEqual([status, '', 0]);
  });

  it('is read no further than a mebibyte', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });

    const answer = await slack.handle(
      new Request('http://bot.test/slack/events', { method: 'POST', body: endless, duplex: 'half' } as RequestInit),
    );

    expect(answer.status).toBe(413);
    expect(given).toBeLessThan(32);
  });

  it('is forgotten when its sender goes away', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });

    const answer = await slack.handle(
      new Request('http://bot.test/slack/events', { method: 'POST', body: broken, duplex: 'half' } as RequestInit),
    );

    expect(answer.status).toBe(400);
  });
});

describe('a signed request', () => {
  it.each([-5 * MINUTE, 5 * MINUTE])('is taken %i ms away from now', async (away) => {
    slack.expect('users.info', { ok: false, error: 'user_not_found' });

    const answer = await slack.handle(signed(command({ trigger_id: `at ${away}` }), { at: at(away) }));

    expect(answer.status).toBe(200);
    expect(slack.heard.length).toBe(1);
    nock.cleanAll();
  });

  it('gets the first answer again when it is replayed, and happens once', async () => {
    const body = command({ trigger_id: 'replayed' });

    const first = await slack.handle(signed(body));
    const second = await slack.handle(signed(body));

    expect(await second.text()).toBe(await first.text());
    expect(slack.heard.length).toBe(1);
  });

  it('is answered in words when Bolt stumbles over a command', async () => {
    const answer = await slack.handle(signed(command({ event: '' })));

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('went wrong');
  });

  it('gets its challenge back', async () => {
    const answer = await slack.send({ type: 'url_verification', challenge: 'abc' });

    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it('is told that the certificate was seen', async () => {
    const answer = await slack.handle(signed('ssl_check=1&token=t'));

    expect(answer.status).toBe(200);
  });

  it.each([
    ['a value that is no JSON', 'later'],
    ['a value of null', 'null'],
    ['a command that is no text', '{"command":7,"args":{}}'],
    ['arguments that are no texts', '{"command":"log","args":{"a":{}}}'],
  ])('presses nothing with %s', async (_name, value) => {
    const press = recorded('block-actions');
    const actions = [{ ...(press.actions as object[])[0], value }];

    const answer = await slack.send({ ...press, actions });

    expect([answer.status, slack.heard.length]).toEqual([200, 0]);
  });

  it.each([
    ['command', null],
    ['event', null],
    ['name', {}],
    ['actions', 'x'],
  ])('with a stray %s is answered all the same', async (name, value) => {
    slack.expect('users.info', { ok: false, error: 'user_not_found' });

    const answer = await slack.send(recorded('view-submission', { [name]: value }), { as: 'payload' });

    expect(answer.status).toBe(200);
    nock.cleanAll();
  });
});
