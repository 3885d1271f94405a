import type { Identity } from '../../../src/chat/identity.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock } from '../../../src/ports.ts';

/** How often open tabs are compared with what is saved. */
const LOOK_MS = 1200;
/** Slack doesn't say when a tab is closed: it is looked at for so long after it was opened or used, and drawn when it is opened again. */
const OPEN_MS = 5 * 60_000;
/** A larger workspace has more people than that, but few who look at the tab at the same time. */
const MAX_WATCHED = 200;

interface WatchDeps {
  readonly clock: Clock;
  /** Draws the tab of a person again if something changed that no one told this process of. */
  readonly look: (person: Identity) => Promise<void>;
}

/** Looks after the Home tabs that are perhaps open, for what is changed on the command line or by another process. */
export class HomeWatch {
  readonly #deps: WatchDeps;
  readonly #open: Recent<Identity>;
  #keys: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    this.#open = new Recent(deps.clock, OPEN_MS, MAX_WATCHED);
  }

  /** Looks after the tab of a person who opened it or turned its page. */
  add(key: string, person: Identity): void {
    this.#open.set(key, person);
    this.#keys = new Set([...this.#keys, key].filter((one) => this.#open.get(one) !== undefined));
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.lookAtAll(), LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Looks at every open tab once. Does nothing while the last look is under way. */
  async lookAtAll(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (const key of this.#keys) {
        const person = this.#open.get(key);
        if (person !== undefined) await this.#deps.look(person);
      }
    } finally {
      this.#isRunning = false;
    }
  }
}
