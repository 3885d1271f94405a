import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Core } from '../../src/chat/core.ts';
import { withTimeLimit } from '../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../src/ports.ts';
import type { Credentials } from './auth/credentials.ts';
import { type Answer, guard } from './auth/guard.ts';
import { DEFAULT_HOSTS, type Hosts, isFileStore, mayCall } from './auth/hosts.ts';
import { teamsKeys } from './auth/keys.ts';
import { eventHandlers } from './inbound/event-handlers.ts';
import { groups } from './inbound/groups.ts';
import type { TeamsActivity } from './inbound/payloads.ts';
import type { Bot } from './outbound/bot.ts';
import { poster } from './outbound/post.ts';
import { transport } from './outbound/transport.ts';

/** How the bot reaches Teams, and whom it serves. */
export interface TeamsOptions {
  /** Absent in development alone. */
  readonly credentials?: Credentials;
  /** The tenants the bot serves. */
  readonly tenantIds: readonly string[];
  /** The hosts of Teams' service, when they are others than Microsoft's public ones. */
  readonly serviceHosts?: readonly string[];
  /** Without an app id, for this machine alone; the caller listens on loopback only, and never in production. */
  readonly development?: boolean;
  readonly log: Log;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  /** Where the keys of Teams' tokens are published, for stand-ins. */
  readonly keysUrl?: string;
  /** How long to wait before a file is sent once more. */
  readonly uploadPauseMs?: number;
}

/** Teams delivers again what is not answered within 15 seconds; the answer in the chat may come later. */
const PATIENCE_MS = 10_000;
const STOP_MS = 5000;
const UPLOAD_MS = 30_000;

type ActivityHandler = (activity: TeamsActivity) => Promise<Answer>;

/** The bot in Microsoft Teams. */
export function teamsAdapter(options: TeamsOptions): ChatAdapter {
  const { credentials, tenantIds, serviceHosts = DEFAULT_HOSTS, log, clock, fetch = globalThis.fetch } = options;
  const development = options.development ?? false;
  if (credentials === undefined && !development)
    throw new Error('Teams needs an app id; without one, anybody could be anybody.');
  if (credentials !== undefined && tenantIds.length === 0)
    throw new Error('Teams needs the id of at least one tenant to serve.');
  const hosts: Hosts = { allowed: serviceHosts, development: development && credentials === undefined };
  const keys = teamsKeys({ clock, log, fetch, ...(options.keysUrl === undefined ? {} : { url: options.keysUrl }) });
  const pause = options.uploadPauseMs === undefined ? {} : { pauseMs: options.uploadPauseMs };
  const identity = credentials === undefined ? {} : { appId: credentials.appId };
  const door = guard({ hosts, tenantIds, keys, clock, log, ...identity });
  const { promise: started, resolve: begin } = Promise.withResolvers<ActivityHandler>();
  const { promise: core, resolve: give } = Promise.withResolvers<Core>();
  const { promise: awake, resolve: wake } = Promise.withResolvers<Bot>();
  const isServed = (tenant: string) => hosts.development || tenantIds.includes(tenant);
  const open = new Set<Promise<unknown>>();
  const later = (work: Promise<unknown>) => {
    open.add(work);
    const done = () => open.delete(work);
    work.then(done, done);
  };

  return {
    platform: 'teams',
    route: {
      path: '/api/messages',
      handle: async (request) => responseOf(await door.handle(request, async (activity) => (await started)(activity))),
    },
    start: async (given: Core) => {
      give(given);
      // Microsoft's packages take a second and a lot of memory: only who uses Teams pays for them.
      const [{ Bot }, { router }] = await Promise.all([import('./outbound/bot.ts'), import('./inbound/router.ts')]);
      const bot = new Bot(credentials, transport({ mayCall: (url) => mayCall(url, hosts), fetch }));
      const upload = transport({ mayCall: isFileStore, fetch, patienceMs: UPLOAD_MS, ...pause });
      wake(bot);
      const route = router(eventHandlers({ core: given, bot, upload, fetch, clock, log, later }));
      begin(async (activity) => {
        const turn = bot.receive(activity, route).catch((error: unknown): Answer => {
          log.error('An activity could not be dealt with.', { type: activity.type, error });
          return { status: 200 };
        });
        later(turn);
        return withTimeLimit(turn, PATIENCE_MS, () => ({ status: 200 }));
      });
    },
    stop: async () => {
      await withTimeLimit(Promise.allSettled(open), STOP_MS, () => undefined);
    },
    ...poster({ core, bot: awake, isServed, log }),
    ...groups({ bot: awake, isServed }),
  };
}

function responseOf({ status, body }: Answer): Response {
  if (body === undefined || body === null) return new Response(null, { status });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}
