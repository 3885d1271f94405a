import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Adds a member with these chunks, and resolves once all of it has been read. */
export type AddMember = (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>;

/** Writes an archive that only its owner can read, and returns what `fill` returns. Replaces no file; an unfinished one is deleted. */
export async function writeArchive<T>(path: string, fill: (add: AddMember) => Promise<T>): Promise<T> {
  const unfinished = `${path}.unfinished`;
  const zip = new ZipFile();
  // A member that can't be read rejects where it is added.
  zip.on('error', () => undefined);
  const written = pipeline(zip.outputStream, createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }));
  try {
    const filling = fill((name, chunks) => addMember(zip, name, chunks)).then((result) => {
      zip.end();
      return result;
    });
    // If the disk is full, nothing more is read from the archive, so filling it would take forever.
    const result = await Promise.race([filling, written.then(() => filling)]);
    await written;
    await rename(unfinished, path);
    return result;
  } catch (error) {
    zip.outputStream.unpipe();
    await rm(unfinished, { force: true });
    throw error;
  }
}

function addMember(zip: ZipFile, name: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = Readable.from(chunks, { objectMode: false, highWaterMark: 1 });
    source.once('end', resolve);
    source.once('error', reject);
    zip.addReadStream(source, name);
  });
}
