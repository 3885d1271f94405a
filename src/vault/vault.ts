/** Keeps the bytes of files by a key, outside of the database. */
export interface Vault {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Nothing when there is no such file. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Says nothing when it is gone already. */
  delete(key: string): Promise<void>;
  /** Every key under a prefix with when it was put there, page by page. */
  keys(prefix: string): AsyncIterable<{ readonly key: string; readonly putAt: Date }>;
}
