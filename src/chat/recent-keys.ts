import type { Clock } from '../ports.ts';

/** A cache in memory that keeps entries for `ttlMs`, and at most `maxEntries` of them. */
export class Recent<T> {
  readonly #entries = new Map<string, { readonly at: number; readonly value: T }>();
  readonly #clock: Clock;
  readonly #ttlMs: number;
  readonly #maxEntries: number;

  constructor(clock: Clock, ttlMs: number, maxEntries: number) {
    this.#clock = clock;
    this.#ttlMs = ttlMs;
    this.#maxEntries = maxEntries;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): T | undefined {
    const found = this.#entries.get(key);
    return found !== undefined && this.#now() - found.at < this.#ttlMs ? found.value : undefined;
  }

  set(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, { at: this.#now(), value });
    for (const [oldest, { at }] of this.#entries) {
      if (this.#entries.size <= this.#maxEntries && this.#now() - at < this.#ttlMs) break;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Runs `work` once per key; later calls with the same key get the first result. */
  once(this: Recent<Promise<Awaited<T>>>, key: string, work: () => Promise<Awaited<T>>): Promise<Awaited<T>> {
    const first = this.get(key);
    if (first !== undefined) return first;
    const done = work();
    this.set(key, done);
    // After a failure, the next call runs `work` again.
    done.catch(() => this.delete(key));
    return done;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
