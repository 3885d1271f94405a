/** Why a file that came could not be read. */
export class FileReadError extends Error {
  override name = 'FileTrouble';
  readonly kind: 'too-large' | 'unreachable';

  constructor(kind: 'too-large' | 'unreachable', options?: ErrorOptions) {
    super(`A file that came is ${kind}.`, options);
    this.kind = kind;
  }
}

/** A file that came with what was said; nothing of it has been read yet. */
export interface IncomingFile {
  /** The form's field it was put in; absent when it came with a message. */
  readonly field?: string;
  /** What its sender calls it; nothing is read from it. */
  readonly name: string;
  /** In bytes, where the platform says so. */
  readonly size?: number;
  /** Reads it from the platform, never more than `most` bytes. Throws `FileReadError`. */
  read(max: number): Promise<Uint8Array>;
}
