import { withTimeLimit } from '../../src/limits/with-time-limit.ts';

/** Work that goes on after its activity was answered. */
export interface BackgroundWork {
  readonly add: (work: Promise<unknown>) => void;
  /** Waits for all of it, at most `timeoutMs`. */
  readonly finish: (timeoutMs: number) => Promise<void>;
}

/** Starts with no work. */
export function backgroundWork(): BackgroundWork {
  const running = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      running.add(work);
      const remove = () => running.delete(work);
      work.then(remove, remove);
    },
    finish: async (timeoutMs) => {
      await withTimeLimit(Promise.allSettled(running), timeoutMs, () => undefined);
    },
  };
}
