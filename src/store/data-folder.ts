import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The data folder can't be created, written or locked; the message says why and what to do. */
export class DataFolderUnusable extends Error {
  override name = 'DataFolderUnusable';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `recert can't use the folder ${folder}: ${reason}. Set RECERT_DATA_DIR to a folder on a local disk that recert may write to.`,
      { cause },
    );
  }
}

/**
 * Creates the folder and those above it, for the owner alone, unless they exist. Throws the error of the file system. Node's own
 * recursive `mkdir` never returns for a folder in `/proc`.
 */
export function createFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) createFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    if (isFolder(folder)) return; // Another process has created it meanwhile.
    throw fileErrorCode(cause) === 'EEXIST' ? new Error(`${folder} is not a folder`) : cause;
  }
}

/** The code of an error of the file system, such as `ENOENT`; nothing for other errors. */
export function fileErrorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
