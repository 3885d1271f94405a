/** Why there is no slot: too many wait in all, too many of the same owner wait, or the turn didn't come in time. */
export type NoSlotReason = 'full' | 'owner-full' | 'too-late';

/** Nothing was started, because there was no slot for it. */
export class NoSlot extends Error {
  override name = 'NoSlot';
  readonly reason: NoSlotReason;

  constructor(reason: NoSlotReason) {
    super(`No slot: ${reason}.`);
    this.reason = reason;
  }
}

/** How much runs and waits at most, in all and of one owner, such as a workspace. Without a number there is no limit. */
export interface SlotLimits {
  readonly maxRunning: number;
  readonly maxRunningOfOwner?: number;
  readonly maxWaiting?: number;
  readonly maxWaitingOfOwner?: number;
}

/**
 * A number of slots that owners share fairly: a free one goes to the owner that has the fewest, and among those to the one that has waited longest. An
 * owner with a thousand requests delays another one by one of them.
 */
export class FairSlots {
  readonly #limits: SlotLimits;
  /** In the order of arrival. */
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #runningOf = new Map<string, number>();
  #running = 0;
  #waitingCount = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  get figures(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waitingCount };
  }

  /** Returns how much of an owner runs and waits. */
  countOf(owner: string): number {
    return (this.#runningOf.get(owner) ?? 0) + (this.#waiting.get(owner)?.size ?? 0);
  }

  /** Resolves, when it is the owner's turn, to a function that gives the slot back. Throws `NoSlot`. */
  async acquire(owner: string, maxWaitMs?: number): Promise<() => void> {
    if (this.#isFreeFor(owner)) this.#start(owner);
    else await this.#turnOf(owner, maxWaitMs);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#end(owner);
    };
  }

  #isFreeFor(owner: string): boolean {
    const { maxRunning, maxRunningOfOwner = maxRunning } = this.#limits;
    return this.#running < maxRunning && (this.#runningOf.get(owner) ?? 0) < maxRunningOfOwner;
  }

  #start(owner: string): void {
    this.#running += 1;
    this.#runningOf.set(owner, (this.#runningOf.get(owner) ?? 0) + 1);
  }

  #end(owner: string): void {
    this.#running -= 1;
    const left = (this.#runningOf.get(owner) ?? 1) - 1;
    if (left > 0) this.#runningOf.set(owner, left);
    else this.#runningOf.delete(owner);
    this.#startNext();
  }

  async #turnOf(owner: string, maxWaitMs: number | undefined): Promise<void> {
    const { maxWaiting = Infinity, maxWaitingOfOwner = Infinity } = this.#limits;
    const own = this.#waiting.get(owner) ?? new Set();
    if (this.#waitingCount >= maxWaiting) throw new NoSlot('full');
    if (own.size >= maxWaitingOfOwner) throw new NoSlot('owner-full');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.set(owner, own.add(resolve));
    this.#waitingCount += 1;
    const giveUp = () => {
      this.#leave(owner, resolve);
      reject(new NoSlot('too-late'));
    };
    const timer = maxWaitMs === undefined ? undefined : setTimeout(giveUp, maxWaitMs);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  #leave(owner: string, start: () => void): void {
    const own = this.#waiting.get(owner);
    if (own?.delete(start) !== true) return;
    this.#waitingCount -= 1;
    if (own.size === 0) this.#waiting.delete(owner);
  }

  #startNext(): void {
    let next: string | undefined;
    for (const owner of this.#waiting.keys()) {
      if (!this.#isFreeFor(owner)) continue;
      if (next === undefined || (this.#runningOf.get(owner) ?? 0) < (this.#runningOf.get(next) ?? 0)) next = owner;
    }
    const [start] = this.#waiting.get(next ?? '') ?? [];
    if (next === undefined || start === undefined) return;
    this.#leave(next, start);
    // An owner that still waits goes behind the others that have as many slots.
    const rest = this.#waiting.get(next);
    if (rest !== undefined) {
      this.#waiting.delete(next);
      this.#waiting.set(next, rest);
    }
    this.#start(next);
    start();
  }
}
