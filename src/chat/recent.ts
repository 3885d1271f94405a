import type { Clock } from '../ports.ts';

/** Remembers what happened lately: no longer than `keptMs`, and never more than `most` things. */
export class Recent<T> {
  readonly #kept = new Map<string, { readonly at: number; readonly value: T }>();
  readonly #clock: Clock;
  readonly #keptMs: number;
  readonly #most: number;

  constructor(clock: Clock, keptMs: number, max: number) {
    this.#clock = clock;
    this.#keptMs = keptMs;
    this.#most = max;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key);
    return found !== undefined && this.#now() - found.at < this.#keptMs ? found.value : undefined;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { at: this.#now(), value });
    for (const [oldest, { at }] of this.#kept) {
      if (this.#kept.size <= this.#most && this.#now() - at < this.#keptMs) break;
      this.#kept.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  /** What the first of several equal acts came to; the others wait for it and do nothing themselves. */
  once(this: Recent<Promise<Awaited<T>>>, key: string, work: () => Promise<Awaited<T>>): Promise<Awaited<T>> {
    const first = this.get(key);
    if (first !== undefined) return first;
    const done = work();
    this.set(key, done);
    // A failure is no answer: the next one tries again.
    done.catch(() => this.delete(key));
    return done;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
