import { type App, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Log } from '../../../src/ports.ts';
import { boltLogger, reasonOf } from '../outbound/clients.ts';

const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 60_000;
const CLOSING_MS = 2000;

/** A connection that recert opens to Slack, so no public address is needed. */
export interface Socket {
  init(app: App): void;
  /** Resolves when connected or after the first failed attempt; further attempts follow in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Socket Mode with its own reconnection; the library's would end the process when Slack can't be reached. */
export function socket(appToken: string, clientOptions: WebClientOptions, log: Log): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions, timeout: 10_000 } },
    processEventErrorHandler: async ({ error }) => {
      log.error('Answering Slack failed.', { error });
      return true;
    },
  });
  let failures = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    timer = undefined;
    try {
      await receiver.start();
      failures = 0;
      log.info('Connected to Slack by Socket Mode.');
    } catch (error) {
      log.warn('Socket Mode could not connect to Slack.', { reason: reasonOf(error) });
      connectLater();
    }
  }

  function connectLater(): void {
    if (isStopped || timer !== undefined) return;
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, MAX_RETRY_MS);
    failures += 1;
    timer = setTimeout(() => void connect(), delay);
  }

  receiver.client.on('disconnected', connectLater);
  return {
    init: (app) => receiver.init(app),
    start: connect,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await withTimeLimit(receiver.client.disconnect(), CLOSING_MS, () => undefined);
    },
  };
}
