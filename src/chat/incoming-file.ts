/** An incoming file that can't be read. */
export class FileReadError extends Error {
  override name = 'FileReadError';
  readonly kind: 'too-large' | 'unreachable';

  constructor(kind: 'too-large' | 'unreachable', options?: ErrorOptions) {
    super(`An incoming file is ${kind}.`, options);
    this.kind = kind;
  }
}

/** A file sent with a form or a message, which has not been read yet. */
export interface IncomingFile {
  /** The form's field; absent for a file sent with a message. */
  readonly field?: string;
  /** The sender's name for it; never used to tell its type. */
  readonly name: string;
  /** In bytes, if the platform says so. */
  readonly size?: number;
  /** Reads it from the platform, at most `max` bytes. Throws `FileReadError`. */
  read(max: number): Promise<Uint8Array>;
}
