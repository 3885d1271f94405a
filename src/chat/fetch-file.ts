import { cleanText } from './clean.ts';
import { FileReadError } from './incoming-file.ts';
import { shorten } from './shorten.ts';

const MOST_IN_NAME = 200;
const PATIENCE_MS = 20_000;

/** What to call a file whose name says nothing. */
const NAMELESS = 'file';

/** Where a file is fetched from, and with what. */
export interface FileSource {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an address is one that files come from; nothing is ever sent to another. */
  readonly mayFetch: (address: string) => boolean;
  readonly fetch: typeof fetch;
  readonly patienceMs?: number;
}

/** A file's name as it may enter: on one line, no path, no marks that turn it round, 200 characters at most. */
export function normalizeFileName(name: string | null | undefined): string {
  const cleaned = cleanText((name ?? '').replace(/[/\\\s]/gu, (sign) => (/\s/u.test(sign) ? ' ' : '_')));
  return cleaned === '' ? NAMELESS : shorten(cleaned, MOST_IN_NAME);
}

/** Fetches a file, never more than `most` bytes of it, never from elsewhere, never without an end. Throws `FileReadError`. */
export async function fetchFile(
  { url, headers = {}, mayFetch, fetch, patienceMs = PATIENCE_MS }: FileSource,
  max: number,
): Promise<Uint8Array> {
  if (!mayFetch(url)) throw new FileReadError('unreachable');
  return orTrouble(async () => {
    const signal = AbortSignal.timeout(patienceMs);
    // A redirect may lead anywhere, and what stands there for want of a login is no file.
    const answer = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...headers },
      redirect: 'manual',
      signal,
    });
    const problems = answer.status === 200 ? undefined : 'unreachable';
    const kind = problems ?? (Number(answer.headers.get('content-length') ?? 0) > max ? 'too-large' : undefined);
    if (kind === undefined) return collect(answer.body ?? [], max);
    await answer.body?.cancel();
    throw new FileReadError(kind);
  });
}

/** All bytes of a stream, which is left as soon as there are more than `most`. Throws `FileReadError`. */
export async function readLimited(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  max: number,
): Promise<Uint8Array> {
  return orTrouble(() => collect(bytes, max));
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

// What went wrong would name the file's address, so it is not passed on.
async function orTrouble(work: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileReadError ? error : new FileReadError('unreachable');
  }
}
