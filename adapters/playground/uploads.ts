import { randomUUID } from 'node:crypto';
import { normalizeFileName } from '../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../src/chat/incoming-file.ts';
import type { Clock } from '../../src/ports.ts';

/** What a file may have at most. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MOST_KEPT_BYTES = 50 * 1024 * 1024;
const KEPT_MS = 10 * 60_000;

interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** What a page sends instead of a file: what it got for it, and the form's field it was put in. */
export interface UploadReference {
  readonly field?: string | undefined;
  readonly token: string;
}

/** Files on their way from the page to the core: ten minutes, 50 MB in all, the oldest go first. */
export class PageUploads {
  readonly #kept = new Map<string, Upload>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a file; resolves to the token it is asked for with. */
  put(name: string, bytes: Uint8Array): string {
    const token = randomUUID();
    this.#kept.set(token, { name: normalizeFileName(name), bytes, at: this.#clock.now().getTime() });
    this.#tidy();
    return token;
  }

  /** The file behind a token. It may be asked for again, for an act that did not get through is sent once more. */
  incoming({ field, token }: UploadReference): IncomingFile {
    this.#tidy();
    const upload = this.#kept.get(token);
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

  #tidy(): void {
    const now = this.#clock.now().getTime();
    let size = this.#kept.values().reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const [token, { bytes, at }] of this.#kept) {
      if (size <= MOST_KEPT_BYTES && now - at < KEPT_MS) break;
      this.#kept.delete(token);
      size -= bytes.byteLength;
    }
  }
}
