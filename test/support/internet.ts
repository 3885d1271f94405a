import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

const folder = join(import.meta.dirname, '..', 'fixtures', 'tls');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The authority that every host of the stand-in has its certificate from. */
export const AUTHORITY = read('ca.pem');
export const AUTHORITY_FILE = join(folder, 'ca.pem');

/** What a host answers, by `host/path`. */
export type Answers = Readonly<Record<string, (body: string) => unknown>>;

/** A server of this machine, and how it is closed with everything that is still open. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Every host of the internet at once, over TLS; a WebSocket is greeted like one of Slack. */
export async function startInternet(answers: Answers): Promise<Listening> {
  const server = createHttps({ cert: read('server.pem'), key: read('server.key') }, async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = `${request.headers.host}${(request.url ?? '').replace(/\?.*$/u, '')}`;
    const answer = answers[path]?.(body);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? { path }));
  });
  server.on('upgrade', greet);
  return listening(server);
}

/** A proxy that leads every host to the stand-in, and what it was asked for. */
export interface ProxyStandIn extends Listening {
  readonly authorities: string[];
  /** The last `proxy-authorization`. */
  authorization: string | undefined;
  /** The status of the next answers. */
  status: number;
}

/** Starts the proxy. */
export async function startProxy(internet: Listening): Promise<ProxyStandIn> {
  const authorities: string[] = [];
  const server = createHttp((_, response) => response.writeHead(405).end());
  const proxy = { ...(await listening(server)), authorities, authorization: undefined, status: 200 } as ProxyStandIn;
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    proxy.authorities.push(request.url ?? '');
    proxy.authorization = request.headers['proxy-authorization'];
    if (proxy.status !== 200) return void socket.end(`HTTP/1.1 ${proxy.status} No\r\ncontent-length: 0\r\n\r\n`);
    const target = connect(internet.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    for (const [one, other] of [[target, socket] as const, [socket, target] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  return proxy;
}

function greet(request: IncomingMessage, socket: Duplex): void {
  const accepted = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accepted}\r\n\r\n`,
  );
  const hello = Buffer.from(JSON.stringify({ type: 'hello' }));
  socket.write(Buffer.concat([Buffer.from([0x81, hello.length]), hello]));
  // The first frame of the client ends the conversation: a ping, or its wish to close.
  socket.on('data', () => socket.end(Buffer.from([0x88, 0x00])));
  socket.on('error', () => undefined);
}

async function listening(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}
