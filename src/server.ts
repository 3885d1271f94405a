import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HttpRoute } from './chat/chat-adapter.ts';
import type { Log } from './ports.ts';
import type { ReadinessReport } from './readiness.ts';

/** The port is already in use. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

interface ServerOptions {
  readonly port: number;
  /** The address to listen on; loopback for this machine only. */
  readonly host: string;
  readonly routes: readonly HttpRoute[];
  /** What works and what doesn't. */
  readonly ready: () => Promise<ReadinessReport>;
  /** Counters in the text format of Prometheus. */
  readonly metrics?: () => string;
  readonly log: Log;
}

/** Starts the server for the routes of all platforms and for `/healthz`, `/readyz` and `/metrics`. Throws `PortTaken`. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    getRequestListener((request) => answer(request, options), { overrideGlobalObjects: false }),
  );
  server.maxConnections = 2_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? taken(options.port) : error),
    );
    server.listen(options.port, options.host, resolve);
  });
  return server;
}

async function answer(request: Request, { routes, ready, metrics, log }: ServerOptions): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return new Response('ok\n');
  if (pathname === '/readyz') return readiness(ready);
  if (pathname === '/metrics' && metrics !== undefined)
    return new Response(metrics(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  // The longest path first, because the playground's is `/`.
  const byLength = [...routes].sort((a, b) => b.path.length - a.path.length);
  const route = byLength.find(
    ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
  );
  if (route === undefined) return new Response(null, { status: 404 });
  try {
    return await route.handle(request);
  } catch (error) {
    log.error('A request failed.', { path: route.path, error });
    return new Response(null, { status: 500 });
  }
}

async function readiness(ready: () => Promise<ReadinessReport>): Promise<Response> {
  const { isReady, parts } = await ready();
  return Response.json({ ready: isReady, ...parts }, { status: isReady ? 200 : 503 });
}

function taken(port: number): PortTaken {
  return new PortTaken(
    `Port ${port} is already in use. Stop the other program, or use another port: PORT=${port + 1} npm start`,
  );
}
