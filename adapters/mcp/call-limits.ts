import type { Identity } from '../../src/chat/identity.ts';
import { Recent } from '../../src/chat/recent-keys.ts';
import type { Clock } from '../../src/ports.ts';

const WINDOW_MS = 60_000;
const MAX_PEOPLE_AT_ONCE = 20_000;

/** How many calls a person's assistants may make within a minute. */
const CALLS_A_MINUTE = 60;

/** Counts the calls for each person, in windows of a minute. */
export class CallLimits {
  readonly #clock: Clock;
  readonly #windows: Recent<{ readonly from: number; count: number }>;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#windows = new Recent(clock, WINDOW_MS, MAX_PEOPLE_AT_ONCE);
  }

  /** Counts a call; returns the seconds to wait if it is one too many, 0 otherwise. */
  count({ platform, tenant, user }: Identity): number {
    const key = JSON.stringify([platform, tenant, user]);
    const now = this.#clock.now().getTime();
    const window = this.#windows.get(key);
    if (window === undefined) {
      this.#windows.set(key, { from: now, count: 1 });
      return 0;
    }
    window.count += 1;
    return window.count > CALLS_A_MINUTE ? Math.max(1, Math.ceil((window.from + WINDOW_MS - now) / 1000)) : 0;
  }
}
