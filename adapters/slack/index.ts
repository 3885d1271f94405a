import { App, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { type ConnectionAttempts, connectionAttempts } from '../../src/chat/connection-attempts.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { ReportStatus } from '../../src/chat/platform-status.ts';
import { asRequest } from '../../src/chat/request-id.ts';
import type { ProxySettings } from '../../src/network/proxy-settings.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { registerHandlers } from './inbound/event-handlers.ts';
import { groups } from './inbound/groups.ts';
import { parseCommand } from './inbound/parse-interaction.ts';
import { CommandBody } from './inbound/payloads.ts';
import { createUserReader } from './inbound/profiles.ts';
import { type HttpReceiver, httpReceiver } from './inbound/receiver.ts';
import { type Socket, socket } from './inbound/socket.ts';
import { connectInstalled, type InstallOptions } from './install/connect-installed.ts';
import { WAITS, type Waits } from './outbound/answer-limits.ts';
import { boltLogger, clientOptions } from './outbound/clients.ts';
import { poster } from './outbound/post.ts';
import { slackProblem } from './outbound/refusals.ts';
import { connectSingle } from './tenants/connect-single.ts';
import type { TenantConnection } from './tenants/tenant-connection.ts';
import { findInteractionDeps, type HandlerDeps } from './tenants/tenant-deps.ts';

/** How the bot connects to Slack: by HTTP with a signing secret, by Socket Mode with an app token, or both. */
export interface SlackOptions {
  /** The token of the one workspace that is served; without it, `install` is needed. */
  readonly botToken?: string;
  /** How workspaces install the app themselves. */
  readonly install?: InstallOptions;
  readonly signingSecret?: string;
  readonly appToken?: string;
  /** Another address of the Web API, for proxies and tests. */
  readonly apiUrl?: string;
  /** The proxy of the network, for Socket Mode; calls by `fetch` go through it already. */
  readonly proxy?: ProxySettings;
  readonly log: Log;
  readonly clock: Clock;
  readonly waits?: Partial<Waits>;
}

const RESPONSE_MS = 5000;
// Requests reach Bolt through the receivers below, which are started here.
const NO_RECEIVER: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

/** Creates the adapter of one Slack workspace, or of all workspaces that install the app. */
export function slackAdapter(options: SlackOptions): ChatAdapter {
  const { signingSecret, appToken } = options;
  if (signingSecret === undefined && appToken === undefined) {
    throw new Error('Slack needs a signing secret (requests by HTTP) or an app token (Socket Mode), got neither.');
  }
  const { promise: core, resolve: provideCore } = Promise.withResolvers<Core>();
  const parts = createParts(options, core);
  const { connection, tenants } = parts;
  const app = createApp(options, parts);
  const homes = registerHandlers(app, parts);
  const { http, socketMode } = connect(app, options, parts);
  const initialised = app.init();
  const route = connection.route(http?.handle);
  let attempts: ConnectionAttempts | undefined;

  return {
    platform: 'slack',
    ...(route === undefined ? {} : { route }),
    start: async (started, report = () => undefined) => {
      await initialised;
      provideCore(started);
      homes.watch.start();
      attempts = attemptsOf(connection, socketMode, report);
      await attempts.start();
    },
    check: () => connection.check().then(() => undefined, slackProblem),
    stop: async () => {
      homes.watch.stop();
      attempts?.stop();
      connection.close();
      await socketMode?.close();
    },
    refreshHome: (person) => homes.refresh(person),
    ...poster({ core, of: tenants.of }),
    ...groups(async (tenant) => (await tenants.of(tenant)).clients.bulk),
    ...createUserReader(async (tenant) => (await tenants.of(tenant)).profiles),
  };
}

function attemptsOf(
  connection: TenantConnection,
  socketMode: Socket | undefined,
  report: ReportStatus,
): ConnectionAttempts {
  const connect = async () => {
    await connection.open();
    await socketMode?.open();
  };
  const attempts = connectionAttempts({ connect, problemOf: slackProblem, report });
  socketMode?.onLost(attempts.resume);
  return attempts;
}

interface Parts extends HandlerDeps {
  readonly webOptions: WebClientOptions;
  readonly connection: TenantConnection;
}

function createParts(options: SlackOptions, core: Promise<Core>): Parts {
  const { botToken, install, apiUrl, log, clock } = options;
  const webOptions = clientOptions(apiUrl, log);
  const deps = { apiUrl, webOptions, clock, log };
  const connection =
    botToken === undefined ? connectInstalled(install, { ...deps, core }) : connectSingle(botToken, deps);
  return {
    core,
    tenants: connection.tenants,
    connection,
    webOptions,
    waits: { ...WAITS, ...options.waits },
    clock,
    log,
  };
}

function createApp({ log }: SlackOptions, { webOptions, connection }: Parts): App {
  const app = new App({
    receiver: NO_RECEIVER,
    authorize: connection.authorize,
    deferInitialization: true,
    ignoreSelf: true,
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: {
      ...webOptions,
      fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(RESPONSE_MS), ...init }),
    },
  });
  app.error(async (error) => Promise.reject(error));
  // Over HTTP the server has begun the request; in Socket Mode it begins here.
  app.use(({ next }) => asRequest(next));
  return app;
}

/** How Slack's requests reach Bolt. */
interface Connections {
  readonly http: HttpReceiver | undefined;
  readonly socketMode: Socket | undefined;
}

function connect(app: App, options: SlackOptions, parts: Parts): Connections {
  const { signingSecret, appToken, proxy, clock, log } = options;
  const { waits, webOptions, core } = parts;
  const ownPhrases = async (command: unknown) => {
    const { interaction } = parseCommand(CommandBody.parse(command));
    const { from } = interaction;
    const deps = await findInteractionDeps(from, parts).catch(() => undefined);
    return deps === undefined ? (await core).phrases({ from }) : deps.phrases(interaction);
  };
  const http =
    signingSecret === undefined
      ? undefined
      : httpReceiver({ signingSecret, timeoutMs: waits.request, phrases: ownPhrases, clock, log });
  const socketMode = appToken === undefined ? undefined : socket({ appToken, clientOptions: webOptions, proxy, log });
  http?.init(app);
  socketMode?.init(app);
  return { http, socketMode };
}
