import { DatabaseUnusable } from './connect-server.ts';
import { DataFolderUnusable } from './data-folder.ts';
import { DataInUse, DataLockLost } from './lock-errors.ts';
import { DatabaseNotEmpty, IncompatibleData } from './orm.ts';
import { RestoreUnfinished } from './restore-mark.ts';

/** The errors of opening and keeping a store whose message is enough for the operator. */
export const STORE_ERRORS = [
  DataFolderUnusable,
  DataInUse,
  DataLockLost,
  DatabaseUnusable,
  IncompatibleData,
  DatabaseNotEmpty,
  RestoreUnfinished,
] as const;
