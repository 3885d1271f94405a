import { describeHolder, type Holder } from './lock-holder.ts';

/** Another process uses the embedded database; two would corrupt it. */
export class DataInUse extends Error {
  override name = 'DataInUse';

  constructor(folder: string, holder: Holder | undefined) {
    const who = holder === undefined ? 'Another process' : describeHolder(holder);
    super(
      `${who} is using the data in ${folder}. Stop it, set RECERT_DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server, which several processes can share. The lock ends with that process; there is no file to delete.`,
    );
  }
}

/** The folder was locked and is no longer, so this process must stop. */
export class DataLockLost extends Error {
  override name = 'DataLockLost';
}

/** The error for a process whose file was replaced by another holder’s, or deleted. */
export function lockReplaced(folder: string, holder: Holder | undefined): DataLockLost {
  const what =
    holder === undefined
      ? `The file process.json in ${folder} was deleted, so another process may be using the data.`
      : `${describeHolder(holder)} has taken the data in ${folder}, because this process didn't run for a while.`;
  return new DataLockLost(
    `${what} recert stops, and writes nothing more. Make sure that only one process uses this folder, and start again; several can share a PostgreSQL server (DATABASE_URL).`,
  );
}

/** The error for a process that can't write its heartbeat any more. */
export function lockNotRenewed(folder: string, reason: string): DataLockLost {
  return new DataLockLost(
    `The file process.json in ${folder} can't be written any more (${reason}). recert stops, because another machine could take this process for dead. Check the disk and its free space, and start again.`,
  );
}
