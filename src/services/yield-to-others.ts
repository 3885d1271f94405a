import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long other work may have to wait. */
const MAX_MS = 15;

/** Lets other work have its turn during a long computation, such as one over all members of a team. */
export class Turns {
  #since = performance.now();

  /** Waits for a turn of the event loop if there was none for a while. */
  async give(): Promise<void> {
    if (performance.now() - this.#since < MAX_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
