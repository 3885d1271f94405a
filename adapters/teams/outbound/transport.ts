import { setTimeout as wait } from 'node:timers/promises';
import { isConnectionRefused } from '../../../src/chat/connection-refused.ts';

/** A call to Teams, and the little of its answer that is read. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}
export interface CallResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Teams did not do what it was asked to. */
export class NotDelivered extends Error {
  override name = 'NotDelivered';
  /** `refused`: certainly not done, and asking again changes nothing. `busy`: certainly not done, for now. `unknown`: perhaps done. */
  readonly outcome: 'refused' | 'busy' | 'unknown';
  readonly status: number | undefined;

  constructor(outcome: NotDelivered['outcome'], status?: number, cause?: unknown) {
    super(`Teams did not take a message (${status ?? 'no answer'}): ${outcome}.`, { cause });
    this.outcome = outcome;
    this.status = status;
  }
}

export interface TransportOptions {
  /** Whether an address may be called at all. */
  readonly mayCall: (address: string) => boolean;
  readonly fetch: typeof fetch;
  readonly patienceMs?: number;
  /** How long to wait before another try, when Teams does not say. */
  readonly pauseMs?: number;
}

const TRIES = 4;
const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;
const MAX_PAUSE_MS = 8000;

/** Sends to known hosts alone, never without an end, and never twice what may have been done. */
export function transport({ mayCall, fetch, patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS }: TransportOptions) {
  async function send(call: Call): Promise<CallResult | NotDelivered> {
    try {
      const { method, url, headers, body } = call;
      const signal = AbortSignal.timeout(patienceMs);
      // The length is counted anew.
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
      const failure = called instanceof NotDelivered ? called : failureOf(called);
      if (failure === undefined) return called as CallResult;
      if (tried >= TRIES || !mayRepeat(call.method, failure)) throw failure;
      await wait(pauseAfter(called, tried, pauseMs));
    }
  };
}

function failureOf({ status }: CallResult): NotDelivered | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 429 || status === 412) return new NotDelivered('busy', status);
  return new NotDelivered(status >= 500 || status === 408 ? 'unknown' : 'refused', status);
}

// A POST that may have been done would be done twice.
function mayRepeat(method: string, { outcome }: NotDelivered): boolean {
  if (outcome === 'busy') return true;
  return outcome === 'unknown' && ['GET', 'PUT', 'DELETE'].includes(method.toUpperCase());
}

function pauseAfter(called: CallResult | NotDelivered, tried: number, pauseMs: number): number {
  const requested =
    called instanceof NotDelivered ? Number.NaN : Number(called.headers['retry-after'] ?? Number.NaN) * 1000;
  const pause = Number.isFinite(requested) && requested >= 0 ? requested : pauseMs * 2 ** (tried - 1);
  return Math.min(pause, MAX_PAUSE_MS);
}
