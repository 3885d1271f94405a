import { readFileSync } from 'node:fs';
import { fileErrorCode } from './data-folder.ts';

/** The last instant that JavaScript has a date for. */
const MAX_INSTANT = 8.64e15;

/** The process that uses a data folder, as its file `process.json` says. */
export interface Holder {
  readonly id: string;
  readonly host: string;
  /** As the process sees itself; in a container it counts from 1. */
  readonly pid: number;
  /** When it locked the folder, in milliseconds since 1970. */
  readonly since: number;
  /** The scope of its lock, see `KernelLock`. */
  readonly scope: string;
}

/** The content of the file at a beat. It has the same length at each beat, so it can be written over the last one. */
export function holderText(holder: Holder, beat: number): string {
  return `${JSON.stringify({ ...holder, beat: String(beat).padStart(12, '0') })}\n`;
}

/** Returns the content of the file, or nothing if there is no file. */
export function readHolderText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (fileErrorCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Returns the holder that a content names; nothing for an empty, damaged or missing one. */
export function parseHolder(text: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { id, host, pid, since, scope }: Partial<Record<string, unknown>> = { ...value };
  const isNamed = [id, host, scope].every((text) => typeof text === 'string') && typeof pid === 'number';
  return isNamed && typeof since === 'number' && Math.abs(since) <= MAX_INSTANT;
}

/** `Process 7 on db1 (since 30 Nov 2026, 10:59 UTC)` */
export function describeHolder({ pid, host, since }: Holder): string {
  const at = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `Process ${pid} on ${host} (since ${at.format(since)} UTC)`;
}
