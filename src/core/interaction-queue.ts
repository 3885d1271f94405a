import type { Log } from '../ports.ts';
import type { QueueFigures } from '../telemetry/operating-figures.ts';

/** Too many interactions arrived at once, so this one was not started. */
export class Busy extends Error {
  override name = 'Busy';
}

/** How many interactions run and wait at most. */
export interface QueueLimits {
  readonly maxRunning: number;
  readonly maxWaiting: number;
}

interface Waiting {
  readonly start: () => void;
}

/**
 * Runs interactions in the order in which they arrive, a few at a time, so that the time limit of each counts its own work and not that of
 * the others.
 */
export class InteractionQueue {
  readonly #limits: QueueLimits;
  readonly #log: Log;
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #isFull = false;

  constructor(limits: QueueLimits, log: Log) {
    this.#limits = limits;
    this.#log = log;
  }

  /** How many run and wait now. */
  get figures(): QueueFigures {
    return { running: this.#running, waiting: this.#waiting.size };
  }

  /** Runs the work when its turn comes. Throws `Busy`, without having started it, if the queue is full or the turn doesn't come within `maxWaitMs`. */
  async run<T>(work: () => Promise<T>, maxWaitMs: number): Promise<T> {
    if (this.#running < this.#limits.maxRunning) this.#running += 1;
    else await this.#turn(maxWaitMs);
    try {
      return await work();
    } finally {
      this.#startNext();
    }
  }

  /** Resolves when a running interaction has ended and its place is this one's. */
  async #turn(maxWaitMs: number): Promise<void> {
    if (this.#waiting.size >= this.#limits.maxWaiting) throw this.#busy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const one: Waiting = { start: resolve };
    this.#waiting.add(one);
    const timer = setTimeout(() => {
      this.#waiting.delete(one);
      reject(this.#busy());
    }, maxWaitMs);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  #startNext(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#running -= 1;
      this.#isFull = false;
      return;
    }
    this.#waiting.delete(next);
    next.start();
  }

  /** Logged once until the queue is empty again, because a burst would write a line for each person. */
  #busy(): Busy {
    if (!this.#isFull) this.#log.warn('Interactions are turned away, because too many wait.', { ...this.#limits });
    this.#isFull = true;
    return new Busy('Too many interactions wait.');
  }
}
