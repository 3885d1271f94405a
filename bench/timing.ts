import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;

/** Runs work and returns its CPU time and for how long no timer fired at most, in milliseconds. */
export async function cpuOf(
  work: () => Promise<unknown>,
): Promise<{ readonly cpuMs: number; readonly blockedMs: number }> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  // A timer that is overdue fires now, and is measured.
  await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION_MS));
  delays.disable();
  return { cpuMs: (user + system) / 1000, blockedMs: Math.max(0, delays.max / 1e6 - RESOLUTION_MS) };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
