import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer, or work that no person waits for, and whose it is. */
interface RunningWork {
  /** A workspace, or a job for all of them; undefined for an answer. */
  owner: string | undefined;
  /** When it last gave way. */
  since: number;
}

/** The longest time that background work gives way at once. */
const MAX_MS = 50;
/** Work that was shorter goes on without giving way. */
const MIN_MS = 2;

const running = new AsyncLocalStorage<RunningWork>();
/** How many answers the process prepares now. */
let answers = 0;
const whenIdle = new Set<() => void>();

/** Runs work that no person waits for: it gets a share of the connections, and gives way to answers. What it calls belongs to it. */
export function asBackground<T>(owner: string, work: () => Promise<T>): Promise<T> {
  return running.run({ owner, since: performance.now() }, work);
}

/** Returns whose background work the running code belongs to; undefined if it prepares an answer. */
export function backgroundOwner(): string | undefined {
  return running.getStore()?.owner;
}

/** Runs work that a person waits for. Background work gives way to it. */
export async function asAnswer<T>(work: () => Promise<T>): Promise<T> {
  answers += 1;
  try {
    return await running.run({ owner: undefined, since: performance.now() }, work);
  } finally {
    answers -= 1;
    if (answers === 0) for (const resolve of whenIdle) resolve();
  }
}

/** The answer in preparation takes longer than a person waits, and goes on in the background. */
export function continueInBackground(owner: string): void {
  const work = running.getStore();
  if (work === undefined) return;
  work.owner = owner;
  work.since = performance.now();
}

/**
 * Background work waits while answers are prepared, for as long as it has run since it last did: it takes half of the time at most, and never
 * stands still. Does nothing for other work.
 */
export async function giveWay(): Promise<void> {
  const work = running.getStore();
  if (work?.owner === undefined) return;
  const ms = Math.min(MAX_MS, performance.now() - work.since);
  if (answers > 0 && ms >= MIN_MS) await untilIdle(ms);
  else if (answers > 0) return;
  work.since = performance.now();
}

async function untilIdle(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const given = new AbortController();
  whenIdle.add(resolve);
  const late = pause(ms, undefined, { signal: given.signal }).catch(() => undefined);
  await Promise.race([promise, late]);
  whenIdle.delete(resolve);
  given.abort();
}
