import type { Clock } from '../ports.ts';

/** How many refused requests a caller may send. */
export interface RefusalLimits {
  /** At once. */
  readonly burst: number;
  /** After these, as many in a second. */
  readonly perSecond: number;
  /** The number of callers that are remembered. */
  readonly maxCallers: number;
}

const REFUSAL_LIMITS: RefusalLimits = { burst: 100, perSecond: 1, maxCallers: 10_000 };

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Counts the refused requests of each caller, so that one who sends many is turned away before anything is checked. */
export class RefusedRequests {
  readonly #clock: Clock;
  readonly #limits: RefusalLimits;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock, limits: RefusalLimits = REFUSAL_LIMITS) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** The number of remembered callers. */
  get size(): number {
    return this.#buckets.size;
  }

  /** The seconds until a caller may send another request; 0 for now. */
  secondsToWait(caller: string): number {
    const left = this.#left(caller);
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / this.#limits.perSecond));
  }

  /** Counts a refused request. Returns whether it was the last one that the caller may send at once. */
  count(caller: string): boolean {
    const before = this.#left(caller);
    const left = Math.max(0, before - 1);
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left, at: this.#clock.now().getTime() });
    for (const [longestAgo] of this.#buckets) {
      if (this.#buckets.size <= this.#limits.maxCallers) break;
      this.#buckets.delete(longestAgo);
    }
    return before >= 1 && left < 1;
  }

  #left(caller: string): number {
    const bucket = this.#buckets.get(caller);
    if (bucket === undefined) return this.#limits.burst;
    const seconds = Math.max(0, this.#clock.now().getTime() - bucket.at) / 1000;
    return Math.min(this.#limits.burst, bucket.left + seconds * this.#limits.perSecond);
  }
}
