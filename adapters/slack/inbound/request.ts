import { createHmac, timingSafeEqual } from 'node:crypto';

const MOST_BYTES = 1024 * 1024;
const MOST_SECONDS_APART = 300;

/** A request that Slack signed, read; or the status that says why not, and nothing more. */
export type SignedRequest =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 405 | 413 }
  | { readonly kind: 'signed'; readonly body: Record<string, unknown>; readonly signature: string };

/** Reads a request no further than it deserves: method, size, signature and time, and only then its words. */
export async function readSigned(request: Request, secret: string, now: Date): Promise<SignedRequest> {
  if (request.method !== 'POST') return { kind: 'refused', status: 405 };
  const raw = await readLimited(request);
  if (typeof raw === 'number') return { kind: 'refused', status: raw };
  const signature = request.headers.get('x-slack-signature') ?? '';
  const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
  if (!isFresh(timestamp, now) || !isSigned(raw, { signature, timestamp, secret })) {
    return { kind: 'refused', status: 401 };
  }
  const body = parseBody(request.headers.get('content-type') ?? '', raw.toString('utf8'));
  return body === undefined ? { kind: 'refused', status: 400 } : { kind: 'signed', body, signature };
}

async function readLimited(request: Request): Promise<Buffer | 400 | 413> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return 413;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > MOST_BYTES) return 413;
      parts.push(part);
    }
  } catch {
    // The sender went away in the middle of a sentence.
    return 400;
  }
  return Buffer.concat(parts);
}

// Both ways: a request dated in the future could be kept and replayed for as long as it likes.
function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/u.test(timestamp)) return false;
  return Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) <= MOST_SECONDS_APART;
}

function isSigned(raw: Buffer, by: { signature: string; timestamp: string; secret: string }): boolean {
  const expected = createHmac('sha256', by.secret).update(`v0:${by.timestamp}:`).update(raw).digest('hex');
  const given = Buffer.from(by.signature);
  const right = Buffer.from(`v0=${expected}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

function parseBody(contentType: string, text: string): Record<string, unknown> | undefined {
  const [type = ''] = contentType.split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/json':
      return parseObject(text);
    case 'application/x-www-form-urlencoded': {
      const form = new URLSearchParams(text);
      const payload = form.get('payload');
      return payload === null ? Object.fromEntries(form) : parseObject(payload);
    }
    default:
      return undefined;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
