import type { MikroORM } from '@mikro-orm/sql';
import type { DataLock } from './data-lock.ts';

/** Closes a database. One whose lock was lost is left as it is, because closing it writes to the folder. */
export async function closeOrm(orm: MikroORM | undefined, lock: DataLock | undefined): Promise<void> {
  try {
    lock?.check();
    await orm?.close();
  } finally {
    await lock?.release();
  }
}
