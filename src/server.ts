import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HttpRoute } from './chat/chat-adapter.ts';
import { asNewRequest } from './chat/request-id.ts';
import { callerKey, type IsTrustedProxy } from './network/client-address.ts';
import { type RefusalLimits, RefusedRequests } from './network/refused-requests.ts';
import { limitSilentConnections, type SilenceLimits } from './network/silent-connections.ts';
import type { Clock, Log } from './ports.ts';
import { answerOperator, type OperatorPages } from './telemetry/operator-pages.ts';

/** The port or the address can't be listened on; the message says why and what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

interface ServerOptions {
  readonly port: number;
  /** The address to listen on; loopback for this machine only. */
  readonly host: string;
  readonly routes: readonly HttpRoute[];
  /** What the operator may read. */
  readonly pages: OperatorPages;
  /** Opens the metrics and the details of readiness on this port; without it they aren't there. */
  readonly token?: string | undefined;
  /** Whose `X-Forwarded-For` is believed. */
  readonly isTrustedProxy: IsTrustedProxy;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits?: Partial<ServerLimits>;
}

/** What slow and refused clients are given, in milliseconds. */
interface ServerLimits {
  /** For the headers of a request, and for the first one from when the connection was opened. */
  readonly headersMs: number;
  /** For a whole request. */
  readonly requestMs: number;
  /** For the next request on the same connection. */
  readonly keepAliveMs: number;
  /** How often the limits are looked at. */
  readonly checkMs: number;
  readonly silence: SilenceLimits | undefined;
  readonly refusals: RefusalLimits | undefined;
}

const LIMITS: ServerLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 5_000,
  // Node looks every 30 seconds.
  checkMs: 1_000,
  silence: undefined,
  refusals: undefined,
};
const MAX_CONNECTIONS = 4_000;
/** Connections that wait to be accepted; the system may allow fewer. With Node's 511, a burst of silent ones delays others by a second. */
const BACKLOG = 4_096;
/** The statuses of requests that were not authentic or malformed. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 405, 413]);

/** Starts the server for the routes of all platforms, for `/healthz` and `/readyz`, and with a token for `/metrics`. Throws `CannotListen`. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { headersMs, requestMs, keepAliveMs, checkMs, silence, refusals } = { ...LIMITS, ...options.limits };
  const turnAway = turningAway(options, new RefusedRequests(options.clock, refusals));
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: headersMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: checkMs,
      maxHeaderSize: 16_384,
    },
    getRequestListener(
      (request, { incoming }) => asNewRequest(() => answer(request, incoming, { ...options, turnAway })),
      {
        overrideGlobalObjects: false,
      },
    ),
  );
  server.maxConnections = MAX_CONNECTIONS;
  limitSilentConnections(server, silence);
  await listenOn(server, { ...options, setting: 'PORT' });
  return server;
}

/** Starts the server of the operator, which answers nothing else. Throws `CannotListen`. */
export async function startOperatorServer({
  port,
  host,
  pages,
  token,
}: Pick<ServerOptions, 'port' | 'host' | 'pages' | 'token'>): Promise<Server> {
  const access = { token, isOwnPort: true };
  const server = createServer(
    { requestTimeout: LIMITS.requestMs, headersTimeout: LIMITS.headersMs, keepAliveTimeout: LIMITS.keepAliveMs },
    getRequestListener(
      async (request) => (await answerOperator(request, pages, access)) ?? new Response(null, { status: 404 }),
      { overrideGlobalObjects: false },
    ),
  );
  await listenOn(server, { port, host, setting: 'RECERT_METRICS_PORT' });
  return server;
}

interface ListenAddress {
  readonly port: number;
  readonly host: string;
  /** The setting of the port. */
  readonly setting: string;
}

async function listenOn(server: Server, address: ListenAddress): Promise<void> {
  const { port, host } = address;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, address)));
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
}

/** Runs a request unless its caller has sent too many that were refused. */
type TurnAway = (incoming: Incoming, work: () => Promise<Response>) => Promise<Response>;
type Incoming = Pick<IncomingMessage, 'socket' | 'headers'>;

function turningAway({ isTrustedProxy, log }: ServerOptions, refused: RefusedRequests): TurnAway {
  return async ({ socket, headers }, work) => {
    const forwarded = headers['x-forwarded-for'];
    const caller = callerKey(socket.remoteAddress ?? '', [forwarded].flat().join(','), isTrustedProxy);
    if (caller === undefined) return work();
    const seconds = refused.secondsToWait(caller);
    if (seconds > 0) {
      // The body was not read, so no other request can follow on this connection.
      return new Response(null, { status: 429, headers: { 'retry-after': String(seconds), connection: 'close' } });
    }
    const response = await work();
    if (REFUSALS.has(response.status) && refused.count(caller)) {
      log.warn('A caller is turned away for now, because too many of its requests were refused.');
    }
    return response;
  };
}

type AnswerOptions = ServerOptions & { readonly turnAway: TurnAway };

async function answer(request: Request, incoming: Incoming, options: AnswerOptions): Promise<Response> {
  const { routes, pages, token, turnAway, log } = options;
  const { pathname } = new URL(request.url);
  const page = await answerOperator(request, pages, { token, isOwnPort: false });
  if (page !== undefined) return page;
  const route = routeOf(pathname, routes);
  if (route === undefined) return new Response(null, { status: 404 });
  return turnAway(incoming, async () => {
    try {
      return await route.handle(request);
    } catch (error) {
      log.error('A request failed.', { path: route.path, error });
      return new Response(null, { status: 500 });
    }
  });
}

function routeOf(pathname: string, routes: readonly HttpRoute[]): HttpRoute | undefined {
  // The longest path first, because the playground's is `/`.
  const byLength = [...routes].sort((a, b) => b.path.length - a.path.length);
  return byLength.find(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
}

function listenProblem(error: NodeJS.ErrnoException, { host, port, setting }: ListenAddress): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotListen(
        `Port ${port} is already in use. Stop the other program, or use another port: ${setting}=${port + 1} npm start`,
      );
    case 'EACCES':
      return new CannotListen(
        `recert may not listen on port ${port}. Use a port above 1023: ${setting}=${setting === 'PORT' ? 3000 : 9464} npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new CannotListen(
        `HOST '${host}' is no address of this machine (${error.code}). Use one that it has, 0.0.0.0 for all of IPv4, or :: for all.`,
      );
    case 'EAFNOSUPPORT':
      return new CannotListen(`HOST '${host}' needs IPv6, which this machine doesn't have. Use 0.0.0.0.`);
    default:
      return error;
  }
}
