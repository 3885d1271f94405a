import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClaimOptions, claimFolder } from './claim-folder.ts';
import { createFolder, DataFolderUnusable } from './data-folder.ts';
import { type KernelLock, takeKernelLock } from './kernel-lock.ts';
import { DataInUse } from './lock-errors.ts';
import { parseHolder, readHolderText } from './lock-holder.ts';

/** A locked data folder. */
export interface DataLock {
  /** Throws `DataLockLost` unless the folder is still locked by this process. */
  check(): void;
  release(): Promise<void>;
}

/** How long after a refusal the holder is read, in milliseconds: one that has just started has written its name by then. */
const NAME_MS = 200;

/**
 * Locks the folder of the embedded database, which has no lock of its own: a second process would lose data silently. The kernel's lock
 * decides between processes of one kernel, containers included; the heartbeat between machines that share the folder but not the locks.
 * Throws `DataInUse` or `DataFolderUnusable`.
 */
export async function lockData(folder: string, options: ClaimOptions = {}): Promise<DataLock> {
  try {
    createFolder(folder);
    const kernelLock = takeKernelLock(join(folder, 'process.lock'));
    if (kernelLock !== undefined) return await lockWith(kernelLock, folder, options);
    await wait(NAME_MS);
    throw new DataInUse(folder, parseHolder(readHolderText(join(folder, 'process.json'))));
  } catch (cause) {
    throw cause instanceof DataInUse ? cause : new DataFolderUnusable(folder, cause);
  }
}

async function lockWith(kernelLock: KernelLock, folder: string, options: ClaimOptions): Promise<DataLock> {
  try {
    const claim = await claimFolder({ folder, scope: kernelLock.scope }, options);
    return {
      check: () => claim.check(),
      release: () => claim.release().finally(() => kernelLock.release()),
    };
  } catch (cause) {
    kernelLock.release();
    throw cause;
  }
}
