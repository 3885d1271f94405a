import { fromBufferPromise } from 'yauzl';

/** Maximum bytes that the parts of a spreadsheet may unpack to, and parts in it. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PARTS = 3000;

/** Returns the parts of an archive whose names are wanted. Throws if the archive is broken, encrypted, or unpacks to more than the limit. */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(source, { lazyEntries: true, validateEntrySizes: true });
  const parts = new Map<string, Buffer>();
  let [count, size] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > MAX_PARTS) throw new Error(`The archive has more than ${MAX_PARTS} parts.`);
    if (!isWanted(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > MAX_UNPACKED) throw new Error(`The archive unpacks to more than ${MAX_UNPACKED} bytes.`);
      chunks.push(chunk);
    }
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}
