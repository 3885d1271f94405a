import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { checkBlockKit } from './block-kit.ts';
import { ANNA, type Answers, aCard, jsonOf, recorded, type StandIn, standIn } from './stand-in.ts';

const FORM: Form = {
  command: 'log',
  title: 'Log credits',
  submit: 'Log',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
    { kind: 'date', name: 'day', label: 'Day' },
  ],
  state: 'entry-7',
};
const COMMAND = '/commands/T0HOME/1/abc';
const ACTION = '/actions/T0HOME/2/def';

let slack: StandIn;
const begin = async (answers: Answers) => {
  slack = await standIn(answers);
  slack.expect('users.info', ANNA);
};
const called = (method: string) =>
  vi.waitFor(() => {
    const call = slack.calls.find((one) => one.method === method);
    if (call === undefined) throw new Error(`${method} was not called`);
    return call.args;
  });

beforeEach(() => nock.disableNetConnect());
afterEach(async () => {
  await slack.stop();
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect(unused).toEqual([]);
});

describe('a credit is logged', () => {
  it('goes from command to form, to a refusal that keeps the form open, to a message', async () => {
    await begin({
      dispatch: ({ answers }): Reply => {
        if (answers === undefined) return { kind: 'form', form: FORM };
        if (answers.title === '') return { kind: 'form', form: { ...FORM, errors: { title: 'A title is missing.' } } };
        return aCard('Logged');
      },
    });

    slack.expect('views.open');
    const opened = await slack.send(recorded('command'));
    expect([opened.status, await opened.text()]).toEqual([200, '']);
    const { view, trigger_id } = await called('views.open');
    expect(trigger_id).toBe(recorded('command').trigger_id);
    expect(checkBlockKit(view)).toEqual([]);
    expect(view).toMatchObject({ callback_id: 'log', private_metadata: '{"state":"entry-7","place":"C0TEAM"}' });

    const empty = recorded('view-submission');
    (empty.view as { state: unknown }).state = {
      values: { title: { line: { type: 'plain_text_input', value: null } } },
    };
    const refused = await slack.send(empty);
    expect(await refused.json()).toEqual({ response_action: 'errors', errors: { title: 'A title is missing.' } });

    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');
    const accepted = await slack.send(recorded('view-submission'));
    expect(await accepted.json()).toEqual({ response_action: 'clear' });
    const { channel, text, blocks, unfurl_links } = await called('chat.postMessage');
    expect([channel, unfurl_links]).toEqual(['D0ANNA', 'false']);
    expect(checkBlockKit({ text, blocks })).toEqual([]);
    expect(slack.heard.map(({ state, key }) => [state, key])).toEqual([
      [undefined, recorded('command').trigger_id],
      ['entry-7', 'V0FORM'],
      ['entry-7', 'V0FORM'],
    ]);
  });

  it('asks who the person is once', async () => {
    await begin({ dispatch: () => aCard('Pace') });

    await slack.send(recorded('command'));
    await slack.send(recorded('command', { trigger_id: 'another' }));

    const profile = { name: 'Anna Ngata', zone: 'Pacific/Auckland', locale: 'en-GB' };
    expect(slack.heard.map((interaction) => interaction.profile)).toEqual([profile, profile]);
  });
});

describe('a typed line', () => {
  it.each([
    ['sender', 'ephemeral'],
    ['place', 'in_channel'],
  ] as const)('is answered to the %s in the acknowledgement', async (to, type) => {
    await begin({ dispatch: () => aCard('Pace', {}, to) });

    const answer = await slack.send(recorded('command'));

    const { response_type, ...message } = await jsonOf(answer);
    expect(response_type).toBe(type);
    expect(checkBlockKit(message)).toEqual([]);
  });

  it('is acknowledged first and answered later when that takes longer', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { answer: 1 } });

    const answer = await slack.send(recorded('command'));
    expect(await answer.text()).toBe('');
    slack.expectResponse(COMMAND);
    late.resolve(aCard('Pace'));

    expect(await called('response_url')).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  it('is answered with a button when the form comes too late', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });
    slack.expect('views.open', { ok: false, error: 'expired_trigger_id' });

    const answer = await slack.send(recorded('command', { text: 'log zero trust' }));

    const { blocks } = await jsonOf(answer);
    expect(blocks.at(-1).elements[0].value).toBe('{"command":"log","args":{"text":"zero trust"}}');
    expect(slack.logged).toEqual(['A form could not be opened.']);
  });

  it('is answered although Slack does not say who the person is', async () => {
    slack = await standIn({ dispatch: () => aCard('Pace') });
    slack.expect('users.info', {}, 500);

    const answer = await slack.send(recorded('command'));

    expect((await jsonOf(answer)).text).toContain('Pace');
    expect(slack.heard[0]?.profile).toBeUndefined();
  });

  it('is never left without any answer', async () => {
    const never = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => never.promise, waits: { answer: 60_000, request: 1 } });

    const answer = await slack.send(recorded('command'));
    never.resolve(aCard('Too late'));

    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(slack.logged).toEqual(['Slack got an empty answer, because none was ready in time.']);
    await vi.waitFor(() => expect(nock.pendingMocks()).toEqual([]));
  });

  it('is answered in words when the core fails', async () => {
    await begin({ dispatch: () => Promise.reject(new Error('no')) });

    const answer = await slack.send(recorded('command'));

    expect((await jsonOf(answer)).text).toContain('didn’t work');
  });

  it('is answered in words when the reply cannot be drawn', async () => {
    const action = { label: 'Log', command: 'log', args: { id: 'x'.repeat(3000) } };
    await begin({ dispatch: () => aCard('Pace', { actions: [action] }) });

    const answer = await slack.send(recorded('command'));

    expect((await jsonOf(answer)).text).toContain('didn’t work');
  });
});

describe('a pressed button', () => {
  it('answers the person alone in a channel', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    slack.expectResponse(ACTION);

    const answer = await slack.send(recorded('block-actions'));

    expect(await answer.text()).toBe('');
    expect(await called('response_url')).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  it('replaces its own card in a direct message', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    slack.expectResponse(ACTION);

    await slack.send(recorded('block-actions', { channel: { id: 'D0ANNA', name: 'directmessage' } }));

    expect(await called('response_url')).toMatchObject({ replace_original: true });
  });

  it('opens a form', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });
    slack.expect('views.open');

    await slack.send(recorded('block-actions'));

    expect((await called('views.open')).trigger_id).toBe(recorded('block-actions').trigger_id);
  });

  it('on the Home tab is answered by a direct message', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');
    const { response_url: _, channel: __, message: ___, ...home } = recorded('block-actions');

    await slack.send({ ...home, container: { type: 'view', view_id: 'V0HOME' } });

    expect((await called('chat.postMessage')).channel).toBe('D0ANNA');
  });
});

describe('a sent form', () => {
  it('leads to the next step in the same window', async () => {
    slack = await standIn({ dispatch: () => ({ kind: 'form', form: { ...FORM, title: 'Step two' } }) });
    slack.expect('users.info', ANNA);

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer.response_action).toBe('update');
    expect(checkBlockKit(answer.view)).toEqual([]);
  });

  it('shows what is wrong with the whole form at the first input', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: { ...FORM, problem: 'Not now.', errors: { day: 'No.' } } }) });

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer).toEqual({ response_action: 'errors', errors: { title: 'Not now.', day: 'No.' } });
  });

  it('is drawn anew, with the reason in words, when the wrong field is not in the window', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: { ...FORM, errors: { unknown: 'Not held.' } } }) });

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer.response_action).toBe('update');
    expect(JSON.stringify(answer.view.blocks)).toContain('Not held.');
    expect(JSON.parse(answer.view.private_metadata).showsErrors).toBe(true);
  });

  it('stays open just as it is when it could not be dealt with', async () => {
    await begin({ dispatch: () => ({ kind: 'stay', problem: 'The database rests.' }) });

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer).toEqual({ response_action: 'errors', errors: { title: 'The database rests.' } });
  });

  it('lies below a sign that it takes longer, which is filled in later', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { submission: 1 } });

    const answer = await jsonOf(await slack.send(recorded('view-submission')));
    expect(answer.response_action).toBe('push');
    expect(checkBlockKit(answer.view)).toEqual([]);
    slack.expect('views.update');
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');
    late.resolve(aCard('Logged'));

    const { external_id, view } = await called('views.update');
    expect(external_id).toBe(answer.view.external_id);
    expect(checkBlockKit(view)).toEqual([]);
    await called('chat.postMessage');
  });

  it('tells the person when the channel does not take the message', async () => {
    await begin({ dispatch: () => aCard('Logged', {}, 'place') });
    slack.expect('chat.postMessage', { ok: false, error: 'not_in_channel' });
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');

    await slack.send(recorded('view-submission'));

    const posted = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
    await vi.waitFor(() => expect(posted()).toHaveLength(2));
    expect(posted().map(({ args }) => args.channel)).toEqual(['C0TEAM', 'D0ANNA']);
  });

  it('never sends a message twice when nobody knows whether it arrived', async () => {
    await begin({ dispatch: () => aCard('Logged') });
    slack.expect('conversations.open', { ok: false, error: 'missing_scope' });
    slack.expect('chat.postMessage', {}, 502);

    await slack.send(recorded('view-submission'));

    await vi.waitFor(() => expect(slack.logged).toContain('A message may not have been delivered.'));
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').length).toBe(1);
  });
});

describe('speaking first', () => {
  const place = (address: string) => ({ platform: 'slack', tenant: 'T0HOME', address }) as const;
  const card = { title: 'News', blocks: [{ kind: 'text', text: 'Words.' }] } as const;

  it('tells a person in their direct messages, and a channel in the channel; and changes what it said', async () => {
    slack = await standIn({ dispatch: () => aCard('Never') });
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage', { channel: 'D0ANNA', ts: '1.2' });
    slack.expect('chat.postMessage', { channel: 'C0TEAM', ts: '3.4' });
    slack.expect('chat.update');

    const notified = await slack.post(place('U0ANNA'), card);
    const posted = await slack.post(place('C0TEAM'), card);
    const changed = await slack.update(place('C0TEAM'), 'C0TEAM:3.4', card);

    expect([notified, posted, changed]).toEqual([
      { kind: 'sent', message: 'D0ANNA:1.2' },
      { kind: 'sent', message: 'C0TEAM:3.4' },
      { kind: 'sent', message: 'C0TEAM:3.4' },
    ]);
    expect(slack.calls.at(-1)?.args).toMatchObject({ channel: 'C0TEAM', ts: '3.4' });
  });

  it.each([
    ['not_in_channel', 200, { ok: false, error: 'not_in_channel' }, 'refused'],
    ['a broken answer', 502, {}, 'unknown'],
    ['too much at once', 429, {}, 'busy'],
  ])('says what became of it after %s, and does not repeat it', async (_name, status, answer, kind) => {
    slack = await standIn({ dispatch: () => aCard('Never') });
    slack.expect('chat.postMessage', answer, status);

    expect((await slack.post(place('C0TEAM'), card)).kind).toBe(kind);

    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});

describe('everything else', () => {
  it('suggests what the core finds', async () => {
    const requested: unknown[] = [];
    slack = await standIn({
      dispatch: () => aCard('Never'),
      suggest: (request) => {
        requested.push(request);
        return [{ value: 'cissp', label: 'CISSP', detail: 'ISC2' }];
      },
    });

    const answer = await jsonOf(await slack.send(recorded('block-suggestion')));

    expect(requested).toEqual([
      {
        source: 'certifications',
        typed: 'ciss',
        limit: 100,
        from: { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' },
      },
    ]);
    expect(answer.options).toEqual([
      {
        text: { type: 'plain_text', text: 'CISSP', emoji: false },
        value: 'cissp',
        description: { type: 'plain_text', text: 'ISC2', emoji: false },
      },
    ]);
  });

  it.each(['shortcut', 'message-action'])('opens a form from a %s', async (name) => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });
    slack.expect('views.open');

    await slack.send(recorded(name));

    expect((await called('views.open')).trigger_id).toBe(recorded(name).trigger_id);
  });

  it("dates what a message shortcut is about by the person's own day", async () => {
    await begin({ dispatch: () => aCard('Noted') });
    slack.expectResponse('/app/T0HOME/3/ghi');

    await slack.send(recorded('message-action'));

    expect(slack.heard[0]?.args).toEqual({
      text: 'Two hours on zero trust',
      url: 'https://example.org/zero-trust?a=1&b=2',
      date: '2026-04-01',
    });
    await called('response_url');
  });

  it('draws the Home tab the first time only', async () => {
    await begin({ dispatch: () => aCard('Help') });
    slack.expect('views.publish');
    const opened = recorded('app-home-opened');

    await slack.send(opened);
    const { user_id, view } = await called('views.publish');
    await slack.send({ ...opened, event_id: 'Ev1', event: { ...(opened.event as object), view: { id: 'V1' } } });

    expect(user_id).toBe('U0ANNA');
    expect(checkBlockKit(view)).toEqual([]);
    expect(slack.heard.length).toBe(1);
  });

  it.each([
    [{ type: 'app_uninstalled' }, ['slack/T0HOME']],
    [{ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }, ['slack/T0HOME']],
    [{ type: 'tokens_revoked', tokens: { oauth: ['U0ANNA'] } }, []],
  ])('tells the core of %j that the workspace is gone: %j', async (event, removed) => {
    slack = await standIn({ dispatch: () => aCard('Never') });
    const { event: _, ...envelope } = recorded('app-home-opened');

    expect((await slack.send({ ...envelope, event })).status).toBe(200);

    await vi.waitFor(() => expect(slack.uninstalled).toEqual(removed));
  });

  it.each(['app_uninstalled', 'tokens_revoked', 'something_new'])('takes the event %s quietly', async (type) => {
    slack = await standIn({ dispatch: () => aCard('Never') });

    const answer = await slack.send({ ...recorded('app-home-opened'), event: { type } });

    expect([answer.status, slack.heard.length]).toEqual([200, 0]);
  });

  it('takes a closed window quietly', async () => {
    slack = await standIn({ dispatch: () => aCard('Never') });

    const answer = await slack.send(recorded('view-submission', { type: 'view_closed' }));

    expect([answer.status, slack.heard.length]).toEqual([200, 0]);
  });

  it('refuses guests of a shared channel in words', async () => {
    slack = await standIn({ dispatch: () => aCard('Never') });
    slack.expectResponse(ACTION);

    await slack.send(recorded('block-actions', { user: { id: 'U0GUEST', team_id: 'T0OTHER' } }));

    expect((await called('response_url')).text).toContain('members');
    expect(slack.heard).toEqual([]);
  });

  it('refuses people of another workspace, whatever their envelope says about the team', async () => {
    slack = await standIn({ dispatch: () => aCard('Never') });

    const answer = await slack.send(recorded('command', { team_id: 'T0OTHER' }));

    expect((await jsonOf(answer)).text).toContain('members');
    expect(slack.heard).toEqual([]);
  });
});
