import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import { NetworkProblem, networkProblem } from './network-problem.ts';
import type { Target } from './no-proxy.ts';

const TIMEOUT_MS = 10_000;

/** The proxy opened no connection, so nothing was sent to the target. */
export class ProxyProblem extends NetworkProblem {
  override name = 'ProxyProblem';
}

/** Opens a connection to a target through a proxy by `CONNECT`, within ten seconds. Throws `ProxyProblem`. */
export function openTunnel(proxy: URL, { host, port }: Target): Promise<Socket> {
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const isSecure = proxy.protocol === 'https:';
  const options = {
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/gu, ''),
    port: proxy.port || (isSecure ? 443 : 80),
    path: authority,
    headers: { host: authority, ...authorizationOf(proxy) },
    // Not the global agent, which connects through the proxy.
    agent: isSecure ? new HttpsAgent() : new HttpAgent(),
    timeout: TIMEOUT_MS,
  };
  return new Promise((resolve, reject) => {
    const call = isSecure ? requestHttps(options) : requestHttp(options);
    call.on('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
      if (statusCode >= 200 && statusCode < 300) {
        socket.setTimeout(0);
        if (head.length > 0) socket.unshift(head);
        socket.setKeepAlive(true, 60_000);
        resolve(socket);
      } else {
        socket.destroy();
        reject(new ProxyProblem(refusal(proxy, authority, statusCode)));
      }
    });
    call.on('timeout', () => call.destroy(new NetworkProblem('no answer came in time')));
    call.on('error', (cause) =>
      reject(new ProxyProblem(`the proxy ${proxy.host} can't be reached: ${networkProblem(cause)}`, { cause })),
    );
    call.end();
  });
}

function authorizationOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
}

function refusal({ host, username }: URL, authority: string, status: number): string {
  switch (status) {
    case 407:
      return username === ''
        ? `the proxy ${host} asks for a user name and a password (407). Write them into the address: http://user:password@${host}`
        : `the proxy ${host} refuses the user name or the password (407)`;
    case 403:
      return `the proxy ${host} doesn't allow connections to ${authority} (403)`;
    default:
      return `the proxy ${host} answered with status ${status} for ${authority}`;
  }
}
