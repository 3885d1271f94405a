import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { type ConnectionAttempts, connectionAttempts } from '../../src/chat/connection-attempts.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { Identity } from '../../src/chat/identity.ts';
import { withTimeLimit } from '../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../src/ports.ts';
import type { Credentials } from './auth/credentials.ts';
import { type Answer, type Guard, guard } from './auth/guard.ts';
import { DEFAULT_HOSTS, type Hosts, isFileStore, mayCall } from './auth/hosts.ts';
import { entraKeys, teamsKeys } from './auth/keys.ts';
import { entraProblem } from './auth/refusals.ts';
import { signIn } from './auth/sign-in.ts';
import { type BackgroundWork, backgroundWork } from './background-work.ts';
import { eventHandlers } from './inbound/event-handlers.ts';
import { groups } from './inbound/groups.ts';
import type { TeamsActivity } from './inbound/payloads.ts';
import { createUserReader, type Users } from './inbound/users.ts';
import type { Bot } from './outbound/bot.ts';
import { poster } from './outbound/post.ts';
import { transport } from './outbound/transport.ts';
import { resourceOf } from './package/resource.ts';
import { createTab, type Tab } from './tab/tab.ts';

/** How the bot connects to Teams, and which tenants it serves. */
export interface TeamsOptions {
  /** Absent in development alone. */
  readonly credentials?: Credentials;
  /** The tenants the bot serves. */
  readonly tenantIds: readonly string[];
  /** The hosts of Teams' service, if they are not Microsoft's public ones. */
  readonly serviceHosts?: readonly string[];
  /** Runs without an app id; the caller must listen on loopback only, and never in production. */
  readonly development?: boolean;
  /** The public https address of recert; without it there is no tab. */
  readonly publicUrl?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  /** Another address of the keys of Teams' tokens, for tests. */
  readonly keysUrl?: string;
  /** The pause before a call is retried, in milliseconds. */
  readonly pauseMs?: number;
}

/** Teams repeats an activity that is not answered within 15 seconds; the answer in the chat may come later. */
const ANSWER_MS = 10_000;
const STOP_MS = 5000;
const UPLOAD_MS = 30_000;
const TIMED_OUT: Answer = { status: 200 };

type ActivityHandler = (activity: TeamsActivity) => Promise<Answer>;

/** Creates the adapter of Microsoft Teams. */
export function teamsAdapter(options: TeamsOptions): ChatAdapter {
  checkOptions(options);
  const { tenantIds, log } = options;
  const hosts = hostsOf(options);
  const guarded = createGuard(options, hosts);
  const { promise: core, resolve: provideCore } = Promise.withResolvers<Core>();
  const { promise: bot, resolve: provideBot } = Promise.withResolvers<Bot>();
  const { promise: handler, resolve: provideHandler } = Promise.withResolvers<ActivityHandler>();
  const isServed = (tenant: string) => hosts.development || tenantIds.includes(tenant);
  const background = backgroundWork();
  const knownUsers = createUserReader({ bot, clock: options.clock, isServed });
  let attempts: ConnectionAttempts | undefined;
  let running: Core | undefined;
  const tab = tabOf(options, hosts, () => running);

  return {
    platform: 'teams',
    route: {
      path: '/api/messages',
      handle: async (request) =>
        responseOf(await guarded.handle(request, async (activity) => (await handler)(activity))),
    },
    ...(tab === undefined ? {} : { pages: tab.route, refreshHome: async (person: Identity) => tab.changed(person) }),
    start: async (started, report = () => undefined) => {
      running = started;
      provideCore(started);
      const { bot: connected, receive } = await connect({
        ...options,
        core: started,
        users: knownUsers,
        hosts,
        background,
      });
      provideBot(connected);
      provideHandler((activity) => {
        const answered = receive(activity).catch((error: unknown): Answer => {
          log.error('An activity could not be handled.', { type: activity.type, error });
          return { status: 200 };
        });
        background.add(answered);
        return withTimeLimit(answered, ANSWER_MS, () => TIMED_OUT);
      });
      attempts = connectionAttempts({
        connect: () => signIn(() => connected.signIn(), options),
        problemOf: entraProblem,
        report,
      });
      await attempts.start();
    },
    stop: async () => {
      attempts?.stop();
      await background.finish(STOP_MS);
    },
    ...poster({ core, bot, isServed, log }),
    ...groups({ bot, isServed }),
    readUser: knownUsers.readUser,
  };
}

function checkOptions({ credentials, tenantIds, development = false }: TeamsOptions): void {
  if (credentials === undefined && !development)
    throw new Error('Teams needs an app id; without one, anybody could be anybody.');
  if (credentials !== undefined && tenantIds.length === 0)
    throw new Error('Teams needs the id of at least one tenant to serve.');
}

function hostsOf({ credentials, serviceHosts = DEFAULT_HOSTS, development = false }: TeamsOptions): Hosts {
  return { allowed: serviceHosts, development: development && credentials === undefined };
}

/** The personal tab, if recert has an address that Teams can show. */
function tabOf(
  { credentials, tenantIds, publicUrl, clock, log, fetch }: TeamsOptions,
  hosts: Hosts,
  core: () => Core | undefined,
): Tab | undefined {
  const [serviceHost = ''] = hosts.allowed;
  if (credentials === undefined || publicUrl === undefined) return undefined;
  const { appId } = credentials;
  const keys = entraKeys({ clock, log, fetch: fetch ?? globalThis.fetch });
  const audience = { appId, resource: resourceOf(appId, publicUrl), tenantIds };
  return createTab({ audience, keys, serviceHost, core, clock, log });
}

function createGuard({ credentials, tenantIds, clock, log, fetch, keysUrl }: TeamsOptions, hosts: Hosts): Guard {
  const keys = teamsKeys({
    clock,
    log,
    fetch: fetch ?? globalThis.fetch,
    ...(keysUrl === undefined ? {} : { url: keysUrl }),
  });
  return guard({ hosts, tenantIds, keys, clock, log, ...(credentials && { appId: credentials.appId }) });
}

interface ConnectOptions extends TeamsOptions {
  readonly core: Core;
  readonly users: Users;
  readonly hosts: Hosts;
  readonly background: BackgroundWork;
}

/** Builds the bot and the function that hands it an activity. */
async function connect(options: ConnectOptions): Promise<{ readonly bot: Bot; readonly receive: ActivityHandler }> {
  const { credentials, core, users, hosts, background, clock, log, fetch = globalThis.fetch, pauseMs } = options;
  // Microsoft's packages take a second and much memory to load, so they are loaded only if Teams is used.
  const [{ Bot }, { router }] = await Promise.all([import('./outbound/bot.ts'), import('./inbound/router.ts')]);
  const pause = pauseMs === undefined ? {} : { pauseMs };
  const bot = new Bot(credentials, transport({ mayCall: (url) => mayCall(url, hosts), fetch, ...pause }));
  const upload = transport({ mayCall: isFileStore, fetch, timeoutMs: UPLOAD_MS, ...pause });
  const inBackground = background.add;
  const route = router(eventHandlers({ core, bot, users, upload, fetch, clock, log, inBackground }));
  return { bot, receive: (activity) => bot.receive(activity, route) };
}

function responseOf({ status, body }: Answer): Response {
  if (body === undefined || body === null) return new Response(null, { status });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}
