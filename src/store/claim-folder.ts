import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Heartbeat } from './heartbeat.ts';
import type { HeartbeatEnd } from './heartbeat-worker.ts';
import { DataInUse, type DataLockLost, lockNotRenewed, lockReplaced } from './lock-errors.ts';
import { describeHolder, parseHolder, readHolderText } from './lock-holder.ts';

/** Times in milliseconds. A heartbeat is timed by the process that watches it, so the clocks of two machines needn't agree. */
export interface ClaimTiming {
  readonly beatMs: number;
  /** How long renewing may fail before the holder stops; less than `watchMs`. */
  readonly limitMs: number;
  /** How long a heartbeat must stand still before it counts as that of a dead process. */
  readonly watchMs: number;
  /** How long after replacing the file of a dead process the folder may be used; had it only been paused, it has stopped by then. */
  readonly confirmMs: number;
}

const DEFAULT_TIMING: ClaimTiming = { beatMs: 2000, limitMs: 10_000, watchMs: 20_000, confirmMs: 6000 };
/** How often a watched heartbeat is read, in milliseconds. */
const READ_MS = 250;

/** Whom to call while a folder is claimed, and, for tests, shorter times. */
export interface ClaimOptions {
  /** Called with a sentence before a wait of many seconds. */
  readonly onWait?: (sentence: string) => void;
  /** Called when the claim was lost. By default the error is thrown without anyone to catch it, which ends the process. */
  readonly onLost?: (error: DataLockLost) => void;
  readonly timing?: ClaimTiming;
}

/** A folder to claim, and the scope of the kernel's lock on it. */
export interface FolderToClaim {
  readonly folder: string;
  readonly scope: string;
}

/**
 * Claims the folder by the file `process.json`, which names the holder and is renewed until the release. A file of the same scope is from a
 * dead process; any other is watched until it changes or has stood still for `watchMs`. Throws `DataInUse`, or the error of the file system.
 */
export async function claimFolder({ folder, scope }: FolderToClaim, options: ClaimOptions): Promise<FolderClaim> {
  const timing = options.timing ?? DEFAULT_TIMING;
  const since = Date.now();
  const holder = { id: randomUUID(), host: hostname(), pid: process.pid, since, scope };
  const heartbeat = new Heartbeat(join(folder, 'process.json'), holder);
  const claim = new FolderClaim(folder, heartbeat);
  try {
    const isCertain = await putInPlace({ folder, scope, heartbeat }, { ...options, timing });
    heartbeat.start(timing, (end) => claim.lose(end));
    if (!isCertain) await wait(timing.confirmMs);
    if (!claim.confirm(options.onLost ?? rethrow)) throw inUse(folder);
    return claim;
  } catch (cause) {
    await heartbeat.stop();
    throw cause;
  }
}

/** The claim of this process on a folder. */
export class FolderClaim {
  readonly #folder: string;
  readonly #heartbeat: Heartbeat;
  #lost: DataLockLost | undefined;
  #onLost: (error: DataLockLost) => void = () => undefined;

  constructor(folder: string, heartbeat: Heartbeat) {
    this.#folder = folder;
    this.#heartbeat = heartbeat;
  }

  /** Returns whether the folder may be used; from then on `onLost` is called when it may not any more. */
  confirm(onLost: (error: DataLockLost) => void): boolean {
    if (this.#lost !== undefined || !this.#heartbeat.isCurrent()) return false;
    this.#onLost = onLost;
    return true;
  }

  /** Throws `DataLockLost` unless the claim stands. */
  check(): void {
    if (this.#lost === undefined && !this.#heartbeat.isCurrent()) this.lose({ kind: 'replaced' });
    if (this.#lost !== undefined) throw this.#lost;
  }

  lose(end: HeartbeatEnd): void {
    if (this.#lost !== undefined) return;
    const folder = this.#folder;
    this.#lost =
      end.kind === 'replaced'
        ? lockReplaced(folder, parseHolder(readHolderText(fileIn(folder))))
        : lockNotRenewed(folder, end.reason);
    this.#onLost(this.#lost);
  }

  async release(): Promise<void> {
    await this.#heartbeat.stop();
  }
}

type Placing = FolderToClaim & { readonly heartbeat: Heartbeat };
type PlacingOptions = ClaimOptions & { readonly timing: ClaimTiming };

/** Puts the heartbeat in its place. Returns whether no other process can have done so too and not know of this one. */
async function putInPlace({ folder, scope, heartbeat }: Placing, options: PlacingOptions): Promise<boolean> {
  for (;;) {
    const text = readHolderText(fileIn(folder));
    if (text === undefined) {
      const outcome = heartbeat.place();
      if (outcome === 'placed') return true;
      if (outcome === 'exists') continue;
    } else if (scope === '' || parseHolder(text)?.scope !== scope) {
      const end = await watch(text, folder, options);
      if (end === 'alive') throw inUse(folder);
      if (end === 'gone') continue;
    } else {
      heartbeat.replace();
      return true;
    }
    heartbeat.replace();
    return false;
  }
}

/** Reads the file until it differs from `text`, is gone, or has stood still for as long as `timing` says. */
async function watch(
  text: string,
  folder: string,
  { timing, onWait }: PlacingOptions,
): Promise<'alive' | 'gone' | 'dead'> {
  onWait?.(waitSentence(text, folder, timing));
  const began = performance.now();
  while (performance.now() - began < timing.watchMs) {
    await wait(Math.min(READ_MS, timing.beatMs));
    const current = readHolderText(fileIn(folder));
    if (current !== text) return current === undefined ? 'gone' : 'alive';
  }
  return 'dead';
}

function waitSentence(text: string, folder: string, { watchMs, confirmMs }: ClaimTiming): string {
  const holder = parseHolder(text);
  const who = holder === undefined ? 'The last process' : describeHolder(holder);
  const seconds = Math.ceil((watchMs + confirmMs) / 1000);
  return `${who} didn't release the data in ${folder}. Waiting up to ${seconds} seconds to see whether it still runs ...`;
}

function inUse(folder: string): DataInUse {
  return new DataInUse(folder, parseHolder(readHolderText(fileIn(folder))));
}

function fileIn(folder: string): string {
  return join(folder, 'process.json');
}

function rethrow(error: DataLockLost): void {
  setImmediate(() => {
    throw error;
  });
}
