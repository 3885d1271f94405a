/** The only source of the current time. */
export interface Clock {
  now(): Date;
}

/** Writes log entries: a fixed sentence, with values as fields. Fields contain ids, never content. */
export interface Log {
  debug(sentence: string, fields?: Record<string, unknown>): void;
  info(sentence: string, fields?: Record<string, unknown>): void;
  warn(sentence: string, fields?: Record<string, unknown>): void;
  error(sentence: string, fields?: Record<string, unknown>): void;
}

/** Renders an HTML document as PDF. */
export type PrintPdf = (html: string) => Promise<Uint8Array>;
