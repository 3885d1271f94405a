import { cleanText } from './clean.ts';
import { FileTrouble } from './interaction.ts';
import { shorten } from './shorten.ts';

const MOST_IN_NAME = 200;
const PATIENCE_MS = 20_000;

/** What to call a file whose name says nothing. */
const NAMELESS = 'file';

/** Where a file is fetched from, and with what. */
export interface Source {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an address is one that files come from; nothing is ever sent to another. */
  readonly mayFetch: (address: string) => boolean;
  readonly fetch: typeof fetch;
  readonly patienceMs?: number;
}

/** A file's name as it may enter: on one line, no path, no marks that turn it round, 200 characters at most. */
export function incomingName(name: string | null | undefined): string {
  const cleaned = cleanText((name ?? '').replace(/[/\\\s]/gu, (sign) => (/\s/u.test(sign) ? ' ' : '_')));
  return cleaned === '' ? NAMELESS : shorten(cleaned, MOST_IN_NAME);
}

/** Fetches a file, never more than `most` bytes of it, never from elsewhere, never without an end. Throws `FileTrouble`. */
export async function fetchFile(
  { url, headers = {}, mayFetch, fetch, patienceMs = PATIENCE_MS }: Source,
  most: number,
): Promise<Uint8Array> {
  if (!mayFetch(url)) throw new FileTrouble('unreachable');
  return orTrouble(async () => {
    const signal = AbortSignal.timeout(patienceMs);
    // A redirect may lead anywhere, and what stands there for want of a login is no file.
    const answer = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...headers },
      redirect: 'manual',
      signal,
    });
    const trouble = answer.status === 200 ? undefined : 'unreachable';
    const kind = trouble ?? (Number(answer.headers.get('content-length') ?? 0) > most ? 'too-large' : undefined);
    if (kind === undefined) return collect(answer.body ?? [], most);
    await answer.body?.cancel();
    throw new FileTrouble(kind);
  });
}

/** All bytes of a stream, which is left as soon as there are more than `most`. Throws `FileTrouble`. */
export async function readAtMost(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<Uint8Array> {
  return orTrouble(() => collect(bytes, most));
}

async function collect(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > most) throw new FileTrouble('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

// What went wrong would name the file's address, so it is not passed on.
async function orTrouble(work: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble('unreachable');
  }
}
