import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { MANIFEST } from './write-pack.ts';

/**
 * Which files of an archive are not what its manifest says: those that are other, that are gone, and that are too many. Nothing where the
 * archive cannot be read at all.
 */
export async function changedIn(path: string): Promise<readonly string[] | undefined> {
  const found = new Map<string, string>();
  let manifest: string | undefined;
  try {
    for await (const { name, bytes } of packEntries(path)) {
      if (name === MANIFEST) manifest = bytes.toString('utf8');
      else found.set(name, createHash('sha256').update(bytes).digest('hex'));
    }
  } catch {
    return undefined;
  }
  if (manifest === undefined) return [MANIFEST];
  const stated = new Map(
    manifest.split('\n').flatMap((line) => {
      const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
      return hash === undefined || name === undefined ? [] : [[name, hash] as const];
    }),
  );
  const other = [...stated].filter(([name, hash]) => found.get(name) !== hash).map(([name]) => name);
  return [...other, ...[...found.keys()].filter((name) => !stated.has(name))];
}

/** Maximum number of files and maximum compression ratio, both above those of real packs. */
const MAX_ENTRIES = 50_000;
const MAX_RATIO = 3;
const FREE = 30_000_000;

/** Reads the files of an archive one by one; throws if it isn't an archive or exceeds the limits of a pack. */
export async function* packEntries(
  source: string | Buffer,
): AsyncIterable<{ readonly name: string; readonly bytes: Buffer }> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.length;
  const zip = await opened(source);
  let [count, unpacked] = [0, 0];
  try {
    for (;;) {
      const entry = await next(zip);
      if (entry === undefined) return;
      count += 1;
      unpacked += entry.uncompressedSize;
      if (count > MAX_ENTRIES || unpacked > FREE + MAX_RATIO * size)
        throw new Error('The archive is too large unpacked.');
      yield { name: entry.fileName, bytes: await bytesOf(entry, zip) };
    }
  } finally {
    zip.close();
  }
}

function opened(source: string | Buffer): Promise<ZipFile> {
  const how = { lazyEntries: true, autoClose: false };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip));
    if (typeof source === 'string') open(source, how, done);
    else fromBuffer(source, how, done);
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip.once('entry', resolve);
    zip.once('end', () => resolve(undefined));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function bytesOf(entry: Entry, zip: ZipFile): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', reject);
    });
  });
}
