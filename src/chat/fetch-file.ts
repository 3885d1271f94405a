import { FileReadError } from './incoming-file.ts';
import { cleanText } from './normalise-text.ts';
import { shorten } from './shorten.ts';

const MAX_NAME_LENGTH = 200;
const TIMEOUT_MS = 20_000;

/** The name of a file without one. */
const DEFAULT_NAME = 'file';

/** The address of a file and how to fetch it. */
export interface FileSource {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether files may be fetched from an address; no other address is called. */
  readonly mayFetch: (address: string) => boolean;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
}

/** Normalises a file's name: one line without path separators and direction marks, at most 200 characters. */
export function normalizeFileName(name: string | null | undefined): string {
  const cleaned = cleanText((name ?? '').replace(/[/\\\s]/gu, (sign) => (/\s/u.test(sign) ? ' ' : '_')));
  return cleaned === '' ? DEFAULT_NAME : shorten(cleaned, MAX_NAME_LENGTH);
}

/** Fetches a file of at most `max` bytes from an allowed address within the time limit. Throws `FileReadError`. */
export async function fetchFile(
  { url, headers = {}, mayFetch, fetch, timeoutMs = TIMEOUT_MS }: FileSource,
  max: number,
): Promise<Uint8Array> {
  if (!mayFetch(url)) throw new FileReadError('unreachable');
  return orFileReadError(async () => {
    const signal = AbortSignal.timeout(timeoutMs);
    // Redirects are not followed: they may lead to another host or to a login page.
    const response = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...headers },
      redirect: 'manual',
      signal,
    });
    const isTooLarge = Number(response.headers.get('content-length') ?? 0) > max;
    if (response.status === 200 && !isTooLarge) return collect(response.body ?? [], max);
    await response.body?.cancel();
    throw new FileReadError(response.status === 200 ? 'too-large' : 'unreachable');
  });
}

/** Reads a stream of at most `max` bytes. Throws `FileReadError`. */
export async function readLimited(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  max: number,
): Promise<Uint8Array> {
  return orFileReadError(() => collect(bytes, max));
}

async function collect(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > max) throw new FileReadError('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

// The original error contains the file's address, so it is not kept as the cause.
async function orFileReadError(work: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileReadError ? error : new FileReadError('unreachable');
  }
}
