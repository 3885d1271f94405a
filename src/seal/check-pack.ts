import { createHash } from 'node:crypto';
import { type Entry, open, type ZipFile } from 'yauzl';
import { MANIFEST } from './pack.ts';

/**
 * Which files of an archive are not what its manifest says: those that are other, that are gone, and that are too many. Nothing where the
 * archive cannot be read at all.
 */
export async function changedIn(path: string): Promise<readonly string[] | undefined> {
  const found = new Map<string, string>();
  let manifest: string | undefined;
  try {
    for await (const { name, bytes } of entriesOf(path)) {
      if (name === MANIFEST) manifest = bytes.toString('utf8');
      else found.set(name, createHash('sha256').update(bytes).digest('hex'));
    }
  } catch {
    return undefined;
  }
  if (manifest === undefined) return [MANIFEST];
  const said = new Map(
    manifest.split('\n').flatMap((line) => {
      const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
      return hash === undefined || name === undefined ? [] : [[name, hash] as const];
    }),
  );
  const other = [...said].filter(([name, hash]) => found.get(name) !== hash).map(([name]) => name);
  return [...other, ...[...found.keys()].filter((name) => !said.has(name))];
}

/** The files of an archive, one after the other; throws where it is none. */
export async function* entriesOf(path: string): AsyncIterable<{ readonly name: string; readonly bytes: Buffer }> {
  const zip = await opened(path);
  try {
    for (;;) {
      const entry = await next(zip);
      if (entry === undefined) return;
      yield { name: entry.fileName, bytes: await bytesOf(entry, zip) };
    }
  } finally {
    zip.close();
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
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
