import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { HttpRoute } from '../../src/chat/chat-adapter.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { Identity } from '../../src/chat/identity.ts';
import { readBody } from '../../src/chat/read-body.ts';
import type { Clock } from '../../src/ports.ts';
import { type Authenticate, type Caller, callerOf } from './auth/authenticate.ts';
import { TOOLS_PATH } from './auth/resource-metadata.ts';
import { CallLimits } from './call-limits.ts';
import { type McpMessage, parseMessage, refuse } from './messages.ts';
import { toolAnswer } from './tools/tool-answer.ts';
import { type CallTool, toolServer } from './tools/tool-server.ts';

const MAX_BODY_BYTES = 64 * 1024;

interface EndpointDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly authenticate: Authenticate;
}

/** Creates the handler of the tools: nothing is answered before the caller is authenticated. */
export function toolsEndpoint({ core, clock, publicUrl, authenticate }: EndpointDeps): HttpRoute['handle'] {
  const limits = new CallLimits(clock);
  return async (request) => {
    if (new URL(request.url).pathname !== TOOLS_PATH) return new Response(null, { status: 404 });
    // Without sessions, there is no stream to open and none to end.
    if (request.method !== 'POST') return refuse(405, 'Use POST.', { allow: 'POST' });
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== publicUrl) return refuse(403, 'Pages of other sites may not call the tools.');
    const body = await readBody(request, MAX_BODY_BYTES);
    if (typeof body === 'number') return refuse(body, 'The request is too large or was cut off.');
    const message = parseMessage(body);
    const caller = await authenticate({ headers: request.headers, body, message });
    if (caller instanceof Response) return caller;
    if (message === undefined) return refuse(400, 'Send one JSON-RPC message.');
    return message.method === 'tools/call'
      ? answerCall({ request, message, caller }, { core, limits })
      : answerMessage(request, message, refuseCalls);
  };
}

interface Call {
  readonly request: Request;
  readonly message: McpMessage;
  readonly caller: Caller;
}

async function answerCall(
  { request, message, caller }: Call,
  { core, limits }: { readonly core: Promise<Core>; readonly limits: CallLimits },
): Promise<Response> {
  const from = await callerOf(caller, message, await core);
  if (from === undefined) return refuse(403, 'The request doesn’t name the person and their workspace.');
  const seconds = limits.count(from);
  if (seconds > 0)
    return refuse(429, `Too many calls. Try again in ${seconds} seconds.`, { 'retry-after': String(seconds) });
  return answerMessage(request, message, callFor(from, caller.key, await core));
}

/** Runs tools for a person through the core. */
function callFor(from: Identity, key: string | undefined, core: Core): CallTool {
  const place = { platform: 'mcp', tenant: from.tenant, address: '' } as const;
  return async ({ command, access, argsOf }, input) =>
    toolAnswer(
      await core.dispatch({
        ...{ command, args: argsOf(input), from, place, onBehalf: access },
        ...(key === undefined ? {} : { key }),
      }),
    );
}

const refuseCalls: CallTool = () => Promise.reject(new Error('Only a message that names a tool calls one.'));

/** Answers a message with a server of its own, so nothing is shared between requests. */
async function answerMessage(request: Request, message: McpMessage, call: CallTool): Promise<Response> {
  const server = toolServer(call);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: message });
  } finally {
    await server.close();
  }
}
