import { z } from 'zod';
import { parseJson } from '../../src/chat/parse-json.ts';

/** One message of a client, as far as the endpoint reads it; the library checks the rest. */
const McpMessage = z.looseObject({
  jsonrpc: z.literal('2.0'),
  method: z.string().max(100),
  params: z.looseObject({ _meta: z.looseObject({ slack: z.unknown() }).optional() }).optional(),
});
export type McpMessage = z.infer<typeof McpMessage>;

/** The methods whose answer is the same for everyone. */
const SHARED = ['initialize', 'notifications/initialized', 'ping', 'tools/list'];

/** Reads the one message of a body; `undefined` for anything else, also for a list of messages. */
export function parseMessage(body: Buffer): McpMessage | undefined {
  const read = McpMessage.safeParse(parseJson(body.toString('utf8')));
  return read.success ? read.data : undefined;
}

/** Whether a message asks for something that is the same for everyone. */
export function isShared({ method }: McpMessage): boolean {
  return SHARED.includes(method);
}

/** A refusal as clients of JSON-RPC expect it. */
export function refuse(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  const error = { code: -32_600, message };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status, headers });
}
