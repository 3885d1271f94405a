import { App, type Receiver } from '@slack/bolt';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Core } from '../../src/chat/core.ts';
import { Recent } from '../../src/chat/recent.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { incomingFiles } from './files/incoming-files.ts';
import { listen } from './inbound/event-handlers.ts';
import { groups } from './inbound/groups.ts';
import { parseCommand } from './inbound/parse-interaction.ts';
import { CommandBody } from './inbound/payloads.ts';
import { profiles } from './inbound/profiles.ts';
import { httpReceiver } from './inbound/receiver.ts';
import { type Socket, socket } from './inbound/socket.ts';
import { ownWorkspace } from './inbound/workspace.ts';
import { boltLogger, clientOptions, newClients } from './outbound/clients.ts';
import { directMessages } from './outbound/direct-messages.ts';
import type { FindPhrases } from './outbound/late-view.ts';
import { poster } from './outbound/post.ts';
import { WAITS, type Waits } from './outbound/waiting.ts';

/** How the bot reaches Slack, and Slack the bot: by HTTP with a signing secret, by a socket with an app token, or both. */
export interface SlackOptions {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  /** Another address of the Web API, for stand-ins. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly waits?: Partial<Waits>;
}

const RESPONSE_MS = 5000;
const BROUGHT_MS = 24 * 60 * 60_000;
const MOST_BROUGHT = 10_000;
// Everything is received and started by our own doors.
const NO_DOOR: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

/** The bot in one Slack workspace. */
export function slackAdapter({
  botToken,
  signingSecret,
  appToken,
  apiUrl,
  log,
  clock,
  ...rest
}: SlackOptions): ChatAdapter {
  if (signingSecret === undefined && appToken === undefined) {
    throw new Error('Slack needs a signing secret (requests by HTTP) or an app token (Socket Mode), got neither.');
  }
  const options = clientOptions(apiUrl, log);
  const clients = newClients(botToken, options);
  const workspace = ownWorkspace(clients.interactive, clock, log);
  const waits = { ...WAITS, ...rest.waits };
  const { promise: core, resolve: begin } = Promise.withResolvers<Core>();
  const app = new App({
    receiver: NO_DOOR,
    authorize: async () => ({ botToken, ...own(workspace.known()) }),
    deferInitialization: true,
    ignoreSelf: true,
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: {
      ...options,
      fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(RESPONSE_MS), ...init }),
    },
  });
  app.error(async (error) => Promise.reject(error));
  const direct = directMessages(clients.bulk, clock, log);
  const people = profiles(clients.interactive, clock, log);
  const phrases: FindPhrases = async ({ from }, language) => {
    const locale = language === undefined ? (await people.of(from.user))?.locale : undefined;
    return (await core).phrases({ language, from, locale });
  };
  listen(app, {
    core,
    phrases,
    clients,
    direct,
    brought: new Recent<true>(clock, BROUGHT_MS, MOST_BROUGHT),
    workspace,
    waits,
    log,
    profiles: people,
    incomingFiles: incomingFiles({ botToken, apiUrl, client: clients.interactive, log }),
  });

  const receiving = {
    patience: waits.request,
    phrases: (command: unknown) => phrases(parseCommand(CommandBody.parse(command)).interaction),
    ...{ clock, log },
  };
  const http = signingSecret === undefined ? undefined : httpReceiver({ signingSecret, ...receiving });
  const line: Socket | undefined = appToken === undefined ? undefined : socket(appToken, options, log);
  http?.init(app);
  line?.init(app);
  const initialised = app.init();

  return {
    platform: 'slack',
    ...(http === undefined ? {} : { route: { path: '/slack/events', handle: http.handle } }),
    start: async (given) => {
      await initialised;
      begin(given);
      await workspace.ask();
      await line?.start();
    },
    stop: async () => {
      await line?.stop();
    },
    ...poster({ core, clients, direct }),
    ...groups(clients.bulk),
  };
}

function own(workspace: { botId?: string; botUserId?: string } | undefined): { botId?: string; botUserId?: string } {
  return {
    ...(workspace?.botId === undefined ? {} : { botId: workspace.botId }),
    ...(workspace?.botUserId === undefined ? {} : { botUserId: workspace.botUserId }),
  };
}
