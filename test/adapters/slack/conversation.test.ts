import { describe, expect, it, vi } from 'vitest';
import { LOG_FORM } from '../../support/samples.ts';
import { checkBlockKit } from './block-kit.ts';
import { ACTION, begin, beginWithoutProfile, called, installStandIn, slack } from './conversation-setup.ts';
import { aCard, jsonOf, recorded } from './stand-in.ts';

installStandIn();

describe('everything else', () => {
  it('suggests what the core finds', async () => {
    const requested: unknown[] = [];
    await beginWithoutProfile({
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
    await begin({ dispatch: () => ({ kind: 'form', form: LOG_FORM }) });
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

  it('draws the Home tab when it is opened, unless it was just drawn', async () => {
    await begin({ dispatch: () => aCard('CISSP: 3 CPE left') });
    slack.expect('views.publish', { view: { hash: 'h1' } });
    const opened = recorded('app-home-opened');

    await slack.send(opened);
    const { user_id, view } = await called('views.publish');
    const again = { ...(opened.event as object), view: { ...(view as object), id: 'V1', hash: 'h1' } };
    await slack.send({ ...opened, event_id: 'Ev1', event: again });

    expect(user_id).toBe('U0ANNA');
    expect(checkBlockKit(view)).toEqual([]);
    expect(slack.heard.map(({ command }) => command)).toEqual(['home']);
  });

  it('turns the page of the Home tab in the tab', async () => {
    await begin({ dispatch: () => aCard('Page 2') });
    slack.expect('views.publish', { view: { hash: 'h2' } });
    const { message: _, channel: __, ...press } = recorded('block-actions');
    const button = {
      action_id: 'home.1',
      action_ts: '1.1',
      value: JSON.stringify({ command: 'home', args: { skip: '7' } }),
    };
    const view = { type: 'home', id: 'V1', callback_id: '', private_metadata: '' };

    await slack.send({ ...press, container: { type: 'view', view_id: 'V1' }, view, actions: [button] });

    expect(JSON.stringify(await called('views.publish'))).toContain('Page 2');
    expect(slack.heard[0]).toMatchObject({ command: 'home', args: { skip: '7' } });
  });

  it.each([
    [{ type: 'app_uninstalled' }, ['slack/T0HOME']],
    [{ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }, ['slack/T0HOME']],
    [{ type: 'tokens_revoked', tokens: { oauth: ['U0ANNA'] } }, []],
  ])('tells the core of %j that the workspace is gone: %j', async (event, removed) => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });
    const { event: _, ...envelope } = recorded('app-home-opened');

    expect((await slack.send({ ...envelope, event })).status).toBe(200);

    await vi.waitFor(() => expect(slack.uninstalled).toEqual(removed));
  });

  it.each([
    [{ deleted: true }, ['U0BO is gone']],
    [{ deleted: true, team_id: 'T0HOME' }, ['U0BO is gone']],
    [{ deleted: false, team_id: 'T0HOME' }, ['U0BO is here']],
    [{ deleted: true, team_id: 'T0OTHER' }, []],
    [{ deleted: true, is_bot: true }, []],
    [{ deleted: true, is_stranger: true }, []],
  ])('tells the core of a changed account %j: %j', async (about, told) => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });
    const { event: _, ...envelope } = recorded('app-home-opened');
    const event = { type: 'user_change', user: { id: 'U0BO', name: 'bo', ...about } };

    expect((await slack.send({ ...envelope, event })).status).toBe(200);
    await vi.waitFor(() => expect(slack.accounts).toEqual(told));
  });

  it.each(['app_uninstalled', 'tokens_revoked', 'something_new'])('takes the event %s quietly', async (type) => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });

    const answer = await slack.send({ ...recorded('app-home-opened'), event: { type } });

    expect([answer.status, slack.heard.length]).toEqual([200, 0]);
  });

  it('takes a closed window quietly', async () => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });

    const answer = await slack.send(recorded('view-submission', { type: 'view_closed' }));

    expect([answer.status, slack.heard.length]).toEqual([200, 0]);
  });

  it('refuses guests of a shared channel in words', async () => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });
    slack.expectResponse(ACTION);

    await slack.send(recorded('block-actions', { user: { id: 'U0GUEST', team_id: 'T0OTHER' } }));

    expect((await called('response_url')).text).toContain('members');
    expect(slack.heard).toEqual([]);
  });

  it('answers a button pressed in a channel to the presser alone, and the message stays', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    slack.expectResponse(ACTION);

    await slack.send(recorded('block-actions'));

    const answer = await called('response_url');
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  it('refuses people of another workspace, whatever their envelope says about the team', async () => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });

    const answer = await slack.send(recorded('command', { team_id: 'T0OTHER' }));

    expect((await jsonOf(answer)).text).toContain('members');
    expect(slack.heard).toEqual([]);
  });
});
