import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../../src/chat/reply.ts';
import { LOG_FORM } from '../../../support/samples.ts';
import { checkBlockKit } from '../block-kit.ts';
import { ACTION, begin, beginWithoutProfile, called, installStandIn, slack } from '../conversation-setup.ts';
import { ANNA, aCard, jsonOf, recorded } from '../stand-in.ts';

installStandIn();

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
    await begin({ dispatch: () => ({ kind: 'form', form: LOG_FORM }) });
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
    await beginWithoutProfile({ dispatch: () => ({ kind: 'form', form: { ...LOG_FORM, title: 'Step two' } }) });
    slack.expect('users.info', ANNA);

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer.response_action).toBe('update');
    expect(checkBlockKit(answer.view)).toEqual([]);
  });

  it('shows what is wrong with the whole form at the first input', async () => {
    await begin({
      dispatch: () => ({ kind: 'form', form: { ...LOG_FORM, problem: 'Not now.', errors: { day: 'No.' } } }),
    });

    const answer = await jsonOf(await slack.send(recorded('view-submission')));

    expect(answer).toEqual({ response_action: 'errors', errors: { title: 'Not now.', day: 'No.' } });
  });

  it('is drawn anew, with the reason in words, when the wrong field is not in the window', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: { ...LOG_FORM, errors: { unknown: 'Not held.' } } }) });

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
    late.resolve(aCard('Logged'));

    const { external_id, view } = await called('views.update');
    expect(external_id).toBe(answer.view.external_id);
    expect(checkBlockKit(view)).toEqual([]);
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  it('is answered by a message when the view with the receipt was closed before', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { submission: 1 } });
    await slack.send(recorded('view-submission'));
    slack.expect('views.update', { ok: false, error: 'not_found' });
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');
    late.resolve(aCard('Logged'));

    expect((await called('chat.postMessage')).channel).toBe('D0ANNA');
  });

  it('shows the receipt in its view, whose buttons are answered there', async () => {
    const undo = { label: 'Undo', command: 'undo', args: { activity: '7' } };
    const more = { label: 'Log more', command: 'log', args: {}, opensForm: true };
    await begin({
      dispatch: ({ command, answers }): Reply => {
        if (command === 'undo') return aCard('No longer counts');
        return answers === undefined ? { kind: 'form', form: LOG_FORM } : aCard('Logged', { actions: [undo, more] });
      },
    });

    const { response_action, view } = await jsonOf(await slack.send(recorded('view-submission')));
    let pressed = 0;
    const press = async (label: string) => {
      const buttons = view.blocks.flatMap(({ elements = [] }: { elements?: object[] }) => elements);
      const button = buttons.find((one: { text?: { text: string } }) => one.text?.text === label);
      const { message: _, channel: __, response_url: ___, ...payload } = recorded('block-actions');
      const { callback_id, private_metadata } = view;
      const shown = { type: 'modal', id: 'V7', callback_id, private_metadata, state: { values: {} } };
      slack.expect('views.update');
      const actions = [{ ...button, action_ts: '1.1' }];
      await slack.send({ ...payload, container: { type: 'view', view_id: 'V7' }, view: shown, actions });
      pressed += 1;
      const updates = await vi.waitFor(() => {
        const made = slack.calls.filter(({ method }) => method === 'views.update');
        expect(made).toHaveLength(pressed);
        return made;
      });
      return updates.at(-1)?.args as { view_id: string; view: object };
    };

    expect([response_action, checkBlockKit(view)]).toEqual(['update', []]);
    const undone = await press('Undo');
    expect([undone.view_id, checkBlockKit(undone.view)]).toEqual(['V7', []]);
    expect(JSON.stringify(undone.view)).toContain('No longer counts');
    expect((await press('Log more')).view).toMatchObject({ callback_id: 'log' });
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
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
    await begin({ dispatch: () => aCard('Logged', {}, 'place') });
    slack.expect('chat.postMessage', {}, 502);

    await slack.send(recorded('view-submission'));

    await vi.waitFor(() => expect(slack.logged).toContain('A message may not have been delivered.'));
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').length).toBe(1);
  });
});
