import { type AgentOptions, type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Target } from './no-proxy.ts';

/** Opens a connection through a proxy; returns undefined for a target that is reached directly. */
export type OpenTunnel = (target: Target) => Promise<Socket> | undefined;

type Created = (error: Error | null, stream: Duplex) => void;

/** Returns an agent for https addresses whose connections go through tunnels. */
export function tunnelHttpsAgent(open: OpenTunnel, options: AgentOptions = {}): HttpsAgent {
  // A class of its own, because Node makes a new agent of the same class where a request says `agent: false`.
  class TunnelAgent extends HttpsAgent {
    constructor() {
      super(options);
    }

    override createConnection(args: RequestOptions, created?: Created): Duplex | null | undefined {
      const opening = open(targetOf(args, 443));
      if (opening === undefined) return super.createConnection(args, created);
      // Over the tunnel, TLS is that of the target.
      return connectLater(opening, created, (socket) => {
        const overTunnel = { ...args, socket };
        return super.createConnection(overTunnel);
      });
    }
  }
  return new TunnelAgent();
}

/** Returns an agent for http addresses whose connections go through tunnels. */
export function tunnelHttpAgent(open: OpenTunnel): HttpAgent {
  class TunnelAgent extends HttpAgent {
    override createConnection(args: ClientRequestArgs, created?: Created): Duplex | null | undefined {
      const opening = open(targetOf(args, 80));
      if (opening === undefined) return super.createConnection(args, created);
      return connectLater(opening, created, (socket) => socket);
    }
  }
  return new TunnelAgent();
}

function targetOf({ host, port }: Pick<ClientRequestArgs, 'host' | 'port'>, defaultPort: number): Target {
  return { host: host ?? 'localhost', port: Number(port ?? defaultPort) };
}

function connectLater(
  opening: Promise<Socket>,
  created: Created | undefined,
  wrap: (socket: Socket) => Duplex | null | undefined,
): undefined {
  opening.then(
    (socket) => created?.(null, wrap(socket) ?? socket),
    (error: Error) => created?.(error, new Socket()),
  );
  return undefined;
}
