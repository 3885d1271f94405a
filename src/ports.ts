/** Reads the time. The only source of "now". */
export interface Clock {
  now(): Date;
}

/** Writes what happened: a fixed sentence, and the values in fields. Ids, never contents. */
export interface Log {
  debug(sentence: string, fields?: Record<string, unknown>): void;
  info(sentence: string, fields?: Record<string, unknown>): void;
  warn(sentence: string, fields?: Record<string, unknown>): void;
  error(sentence: string, fields?: Record<string, unknown>): void;
}

/** Prints a whole HTML document as PDF. */
export type PrintPdf = (html: string) => Promise<Uint8Array>;
