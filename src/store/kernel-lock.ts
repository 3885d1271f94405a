import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';

/** A lock of the operating system on a file. It ends with the process, however that ends. */
export interface KernelLock {
  /**
   * What the lock covers: the running kernel and the file. Two processes with the same scope can't both have the lock; of a process
   * with another scope it says nothing. Empty where the kernel can't be named.
   */
  readonly scope: string;
  release(): void;
}

/** `SQLITE_BUSY`: another process has the lock, or the file system can't say. */
const BUSY = 5;

/** The databases that hold a lock; a collected one would release it. */
const locked = new Set<DatabaseSync>();

/**
 * Locks a file, which it creates, and returns nothing if another process or another call has the lock. SQLite is used because Node has
 * no locks of its own, and the bytes that SQLite locks are the same for processes in different containers. The file stays empty. No code
 * may open this file otherwise: closing it anywhere in the process would release the lock. Throws if it can't be opened or locked.
 */
export function takeKernelLock(file: string): KernelLock | undefined {
  const database = openFile(file);
  try {
    // A transaction for writing locks one byte that one process only can have. A journal on disk would outlive a killed process.
    database.exec('pragma journal_mode = memory; begin immediate');
    const scope = scopeOf(file);
    locked.add(database);
    return { scope, release: () => release(database) };
  } catch (cause) {
    database.close();
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === BUSY) return undefined;
    throw cause;
  }
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (cause) {
    throw new Error(`${file} can't be opened for writing`, { cause });
  }
}

function release(database: DatabaseSync): void {
  if (locked.delete(database)) database.close();
}

function scopeOf(file: string): string {
  const kernel = kernelId();
  const { dev, ino } = statSync(file, { bigint: true });
  return kernel === '' ? '' : `${kernel}:${dev}:${ino}`;
}

/** On Linux a number that each start of the kernel draws, the same in all containers. Elsewhere containers have kernels of their own. */
function kernelId(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
