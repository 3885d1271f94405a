import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another process uses the embedded database; two would corrupt it. */
export class DataInUse extends Error {
  override name = 'DataInUse';
}

/**
 * Locks the folder of the embedded database and returns a function that releases the lock. The database has no lock of its own, and a
 * second process would lose data silently. A lock whose process no longer runs is taken over. Throws `DataInUse`.
 */
export function lockData(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (errorCode(cause) !== 'EEXIST') throw cause;
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) throw inUse(folder, holder.pid);
      rmSync(file, { force: true });
    }
  }
  throw inUse(folder, undefined);
}

interface Holder {
  readonly pid: number;
  /** The start time, which distinguishes a process from a later one with the same id; empty if unknown. */
  readonly started: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Deleted in the meantime, or its writer stopped before writing.
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return errorCode(cause) === 'EPERM';
  }
  return started === startOf(pid);
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // Only Linux has the start time; elsewhere the process id alone decides.
  }
}

function inUse(folder: string, pid: number | undefined): DataInUse {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new DataInUse(
    `${who} is using the data in ${folder}. Stop it, set RECERT_DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server.`,
  );
}
