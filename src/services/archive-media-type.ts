/** The media type of a file written by `export mine`. */
export const ARCHIVE_TYPE = 'application/zip';

/** The media types of files that can be imported, but aren't proof, because what is in them isn't checked. */
const IMPORT_ONLY_TYPES: readonly string[] = [
  ARCHIVE_TYPE,
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
];

/** Whether a file of this media type can be imported, but isn't proof. */
export function isImportOnly(type: string): boolean {
  return IMPORT_ONLY_TYPES.includes(type);
}

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
