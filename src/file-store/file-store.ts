/** Stores the bytes of files by key. */
export interface FileStore {
  /** Putting the same key again replaces what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Returns undefined if there is no such file. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Does nothing if the file doesn't exist. */
  delete(key: string): Promise<void>;
  /** Every key under a prefix with when it was put there, page by page. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly putAt: Date }>;
}

/**
 * A vault did not do what it was asked to. It says what was asked and how the store answered, and carries nothing of the
 * request: headers hold signatures, and a log is no place for them.
 */
export class FileStoreError extends Error {
  override name = 'VaultError';
  /** The store's error code, such as `AccessDenied` or `ECONNREFUSED`; `TimeLimit` if it did not respond. */
  readonly code: string;
  readonly status: number | undefined;

  constructor(requested: string, code: string, status?: number) {
    super(`The file store couldn't ${requested}: ${code}${status === undefined ? '' : ` (${status})`}.`);
    this.code = code;
    this.status = status;
  }
}

/** The key of a file of a workspace; both are UUIDs. */
export function fileKey(workspaceId: string, fileId: string): string {
  return `${workspaceId}/${fileId}`;
}
