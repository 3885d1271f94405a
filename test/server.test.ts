import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRoute } from '../src/chat/chat-adapter.ts';
import type { Log } from '../src/ports.ts';
import { CannotListen, startServer } from '../src/server.ts';
import { httpAddress } from '../src/settings/listen-address.ts';
import { quietPages } from './support/operator-pages.ts';

type Limits = NonNullable<Parameters<typeof startServer>[0]['limits']>;

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
let server: Server | undefined;
let sockets: Socket[] = [];
const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function serve(limits: Limits, routes: readonly HttpRoute[] = [], host = '127.0.0.1'): Promise<void> {
  server = await startServer({
    ...{ port: 0, host, routes, log, limits },
    clock: { now: () => new Date() },
    pages: quietPages,
    isTrustedProxy: () => false,
  });
}

function portOf(): number {
  const address = server?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening.');
  return address.port;
}

/** A connection on which this is sent, when it is open, and what came back when it has ended. */
function open(text = '') {
  const socket = connect(portOf(), '127.0.0.1', () => socket.write(text));
  sockets.push(socket);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => void socket.once('close', () => resolve(received)));
  const connected = new Promise<void>((resolve) => void socket.once('connect', resolve).once('close', () => resolve()));
  return { socket, ended, connected };
}

const url = (path: string) => `http://127.0.0.1:${portOf()}${path}`;
const statusOf = async (path: string) => (await fetch(url(path))).status;
const readsBody: HttpRoute = { path: '/reads', handle: async (request) => new Response(await request.text()) };

describe('a slow client', () => {
  it('that sends nothing is disconnected', async () => {
    await serve({ headersMs: 100, checkMs: 20 });

    expect(await open().ended).toContain('408 Request Timeout');
  });

  it('that never ends its headers is disconnected', async () => {
    await serve({ headersMs: 100, checkMs: 20 });

    expect(await open('GET /healthz HTTP/1.1\r\nhost: a\r\nx-slow: ').ended).toContain('408 Request Timeout');
  });

  it('that never ends its body is disconnected', async () => {
    await serve({ headersMs: 50, requestMs: 100, checkMs: 20 }, [readsBody]);

    expect(await open('POST /reads HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf').ended).not.toContain(
      '200 OK',
    );
  });

  it('that sends no second request is disconnected', async () => {
    await serve({ keepAliveMs: 50, checkMs: 20 });

    expect(await open('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n').ended).toContain('200 OK');
  });

  it('is looked for every second unless told otherwise', async () => {
    await serve({});

    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 });
    expect(Reflect.get(server ?? {}, 'connectionsCheckingInterval')).toBe(1_000);
  });
});

describe('the address to listen on', () => {
  const at = async (host: string) => {
    return (await fetch(`${httpAddress(host, portOf())}/healthz`).catch(() => undefined))?.status;
  };

  it.skipIf(!hasIPv6)('may be one of IPv6', async () => {
    await serve({}, [], '::1');

    expect([await at('::1'), await at('127.0.0.1')]).toEqual([200, undefined]);
  });

  it.skipIf(!hasIPv6)('may be every one', async () => {
    await serve({}, [], '::');

    expect([await at('::1'), await at('127.0.0.1')]).toEqual([200, 200]);
  });

  it('may be a name', async () => {
    await serve({}, [], 'localhost');

    expect(await at('localhost')).toBe(200);
  });

  it.each(['198.51.100.7', 'no-such-host.invalid'])('must be of this machine: %s', async (host) => {
    const started = serve({}, [], host);

    await expect(started).rejects.toThrow(CannotListen);
    await expect(started).rejects.toThrow(`HOST '${host}' is no address of this machine`);
  });
});

describe('silent connections', () => {
  it('of 2,000 from one address leave /healthz to others, and 200 open', async () => {
    await serve({ headersMs: 600_000, requestMs: 600_000 });
    const opened = Array.from({ length: 2000 }, () => open());
    await Promise.all(opened.map(({ connected }) => connected));

    expect(await statusOf('/healthz')).toBe(200);

    const { promise: count, resolve } = Promise.withResolvers<number>();
    server?.getConnections((_, open) => resolve(open));
    expect(await count).toBeLessThanOrEqual(201);
  });

  it('are few in all, whatever their addresses', async () => {
    await serve({ silence: { perAddress: 100, total: 2 } });
    const opened = [open(), open(), open()];

    await opened[0]?.ended;

    expect(await statusOf('/healthz')).toBe(200);
  });

  it('do not end a request that is being answered', async () => {
    const { promise: answer, resolve } = Promise.withResolvers<Response>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const handle = async (): Promise<Response> => {
      begin();
      return answer;
    };
    await serve({ silence: { perAddress: 1, total: 1 } }, [{ path: '/waits', handle }]);
    const waiting = open('GET /waits HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    await begun;
    await Promise.all([open(), open(), open()].slice(0, 2).map(({ ended }) => ended));

    resolve(new Response('done'));

    expect(await waiting.ended).toContain('done');
  });

  it('count a body that does not end', async () => {
    await serve({ silence: { perAddress: 1, total: 1 } }, [readsBody]);
    const slow = open('POST /reads HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf');
    await slow.connected;
    open();

    expect(await slow.ended).toBe('');
  });
});
