import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../../src/core/dispatch.ts';
import { day } from '../../../../src/domain/calendar.ts';
import { silent } from '../../../support/conversation.ts';
import { patientCore } from '../../../support/core.ts';
import { openStore } from '../../../support/store.ts';
import { emptyTenant } from '../../../support/tenant.ts';
import { expectNoUnusedRequests } from '../../../support/unused-requests.ts';
import { expectFile, PDF } from '../sent-files.ts';
import { ANNA, NOW, recorded, type StandIn, standIn } from '../stand-in.ts';

const world = openStore();
let slack: StandIn;
let core: RunningCore;

beforeEach(async () => {
  nock.disableNetConnect();
  await emptyTenant(world.store, { platform: 'slack', tenant: 'T0HOME' }, NOW);
  core = patientCore({ store: world.store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
  slack = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  expectNoUnusedRequests();
});

const directMessage = (event: Record<string, unknown>, eventId = 'Ev0DIRECT') => {
  const payload = recorded('direct-message', { event_id: eventId });
  return { ...payload, event: { ...(payload.event as object), ...event } };
};
const posted = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args);

async function holdsCissp(): Promise<void> {
  slack.expect('users.info', ANNA);
  await slack.send(recorded('command', { text: 'help' }));
  const workspaceId = await world.store.directory.workspaceOf('slack', 'T0HOME', NOW);
  await world.store.inWorkspace(workspaceId, async ({ audit, people, holdings }) => {
    audit.actAs('operator', NOW);
    const [{ personId = '' } = {}] = await people.all();
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    await holdings.add({ personId, certification: 'cissp', number: '', cycle }, NOW);
  });
}

describe('a direct message', () => {
  it('is answered like a line after /recert, in the conversation', async () => {
    await holdsCissp();
    slack.expect('chat.postMessage', { ts: '1.1' });

    expect((await slack.send(directMessage({}))).status).toBe(200);

    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()[0]).toMatchObject({ channel: 'D0ANNA' });
    expect(JSON.stringify(posted()[0])).toContain('CISSP');
  });

  it('is answered once, however often Slack sends it', async () => {
    await holdsCissp();
    slack.expect('chat.postMessage', { ts: '1.1' });

    await slack.send(directMessage({}));
    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    await slack.send(directMessage({}), { at: new Date(NOW.getTime() + 60_000) });

    expect(slack.heard.filter(({ line }) => line?.startsWith('am I behind'))).toHaveLength(1);
  });

  it.each([
    ['an edit', { subtype: 'message_changed', user: undefined, message: { text: 'pace', user: 'U0ANNA' } }],
    ['a join', { subtype: 'channel_join' }],
    ['a message of a bot', { subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined }],
    ['a message of a bot with a user', { bot_id: 'B0OTHER' }],
    ['its own message', { user: 'U0BOT', bot_id: 'B0RECERT' }],
    ['a message in a channel', { channel_type: 'channel', channel: 'C0TEAM' }],
    ['a message of a guest from elsewhere', { user_team: 'T0ELSEWHERE', text: '' }],
  ])('is not %s', async (what, event) => {
    if (what.includes('guest')) slack.expect('chat.postMessage', { ts: '1.1' });

    expect((await slack.send(directMessage(event))).status).toBe(200);

    await vi.waitFor(() => expect(posted()).toHaveLength(what.includes('guest') ? 1 : 0));
    expect(slack.heard).toEqual([]);
  });

  it('that asks for a form gets a button that opens it', async () => {
    await holdsCissp();
    slack.expect('chat.postMessage', { ts: '1.1' });
    await slack.send(directMessage({ text: '2h OWASP meetup yesterday for cissp' }));
    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    const blocks = posted()[0]?.blocks as readonly { readonly type: string; readonly elements?: readonly unknown[] }[];
    const [button] = blocks.find(({ type }) => type === 'actions')?.elements ?? [];
    slack.expect('views.open');

    await slack.send(recorded('block-actions', { actions: [{ ...(button as object), action_ts: '1774000060.1' }] }));

    const opened = slack.calls.find(({ method }) => method === 'views.open');
    expect(JSON.stringify(opened?.args)).toContain('OWASP meetup');
  });

  it('with a file and no words is proof, whose bytes are read', async () => {
    await holdsCissp();
    const tokens = expectFile('%PDF-1.4 certificate');
    slack.expect('chat.postMessage', { ts: '1.1' });

    await slack.send(directMessage({ subtype: 'file_share', text: '', files: [{ ...PDF, size: 20 }] }));

    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    expect(slack.heard.at(-1)).toMatchObject({ command: 'attach', files: [{ name: 'certificate.pdf' }] });
    expect(tokens).toEqual(['Bearer xoxb-test']);
  });

  it('drops the name of the app and asks before it deletes', async () => {
    await holdsCissp();
    slack.expect('chat.postMessage', { ts: '1.1' });

    await slack.send(directMessage({ text: '/recert undo that' }));

    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    expect(JSON.stringify(posted()[0])).toContain('nothing to undo');
  });
});
