import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';

/** An open archive. */
export interface Archive {
  has(member: string): boolean;
  /** Yields the lines of a member in UTF-8; only a line feed ends one. Nothing if there is no such member. */
  lines(member: string): AsyncIterable<string>;
  close(): void;
}

/** Opens a ZIP archive. Throws if it isn't one or is cut off. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await opened(path);
  const members = await membersOf(zip);
  return {
    has: (member) => members.has(member),
    lines: (member) => linesIn(zip, members.get(member)),
    close: () => zip.close(),
  };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function membersOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const members = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      members.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(members));
    zip.once('error', reject);
    zip.readEntry();
  });
}

async function* linesIn(zip: ZipFile, entry: Entry | undefined): AsyncIterable<string> {
  if (entry === undefined) return;
  let rest = '';
  for await (const chunk of (await streamOf(zip, entry)).setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
