/** A megabyte as settings and messages count it, in bytes. */
export const MEGABYTE = 1024 * 1024;

/** The maximum size of an uploaded file without a setting, in bytes. */
export const DEFAULT_FILE_BYTES = 10 * MEGABYTE;
