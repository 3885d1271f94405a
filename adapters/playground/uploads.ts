import { randomUUID } from 'node:crypto';
import { normalizeFileName } from '../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../src/chat/incoming-file.ts';
import type { Clock } from '../../src/ports.ts';

/** The size limit of a file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_TOTAL_BYTES = 50 * 1024 * 1024;
const UPLOAD_MS = 10 * 60_000;

interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** An uploaded file as the page refers to it: its token and the form's field. */
export interface UploadReference {
  readonly field?: string | undefined;
  readonly token: string;
}

/** Keeps files between upload and use for ten minutes, at most 50 MB in all; the oldest are removed first. */
export class PageUploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a file and returns its token. */
  put(name: string, bytes: Uint8Array): string {
    const token = randomUUID();
    this.#uploads.set(token, { name: normalizeFileName(name), bytes, at: this.#clock.now().getTime() });
    this.#removeOld();
    return token;
  }

  /** The file of a token, which can be used again if a request is repeated. */
  incoming({ field, token }: UploadReference): IncomingFile {
    this.#removeOld();
    const upload = this.#uploads.get(token);
    return {
      name: upload?.name ?? normalizeFileName(''),
      ...(field === undefined ? {} : { field }),
      ...(upload === undefined ? {} : { size: upload.bytes.byteLength }),
      read: async (max) => {
        if (upload === undefined) throw new FileReadError('unreachable');
        if (upload.bytes.byteLength > max) throw new FileReadError('too-large');
        return upload.bytes;
      },
    };
  }

  #removeOld(): void {
    const now = this.#clock.now().getTime();
    let size = this.#uploads.values().reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const [token, { bytes, at }] of this.#uploads) {
      if (size <= MAX_TOTAL_BYTES && now - at < UPLOAD_MS) break;
      this.#uploads.delete(token);
      size -= bytes.byteLength;
    }
  }
}
