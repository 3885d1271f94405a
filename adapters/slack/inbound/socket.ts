import { type App, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import { NetworkProblem } from '../../../src/network/network-problem.ts';
import { proxyDispatcher } from '../../../src/network/proxy-dispatcher.ts';
import type { ProxySettings } from '../../../src/network/proxy-settings.ts';
import type { Log } from '../../../src/ports.ts';
import { boltLogger } from '../outbound/clients.ts';
import { problemIn, refusalOf } from '../outbound/refusals.ts';

const CALL_MS = 10_000;
const OPENING_MS = 30_000;
const CLOSING_MS = 2000;

/** A connection that recert opens to Slack, so no public address is needed. */
export interface Socket {
  init(app: App): void;
  /** Opens the connection. Throws `PlatformRefusal` if Slack refuses the app token, another error if it can't be opened now. */
  open(): Promise<void>;
  /** Calls back whenever an open connection has ended. */
  onLost(lost: () => void): void;
  close(): Promise<void>;
}

interface SocketDeps {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly proxy: ProxySettings | undefined;
  readonly log: Log;
}

/** Socket Mode without the library's own reconnection, which ends the process when Slack can't be reached. */
export function socket({ appToken, clientOptions, proxy, log }: SocketDeps): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    // With a dispatcher, the library would no longer call by the global `fetch`.
    installerOptions: { clientOptions: { fetch: globalThis.fetch, ...clientOptions, timeout: CALL_MS } },
    ...(proxy && { dispatcher: proxyDispatcher(proxy) }),
    processEventErrorHandler: async ({ error }) => {
      log.error('Answering Slack failed.', { error });
      return true;
    },
  });
  // The library rejects without an error when the WebSocket fails, and emits the error instead.
  let emitted: unknown;
  receiver.client.on('error', (error) => {
    emitted = error;
  });
  const disconnect = () => withTimeLimit(receiver.client.disconnect(), CLOSING_MS, () => undefined);

  async function open(): Promise<void> {
    emitted = undefined;
    try {
      await withTimeLimit(receiver.start(), OPENING_MS, () => {
        void disconnect();
        throw new NetworkProblem('its WebSocket did not open in time');
      });
      log.info('Connected to Slack by Socket Mode.');
    } catch (caught) {
      const error = caught ?? emitted ?? new NetworkProblem('its WebSocket was closed');
      log.warn('Socket Mode could not connect to Slack.', { reason: problemIn(error) });
      throw refusalOf(error, 'SLACK_APP_TOKEN') ?? error;
    }
  }

  return {
    init: (app) => receiver.init(app),
    open,
    onLost: (lost) => void receiver.client.on('disconnected', lost),
    close: async () => {
      await disconnect();
    },
  };
}
