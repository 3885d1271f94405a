import { Agent, buildConnector, type Dispatcher } from 'undici';
import { tunnelsOf } from './choose-tunnel.ts';
import type { ProxySettings } from './proxy-settings.ts';

/** Returns a dispatcher for `fetch` and WebSockets. The one of Node would know other exceptions and no ranges. */
export function proxyDispatcher(proxy: ProxySettings): Dispatcher {
  const connect = buildConnector({ allowH2: false });
  return new Agent({
    connect: (options, connected) => {
      const isSecure = options.protocol === 'https:';
      const target = {
        host: options.hostname.replace(/^\[|\]$/gu, ''),
        port: Number(options.port || (isSecure ? 443 : 80)),
      };
      const opening = tunnelsOf(proxy, isSecure ? 'https:' : 'http:')(target);
      if (opening === undefined) connect(options, connected);
      else {
        opening.then(
          (socket) => (isSecure ? connect({ ...options, httpSocket: socket }, connected) : connected(null, socket)),
          (error: Error) => connected(error, null),
        );
      }
    },
  });
}
