import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HttpRoute } from './chat/chat-adapter.ts';
import { withTimeLimit } from './limits/with-time-limit.ts';
import type { Log } from './ports.ts';

const READY_WITHIN_MS = 2_000;

/** The port is taken, in words. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

export interface ServerOptions {
  readonly port: number;
  /** The address to listen on; loopback keeps everybody else out. */
  readonly host: string;
  readonly routes: readonly HttpRoute[];
  /** Resolves when the service can do its work; rejects when it cannot. */
  readonly ready: () => Promise<void>;
  /** What is counted, for whoever watches the service; counts alone. */
  readonly metrics?: () => string;
  readonly log: Log;
}

/** One server for every platform, and for `/healthz`, `/readyz` and `/metrics`, which no platform's library ever sees. */
export async function startServer(parts: ServerOptions): Promise<Server> {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    getRequestListener((request) => answer(request, parts), { overrideGlobalObjects: false }),
  );
  server.maxConnections = 2_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? taken(parts.port) : error),
    );
    server.listen(parts.port, parts.host, resolve);
  });
  return server;
}

async function answer(request: Request, { routes, ready, metrics, log }: ServerOptions): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return new Response('ok\n');
  if (pathname === '/readyz') return readiness(ready);
  if (pathname === '/metrics' && metrics !== undefined)
    return new Response(metrics(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  // The longest path first: the playground's is `/`.
  const byLength = [...routes].sort((a, b) => b.path.length - a.path.length);
  const door = byLength.find(
    ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
  );
  if (door === undefined) return new Response(null, { status: 404 });
  try {
    return await door.handle(request);
  } catch (error) {
    log.error('A request failed.', { path: door.path, error });
    return new Response(null, { status: 500 });
  }
}

async function readiness(ready: () => Promise<void>): Promise<Response> {
  const failed = () => new Response('The database is not responding.\n', { status: 503 });
  const answered = ready().then(() => new Response('ready\n'), failed);
  return withTimeLimit(answered, READY_WITHIN_MS, failed);
}

function taken(port: number): PortTaken {
  return new PortTaken(
    `Port ${port} is already in use. Stop the other program, or use another port: PORT=${port + 1} npm start`,
  );
}
