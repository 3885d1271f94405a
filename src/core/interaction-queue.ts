import { FairSlots, NoSlot, type NoSlotReason } from '../limits/fair-slots.ts';
import type { Log } from '../ports.ts';
import type { QueueFigures } from '../telemetry/operating-figures.ts';

/** Too many interactions arrived at once, so this one was not started. */
export class Busy extends Error {
  override name = 'Busy';
  /** `owner-full`: too many of the same workspace wait. */
  readonly reason: NoSlotReason;

  constructor(reason: NoSlotReason) {
    super('Too many interactions wait.');
    this.reason = reason;
  }
}

/** How many interactions run and wait at most. */
export interface QueueLimits {
  readonly maxRunning: number;
  readonly maxWaiting: number;
  readonly maxWaitingOfWorkspace: number;
}

/** An interaction that is started when its turn comes. */
interface QueuedInteraction<T> {
  /** The workspace that it comes from, by the platform's name of it. */
  readonly owner: string;
  readonly maxWaitMs: number;
  run(): Promise<T>;
}

/**
 * Runs interactions a few at a time, so that the time limit of each counts its own work and not that of the others: those of a workspace in the order
 * in which they arrive, and workspaces in turn, so that the burst of one doesn't delay another.
 */
export class InteractionQueue {
  readonly #limits: QueueLimits;
  readonly #log: Log;
  readonly #slots: FairSlots;
  #isFull = false;

  constructor(limits: QueueLimits, log: Log) {
    this.#limits = limits;
    this.#log = log;
    const { maxWaitingOfWorkspace: maxWaitingOfOwner, ...inAll } = limits;
    this.#slots = new FairSlots({ ...inAll, maxWaitingOfOwner });
  }

  /** How many run and wait now. */
  get figures(): QueueFigures {
    return this.#slots.figures;
  }

  /** Runs the work when its turn comes. Throws `Busy`, without having started it, if the queue is full or the turn doesn't come within `maxWaitMs`. */
  async run<T>({ owner, maxWaitMs, run }: QueuedInteraction<T>): Promise<T> {
    const release = await this.#slots.acquire(owner, maxWaitMs).catch((error: unknown) => {
      throw error instanceof NoSlot ? this.#busy(error.reason, owner) : error;
    });
    try {
      return await run();
    } finally {
      release();
      if (this.figures.waiting === 0) this.#isFull = false;
    }
  }

  /** Logged once until the queue is empty again, because a burst would write a line for each person. */
  #busy(reason: NoSlotReason, owner: string): Busy {
    if (!this.#isFull)
      this.#log.warn('Interactions are turned away, because too many wait.', { ...this.#limits, reason, owner });
    this.#isFull = true;
    return new Busy(reason);
  }
}
