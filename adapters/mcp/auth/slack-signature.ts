import { createHmac, timingSafeEqual } from 'node:crypto';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock } from '../../../src/ports.ts';

/** Slack: a request whose timestamp differs by more than five minutes may be a replay. */
const WINDOW_SECONDS = 300;
/** A signature is valid from five minutes before its time until five minutes after it. */
const REMEMBERED_MS = 2 * WINDOW_SECONDS * 1000;
const MAX_SIGNATURES = 50_000;
/** Two people who connect in the same second send the same bytes, and so the same signature. */
const SAME_MOMENT_SECONDS = 10;

const TIMESTAMP = 'x-slack-request-timestamp';
const SIGNATURE = 'x-slack-signature';

/** Whether a request says that it comes from Slack. */
export function claimsSlack(headers: Headers): boolean {
  return headers.has(SIGNATURE) || headers.has(TIMESTAMP);
}

/** Checks the signatures of one Slack app's requests, each of which is answered once. */
export class SlackSignatures {
  readonly #secret: string;
  readonly #clock: Clock;
  readonly #seen: Recent<true>;

  constructor(secret: string, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
    this.#seen = new Recent(clock, REMEMBERED_MS, MAX_SIGNATURES);
  }

  /** Returns the signature of a request if it is valid and recent; `undefined` otherwise. */
  check(headers: Headers, body: Uint8Array): string | undefined {
    const timestamp = headers.get(TIMESTAMP) ?? '';
    const given = headers.get(SIGNATURE) ?? '';
    if (!/^\d{1,12}$/u.test(timestamp) || !/^v0=[\da-f]{64}$/u.test(given)) return undefined;
    if (Math.abs(this.#ageOf(timestamp)) > WINDOW_SECONDS) return undefined;
    const expected = `v0=${createHmac('sha256', this.#secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
    return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? given : undefined;
  }

  /**
   * Whether a request with this valid signature was answered before; remembers it otherwise. What is the same for everyone, and is told to everyone
   * alike (`isShared`), may come twice in the same moment.
   */
  isReplay(signature: string, headers: Headers, { isShared }: { readonly isShared: boolean }): boolean {
    const wasSeen = this.#seen.get(signature) === true;
    this.#seen.set(signature, true);
    const isSameMoment = this.#ageOf(headers.get(TIMESTAMP) ?? '') <= SAME_MOMENT_SECONDS;
    return wasSeen && !(isShared && isSameMoment);
  }

  #ageOf(timestamp: string): number {
    return this.#clock.now().getTime() / 1000 - Number(timestamp);
  }
}
