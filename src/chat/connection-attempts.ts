import { PlatformRefusal, type ReportStatus } from './platform-status.ts';

const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;

/** How to connect to a platform, and whom to tell. */
interface ConnectionOptions {
  /** Resolves when connected. Throws `PlatformRefusal` if the settings are refused, another error if an attempt failed. */
  readonly connect: () => Promise<void>;
  /** Why an attempt failed, in one sentence. */
  readonly problemOf: (error: unknown) => string;
  readonly report: ReportStatus;
  readonly firstPauseMs?: number;
}

/** The attempts to connect to a platform, with pauses that grow from a second to a minute. */
export interface ConnectionAttempts {
  /** Makes the first attempt; resolves after it, also if it failed and others follow. Throws `PlatformRefusal`. */
  start(): Promise<void>;
  /** Attempts again after a pause, because the connection was lost. */
  resume(): void;
  stop(): void;
}

/** Connects to a platform, and again after each failure until it is stopped. */
export function connectionAttempts(options: ConnectionOptions): ConnectionAttempts {
  const { connect, problemOf, report, firstPauseMs = FIRST_PAUSE_MS } = options;
  let failures = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function attempt(): Promise<unknown> {
    try {
      await connect();
      failures = 0;
      if (!isStopped) report({ kind: 'connected' });
      return undefined;
    } catch (error) {
      if (!isStopped) report({ kind: 'disconnected', problem: problemOf(error) });
      return error;
    }
  }

  // A refusal after the start may end without a restart, for example when the app is enabled again.
  async function repeat(): Promise<void> {
    timer = undefined;
    if ((await attempt()) !== undefined) resume();
  }

  function resume(): void {
    if (isStopped || timer !== undefined) return;
    const pause = Math.min(firstPauseMs * 2 ** failures, MAX_PAUSE_MS);
    failures += 1;
    timer = setTimeout(() => void repeat(), pause);
  }

  return {
    start: async () => {
      const error = await attempt();
      if (error instanceof PlatformRefusal) throw error;
      if (error !== undefined) resume();
    },
    resume,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
