/** The type by which a file of `export mine` is known. */
export const ARCHIVE_TYPE = 'application/zip';

/** A file of proof that comes with it, ready to be kept. */
export interface ArchivedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Keeps the bytes where they belong; what is returned goes into the database. */
  keep(fileId: string): Promise<Uint8Array | undefined>;
}

/** What somebody brings from another recert: what `export mine` says, and its files of proof by SHA-256. */
export interface ExportArchive {
  readonly content: string;
  readonly files: ReadonlyMap<string, ArchivedFile>;
}
