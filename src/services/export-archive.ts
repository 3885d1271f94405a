/** The media type of a file written by `export mine`. */
export const ARCHIVE_TYPE = 'application/zip';

/** A proof file in an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Stores the bytes in the file store; without one, returns them for the database. */
  store(fileId: string): Promise<Uint8Array | undefined>;
}

/** An archive of `export mine` from another recert: its JSON, and its proof files by SHA-256. */
export interface ExportArchive {
  readonly content: string;
  readonly files: ReadonlyMap<string, ArchivedFile>;
}
