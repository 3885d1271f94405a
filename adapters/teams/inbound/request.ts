import { parseJsonObject } from '../../../src/chat/parse-json.ts';
import { readBody } from '../../../src/chat/read-body.ts';
import { LIMITS } from '../cards/limits.ts';

/** The status a request is refused with. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: 400 | 401 | 403 | 405 | 413;
}

type ReadRequest = Refused | { readonly kind: 'read'; readonly body: Readonly<Record<string, unknown>> };

/** Checks a request's method, content type, encoding and size, and only then parses its body. */
export async function readRequest(request: Request): Promise<ReadRequest> {
  if (request.method !== 'POST') return refused(405);
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') return refused(400);
  if (request.headers.has('content-encoding')) return refused(400);
  const raw = await readBody(request, LIMITS.body);
  if (typeof raw === 'number') return refused(raw);
  const body = parseUtf8Object(raw);
  return body === undefined ? refused(400) : { kind: 'read', body };
}

/** A refusal with a status. */
export function refused(status: Refused['status']): Refused {
  return { kind: 'refused', status };
}

function parseUtf8Object(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return parseJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
