import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another process holds the embedded data; two of them would ruin it. */
export class DataInUse extends Error {
  override name = 'DataInUse';
}

/**
 * Takes the lock beside the embedded database, and returns what gives it back. The embedded database has no lock of its own,
 * and a second opener loses data silently. A lock whose process is gone (killed, or a restarted machine) is taken over.
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
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) throw inUse(folder, holder.pid);
      rmSync(file, { force: true });
    }
  }
  throw inUse(folder, undefined);
}

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same number, where the system says when it started. */
  readonly started: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // Gone meanwhile, or its writer died before a byte was written.
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  return started === startOf(pid);
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // Only Linux tells; elsewhere a live process number is believed.
  }
}

function inUse(folder: string, pid: number | undefined): DataInUse {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new DataInUse(
    `${who} is using the data in ${folder}. Stop it, set RECERT_DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server.`,
  );
}
