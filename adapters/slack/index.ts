import { App, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { type ConnectionAttempts, connectionAttempts } from '../../src/chat/connection-attempts.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { ReportStatus } from '../../src/chat/platform-status.ts';
import { Recent } from '../../src/chat/recent-keys.ts';
import { asRequest } from '../../src/chat/request-id.ts';
import type { ProxySettings } from '../../src/network/proxy-settings.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { incomingFiles } from './files/incoming-files.ts';
import { type HandlerDeps, registerHandlers } from './inbound/event-handlers.ts';
import { groups } from './inbound/groups.ts';
import type { SlackWorkspace } from './inbound/identity.ts';
import { parseCommand } from './inbound/parse-interaction.ts';
import { CommandBody } from './inbound/payloads.ts';
import { createUserReader, profiles } from './inbound/profiles.ts';
import { type HttpReceiver, httpReceiver } from './inbound/receiver.ts';
import { type Socket, socket } from './inbound/socket.ts';
import { type OwnWorkspace, ownWorkspace } from './inbound/workspace.ts';
import { WAITS, type Waits } from './outbound/answer-limits.ts';
import { boltLogger, clientOptions, newClients } from './outbound/clients.ts';
import { directMessages } from './outbound/direct-messages.ts';
import { poster } from './outbound/post.ts';
import { slackProblem } from './outbound/refusals.ts';
import { WaitingForms } from './outbound/waiting-forms.ts';

/** How the bot connects to Slack: by HTTP with a signing secret, by Socket Mode with an app token, or both. */
export interface SlackOptions {
  readonly botToken: string;
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
/** Within this time the same button pressed again is a double click. */
const DOUBLE_CLICK_MS = 3000;
const DELIVERED_MS = 24 * 60 * 60_000;
const MAX_DELIVERED = 10_000;
// Requests reach Bolt through the receivers below, which are started here.
const NO_RECEIVER: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

/** Creates the adapter of one Slack workspace. */
export function slackAdapter(options: SlackOptions): ChatAdapter {
  const { signingSecret, appToken } = options;
  if (signingSecret === undefined && appToken === undefined) {
    throw new Error('Slack needs a signing secret (requests by HTTP) or an app token (Socket Mode), got neither.');
  }
  const { promise: core, resolve: provideCore } = Promise.withResolvers<Core>();
  const services = createServices(options, core);
  const { clients, direct, workspace } = services;
  const app = createApp(options, services);
  const homes = registerHandlers(app, { core, ...services });
  const { http, socketMode } = connect(app, options, services);
  const initialised = app.init();
  let attempts: ConnectionAttempts | undefined;

  return {
    platform: 'slack',
    ...(http === undefined ? {} : { route: { path: '/slack/events', handle: http.handle } }),
    start: async (started, report = () => undefined) => {
      await initialised;
      provideCore(started);
      attempts = attemptsOf(workspace, socketMode, report);
      await attempts.start();
    },
    stop: async () => {
      attempts?.stop();
      await socketMode?.close();
    },
    refreshHome: (person) => homes.refresh(person),
    ...poster({ core, clients, direct }),
    ...groups(clients.bulk),
    ...createUserReader(services.profiles),
  };
}

function attemptsOf(workspace: OwnWorkspace, socketMode: Socket | undefined, report: ReportStatus): ConnectionAttempts {
  const connect = async () => {
    await workspace.load();
    await socketMode?.open();
  };
  const attempts = connectionAttempts({ connect, problemOf: slackProblem, report });
  socketMode?.onLost(attempts.resume);
  return attempts;
}

type Services = Omit<HandlerDeps, 'core'> & { readonly webOptions: WebClientOptions };

function createServices(options: SlackOptions, core: Promise<Core>): Services {
  const { botToken, apiUrl, log, clock } = options;
  const webOptions = clientOptions(apiUrl, log);
  const clients = newClients(botToken, webOptions);
  const workspace = ownWorkspace(clients.bulk, log);
  const people = profiles(clients.interactive, { clock, log, home: workspace.known });
  return {
    webOptions,
    clients,
    profiles: people,
    workspace,
    direct: directMessages(clients.bulk, clock, log),
    incomingFiles: incomingFiles({ botToken, apiUrl, client: clients.interactive, log }),
    delivered: new Recent<true>(clock, DELIVERED_MS, MAX_DELIVERED),
    pressed: new Recent<true>(clock, DOUBLE_CLICK_MS, MAX_DELIVERED),
    events: new Recent<true>(clock, DELIVERED_MS, MAX_DELIVERED),
    waitingForms: new WaitingForms(clock),
    clock,
    waits: { ...WAITS, ...options.waits },
    phrases: async ({ from }, language) => {
      const locale = language === undefined ? (await people.of(from.user))?.locale : undefined;
      return (await core).phrases({ language, from, locale });
    },
    sendLater: async (answer) => (await core).sendLater(answer),
    log,
  };
}

function createApp({ botToken, log }: SlackOptions, { webOptions, workspace }: Services): App {
  const app = new App({
    receiver: NO_RECEIVER,
    authorize: async () => ({ botToken, ...botOf(workspace.known()) }),
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

function connect(app: App, options: SlackOptions, { phrases, waits, webOptions }: Services): Connections {
  const { signingSecret, appToken, proxy, clock, log } = options;
  const ownPhrases = (command: unknown) => phrases(parseCommand(CommandBody.parse(command)).interaction);
  const http =
    signingSecret === undefined
      ? undefined
      : httpReceiver({ signingSecret, timeoutMs: waits.request, phrases: ownPhrases, clock, log });
  const socketMode = appToken === undefined ? undefined : socket({ appToken, clientOptions: webOptions, proxy, log });
  http?.init(app);
  socketMode?.init(app);
  return { http, socketMode };
}

function botOf(workspace: SlackWorkspace | undefined): Pick<SlackWorkspace, 'botId' | 'botUserId'> {
  return {
    ...(workspace?.botId === undefined ? {} : { botId: workspace.botId }),
    ...(workspace?.botUserId === undefined ? {} : { botUserId: workspace.botUserId }),
  };
}
