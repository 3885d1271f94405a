import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many connections may be open without a complete request on them. */
export interface SilenceLimits {
  readonly perAddress: number;
  readonly total: number;
}

const SILENCE_LIMITS: SilenceLimits = { perAddress: 200, total: 1000 };

/**
 * Closes the connections that have been silent longest when there are too many, from one address or in all: those on which no complete request
 * came yet, or none after the last answer. A connection with a request on it is never closed, so a proxy in front may have any number.
 */
export function limitSilentConnections(server: Server, { perAddress, total }: SilenceLimits = SILENCE_LIMITS): void {
  // A set is in the order in which its elements were added.
  const silent = new Set<Socket>();
  const byAddress = new Map<string, Set<Socket>>();

  function add(socket: Socket, address: string): void {
    if (socket.destroyed) return;
    const same = byAddress.get(address) ?? new Set();
    byAddress.set(address, same.add(socket));
    silent.add(socket);
    if (same.size > perAddress) closeFirst(same);
    if (silent.size > total) closeFirst(silent);
  }

  function remove(socket: Socket, address: string): void {
    silent.delete(socket);
    const same = byAddress.get(address);
    same?.delete(socket);
    if (same?.size === 0) byAddress.delete(address);
  }

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    socket.once('close', () => remove(socket, address));
    add(socket, address);
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const address = socket.remoteAddress ?? '';
    // A body may end after its answer, when nothing is done for it any more.
    const work = () => {
      if (!response.writableFinished) remove(socket, address);
    };
    if (hasBody(request)) request.once('end', work);
    else work();
    response.once('close', () => add(socket, address));
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function closeFirst(sockets: ReadonlySet<Socket>): void {
  const [first] = sockets;
  first?.destroy();
}
