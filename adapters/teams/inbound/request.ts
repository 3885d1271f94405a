import { LIMITS } from '../cards/limits.ts';

/** The status that says why not, and nothing more. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: 400 | 401 | 403 | 405 | 413;
}

/** A request read as far as its words, or refused. */
export type ReadRequest = Refused | { readonly kind: 'read'; readonly body: Readonly<Record<string, unknown>> };

/** Reads the body of a request that may carry an activity: method, type, coding, size, and only then its words. */
export async function readRequest(request: Request): Promise<ReadRequest> {
  if (request.method !== 'POST') return refused(405);
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') return refused(400);
  if (request.headers.has('content-encoding')) return refused(400);
  const raw = await readLimited(request);
  if (typeof raw === 'number') return refused(raw);
  const body = parseObject(raw);
  return body === undefined ? refused(400) : { kind: 'read', body };
}

export function refused(status: Refused['status']): Refused {
  return { kind: 'refused', status };
}

async function readLimited(request: Request): Promise<Buffer | 400 | 413> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.body) return 413;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > LIMITS.body) return 413;
      parts.push(part);
    }
  } catch {
    // The sender went away in the middle of a sentence.
    return 400;
  }
  return Buffer.concat(parts);
}

function parseObject(raw: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
