import { setTimeout as wait } from 'node:timers/promises';
import { isConnectionRefused } from '../../../src/chat/connection-refused.ts';

/** A call to Teams. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** The parts of an answer that are read. */
export interface CallResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A call that did not succeed. */
export class NotDelivered extends Error {
  override name = 'NotDelivered';
  /** `refused`: not done, and a retry won't help. `busy`: not done, a retry may help. `unknown`: perhaps done. */
  readonly outcome: 'refused' | 'busy' | 'unknown';
  readonly status: number | undefined;

  constructor(outcome: NotDelivered['outcome'], status?: number, cause?: unknown) {
    super(`Teams did not take a message (${status ?? 'no answer'}): ${outcome}.`, { cause });
    this.outcome = outcome;
    this.status = status;
  }
}

interface TransportOptions {
  /** Whether an address may be called. */
  readonly mayCall: (address: string) => boolean;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
  /** The pause before the first retry, if Teams doesn't say. */
  readonly pauseMs?: number;
}

const TRIES = 4;
const TIMEOUT_MS = 10_000;
const PAUSE_MS = 500;
const MAX_PAUSE_MS = 8000;

/** Calls allowed addresses only, with a time limit, and retries only what was certainly not done or is safe to repeat. */
export function transport({ mayCall, fetch, timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS }: TransportOptions) {
  async function send(call: Call): Promise<CallResult | NotDelivered> {
    try {
      const { method, url, headers, body } = call;
      const signal = AbortSignal.timeout(timeoutMs);
      // `fetch` sets the length itself.
      const { 'content-length': _, ...rest } = headers;
      const response = await fetch(url, {
        method,
        headers: rest,
        redirect: 'manual',
        signal,
        ...(body ? { body } : {}),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch (cause) {
      return new NotDelivered(isConnectionRefused(cause) ? 'busy' : 'unknown', undefined, cause);
    }
  }

  return async (call: Call): Promise<CallResult> => {
    if (!mayCall(call.url)) throw new NotDelivered('refused');
    for (let tried = 1; ; tried += 1) {
      const called = await send(call);
      if (!(called instanceof NotDelivered) && isSuccess(called)) return called;
      const failure = called instanceof NotDelivered ? called : failureOf(called);

      if (tried >= TRIES || !mayRepeat(call.method, failure)) throw failure;
      await wait(pauseAfter(called, tried, pauseMs));
    }
  };
}

function isSuccess({ status }: CallResult): boolean {
  return status >= 200 && status < 300;
}

function failureOf({ status }: CallResult): NotDelivered {
  if (status === 429 || status === 412) return new NotDelivered('busy', status);
  return new NotDelivered(status >= 500 || status === 408 ? 'unknown' : 'refused', status);
}

// A POST that may have succeeded is not repeated.
function mayRepeat(method: string, { outcome }: NotDelivered): boolean {
  if (outcome === 'busy') return true;
  return outcome === 'unknown' && ['GET', 'PUT', 'DELETE'].includes(method.toUpperCase());
}

function pauseAfter(called: CallResult | NotDelivered, tried: number, pauseMs: number): number {
  const retryAfterMs =
    called instanceof NotDelivered ? Number.NaN : Number(called.headers['retry-after'] ?? Number.NaN) * 1000;
  const pause = Number.isFinite(retryAfterMs) && retryAfterMs >= 0 ? retryAfterMs : pauseMs * 2 ** (tried - 1);
  return Math.min(pause, MAX_PAUSE_MS);
}
