import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseJsonObject } from '../../../src/chat/parse-json.ts';
import { readBody } from '../../../src/chat/read-body.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_AGE_S = 300;

/** A request with Slack's signature, or the status to refuse it with. */
export type SignedRequest =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 405 | 413 }
  | { readonly kind: 'signed'; readonly body: Record<string, unknown>; readonly signature: string };

/** Checks a request's method, size, signature and age, and only then parses its body. */
export async function readSigned(request: Request, secret: string, now: Date): Promise<SignedRequest> {
  if (request.method !== 'POST') return { kind: 'refused', status: 405 };
  const raw = await readBody(request, MAX_BYTES);
  if (typeof raw === 'number') return { kind: 'refused', status: raw };
  const signature = request.headers.get('x-slack-signature') ?? '';
  const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
  if (!isFresh(timestamp, now) || !isSigned(raw, { signature, timestamp, secret })) {
    return { kind: 'refused', status: 401 };
  }
  const body = parseBody(request.headers.get('content-type') ?? '', raw.toString('utf8'));
  return body === undefined ? { kind: 'refused', status: 400 } : { kind: 'signed', body, signature };
}

// A request dated in the future could be replayed until that date.
function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/u.test(timestamp)) return false;
  return Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) <= MAX_AGE_S;
}

function isSigned(
  raw: Buffer,
  { signature, timestamp, secret }: { signature: string; timestamp: string; secret: string },
): boolean {
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(raw).digest('hex');
  const given = Buffer.from(signature);
  const expectedBytes = Buffer.from(`v0=${expected}`);
  return given.length === expectedBytes.length && timingSafeEqual(given, expectedBytes);
}

function parseBody(contentType: string, text: string): Record<string, unknown> | undefined {
  const [type = ''] = contentType.split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/json':
      return parseJsonObject(text);
    case 'application/x-www-form-urlencoded': {
      const form = new URLSearchParams(text);
      const payload = form.get('payload');
      return payload === null ? Object.fromEntries(form) : parseJsonObject(payload);
    }
    default:
      return undefined;
  }
}
