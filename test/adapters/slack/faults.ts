import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { clientOptions, newClients } from '../../../adapters/slack/outbound/clients.ts';
import { directMessages } from '../../../adapters/slack/outbound/direct-messages.ts';
import { poster } from '../../../adapters/slack/outbound/post.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import { sendOutbox } from '../../../src/services/notifications/send-outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent } from '../../support/conversation.ts';
import { quietCore } from '../../support/core.ts';
import { newTenant } from '../../support/tenant.ts';

const TIMEOUT_MS = 120;
const SHARE = 0.3;
const SIDE_BY_SIDE = 8;

/** What goes wrong with a call, in turn: with some the message is there all the same. */
const FAULTS = ['429', '500', '503 after', 'silence', 'silence after', 'reset', 'reset after'] as const;

/** What came of so many messages over a network of which three calls in ten go wrong. */
export interface Aftermath {
  readonly faults: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
  /** Messages of which the admin was told that they may have arrived. */
  readonly reported: number;
  readonly problems: readonly string[];
}

/** Plans messages to many places and sends them through the Slack adapter against a server that fails, until nothing waits. */
export async function sendThroughFaults(store: Store, sends: number, workspaces: number): Promise<Aftermath> {
  const uploads = new Map<string, number>();
  const faults: Record<string, number> = {};
  const server = failing(uploads, faults);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const options = clientOptions(apiUrl, silent);
  const clients = {
    ...newClients('xoxb-1', options),
    bulk: new WebClient('xoxb-1', { ...options, timeout: TIMEOUT_MS }),
  };
  let past = 0;
  const clock = { now: () => new Date(Date.parse('2026-11-25T12:00:00Z') + past) };
  const { post, update, deliver } = poster({
    core: Promise.resolve(quietCore),
    of: async () => ({ isInstalled: true, clients, direct: directMessages(clients.bulk, clock, silent) }),
  });
  const adapter: ChatAdapter = {
    platform: 'slack',
    start: async () => {},
    stop: async () => {},
    post,
    update,
    deliver,
  };

  const ids: string[] = [];
  for (let order = 0; order < workspaces; order += 1)
    ids.push(await planned(store, order, Math.ceil(sends / workspaces), clock.now()));
  let open = sends;
  for (let turn = 0; open > 0 && turn < 60; turn += 1) {
    const work = ids.values();
    const worker = async () => {
      for (const id of work) await sendOutbox(id, { store, clock, log: silent, adapters: [adapter], gapMs: 0 });
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    past += 31 * 60_000;
    open = (await messagesOf(store, ids)).filter(({ state }) => state === 'planned' || state === 'sending').length;
  }
  server.closeAllConnections();
  server.close();
  return aftermath(await messagesOf(store, ids), uploads, faults, open);
}

async function planned(store: Store, order: number, count: number, now: Date): Promise<string> {
  const tenant = newTenant();
  const workspaceId = await store.directory.workspaceOf('slack', tenant, now);
  await store.inWorkspace(workspaceId, async ({ people, outbox, preferences, audit }) => {
    audit.actAs('operator', now);
    const identity = { platform: 'slack', tenant, user: `U${order}` };
    const { personId } = await people.join(
      identity,
      { name: 'Hugo', zone: 'UTC', locale: 'en-GB', role: 'admin' },
      now,
    );
    await people.saveAddress(identity, `U${order}`);
    await preferences.save(personId, { workDays: '1234567', contactFrom: 0, contactUntil: 24 });
    for (let turn = 0; turn < count; turn += 1) {
      const key = `message ${order} ${turn}`;
      const card = { title: key, blocks: [{ kind: 'text', text: key }] };
      const place = { platform: 'slack', tenant, address: `C${turn % 20}` };
      await outbox.plan({ key, purpose: 'digest', place, card }, now);
    }
  });
  return workspaceId;
}

async function messagesOf(store: Store, ids: readonly string[]) {
  const all = [];
  for (const id of ids)
    all.push(
      ...(await store.inWorkspace(id, ({ outbox }) => outbox.latest({ purposes: ['digest', 'notice'] }, 100_000))),
    );
  return all;
}

function aftermath(
  messages: Awaited<ReturnType<typeof messagesOf>>,
  uploads: ReadonlyMap<string, number>,
  faults: Readonly<Record<string, number>>,
  open: number,
): Aftermath {
  const problems: string[] = open > 0 ? [`${open} messages are still waiting`] : [];
  const states: Record<string, number> = {};
  const digests = messages.filter(({ purpose }) => purpose === 'digest');
  for (const { key, state } of digests) {
    states[state] = (states[state] ?? 0) + 1;
    const times = uploads.get(key) ?? 0;
    if (times > 1) problems.push(`${key} arrived ${times} times`);
    if (state === 'sent' && times !== 1) problems.push(`${key} is called sent and arrived ${times} times`);
    if (state === 'failed') problems.push(`${key} was given up`);
  }
  const reported = new Set(
    messages.filter(({ purpose }) => purpose === 'notice').map(({ key }) => key.split(' ').slice(1, 2).join()),
  );
  const unreported = digests.filter(({ state, messageId }) => state === 'unknown' && !reported.has(messageId));
  problems.push(...unreported.map(({ key }) => `${key} is in doubt, and nobody was told`));
  return { faults, states, reported: reported.size, problems };
}

/** Slack's Web API, of which three calls in ten go wrong, in every way in turn. */
function failing(uploads: Map<string, number>, faults: Record<string, number>): Server {
  let [calls, turn] = [0, 0];
  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = (request.url ?? '').split('/').at(-1);
    const text = new URLSearchParams(body).get('text') ?? '';
    const key = /message \d+ \d+/u.exec(text)?.[0] ?? 'a notice';
    const take = () => void (method === 'chat.postMessage' && uploads.set(key, (uploads.get(key) ?? 0) + 1));
    const answer = (status: number, content: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(content));
    };
    calls += 1;
    // Spread over the calls evenly, so that the share is exact however few there are.
    const isFaulty = Math.floor(calls * SHARE) > Math.floor((calls - 1) * SHARE);
    const fault = isFaulty ? FAULTS[turn++ % FAULTS.length] : undefined;
    if (fault !== undefined) faults[fault] = (faults[fault] ?? 0) + 1;
    if (fault === undefined || fault.endsWith('after')) take();
    switch (fault) {
      case '429':
        return answer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '30' });
      case '500':
      case '503 after':
        return answer(Number(fault.slice(0, 3)), { ok: false });
      case 'reset':
      case 'reset after':
        return void request.socket.destroy();
      case 'silence':
      case 'silence after':
        return;
      default:
        return answer(200, { ok: true, channel: { id: 'D1' }, ts: `${calls}.0` });
    }
  });
}
