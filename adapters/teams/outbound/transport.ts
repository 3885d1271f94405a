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

interface NotDeliveredOptions {
  readonly cause?: unknown;
  readonly afterMs?: number | undefined;
}

/** A call that did not succeed. */
export class NotDelivered extends Error {
  override name = 'NotDelivered';
  /** `refused`: not done, and a retry won't help. `busy`: not done, a retry may help. `unknown`: perhaps done. */
  readonly outcome: 'refused' | 'busy' | 'unknown';
  readonly status: number | undefined;
  /** The pause Teams asks for, in milliseconds. */
  readonly afterMs: number | undefined;

  constructor(outcome: NotDelivered['outcome'], status?: number, options: NotDeliveredOptions = {}) {
    super(`Teams did not take a message (${status ?? 'no answer'}): ${outcome}.`, { cause: options.cause });
    this.outcome = outcome;
    this.status = status;
    this.afterMs = options.afterMs;
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
      return new NotDelivered(isConnectionRefused(cause) ? 'busy' : 'unknown', undefined, { cause });
    }
  }

  return async (call: Call): Promise<CallResult> => {
    if (!mayCall(call.url)) throw new NotDelivered('refused');
    for (let tried = 1; ; tried += 1) {
      const called = await send(call);
      if (!(called instanceof NotDelivered) && isSuccess(called)) return called;
      const failure = called instanceof NotDelivered ? called : failureOf(called);

      const pause = failure.afterMs ?? pauseMs * 2 ** (tried - 1);
      // A longer pause is for the sender, who must not come back earlier.
      if (tried >= TRIES || pause > MAX_PAUSE_MS || !mayRepeat(call.method, failure)) throw failure;
      await wait(pause);
    }
  };
}

/** Whether Teams did what was asked; a page with a good status comes from a proxy in between. */
function isSuccess(called: CallResult): boolean {
  return called.status >= 200 && called.status < 300 && !isPage(called);
}

function isPage({ headers }: CallResult): boolean {
  return headers['content-type']?.startsWith('text/html') === true;
}

/** The statuses of answers to calls that were certainly not carried out and may be later; 401 says that the token is not good. */
const BUSY: ReadonlySet<number> = new Set([401, 407, 412, 429]);

function failureOf(called: CallResult): NotDelivered {
  const { status } = called;
  const afterMs = retryAfterOf(called);
  if (BUSY.has(status) || status < 400 || (status === 503 && afterMs !== undefined))
    return new NotDelivered('busy', status, { afterMs });
  return new NotDelivered(status >= 500 || status === 408 ? 'unknown' : 'refused', status, { afterMs });
}

// A POST that may have succeeded is not repeated.
function mayRepeat(method: string, { outcome }: NotDelivered): boolean {
  if (outcome === 'busy') return true;
  return outcome === 'unknown' && ['GET', 'PUT', 'DELETE'].includes(method.toUpperCase());
}

/** The pause an answer asks for, in milliseconds. */
function retryAfterOf({ headers }: CallResult): number | undefined {
  const stated = headers['retry-after'];
  if (stated === undefined) return undefined;
  const seconds = Number(stated);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
