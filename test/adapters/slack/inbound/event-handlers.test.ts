import nock from 'nock';
import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../../src/chat/reply.ts';
import { LOG_FORM } from '../../../support/samples.ts';
import { checkBlockKit } from '../block-kit.ts';
import { begin, beginWithoutProfile, COMMAND, called, installStandIn, slack } from '../conversation-setup.ts';
import { aCard, jsonOf, recorded } from '../stand-in.ts';

installStandIn();

describe('a credit is logged', () => {
  it('goes from command to form, to a refusal that keeps the form open, to a message', async () => {
    await begin({
      dispatch: ({ answers }): Reply => {
        if (answers === undefined) return { kind: 'form', form: LOG_FORM };
        if (answers.title === '')
          return { kind: 'form', form: { ...LOG_FORM, errors: { title: 'A title is missing.' } } };
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

    const accepted = await slack.send(recorded('view-submission'));
    const receipt = (await accepted.json()) as { response_action: string; view: unknown };
    expect(receipt.response_action).toBe('update');
    expect(checkBlockKit(receipt.view)).toEqual([]);
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

    const profile = { name: 'Anna Ngata', zone: 'Pacific/Auckland', locale: 'en-GB', handle: '@anna' };
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
    await begin({ dispatch: () => ({ kind: 'form', form: LOG_FORM }) });
    slack.expect('views.open', { ok: false, error: 'expired_trigger_id' });

    const answer = await slack.send(recorded('command', { text: 'log zero trust' }));

    const { blocks } = await jsonOf(answer);
    expect(blocks.at(-1).elements[0].value).toBe('{"command":"log","args":{"text":"zero trust"}}');
    expect(slack.logged).toEqual(['A form could not be opened.']);
  });

  it('is answered although Slack does not say who the person is', async () => {
    await beginWithoutProfile({ dispatch: () => aCard('Pace') });
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

    expect((await jsonOf(answer)).text).toContain('went wrong');
  });

  it('is answered in words when the reply cannot be drawn', async () => {
    const action = { label: 'Log', command: 'log', args: { id: 'x'.repeat(3000) } };
    await begin({ dispatch: () => aCard('Pace', { actions: [action] }) });

    const answer = await slack.send(recorded('command'));

    expect((await jsonOf(answer)).text).toContain('went wrong');
  });
});
