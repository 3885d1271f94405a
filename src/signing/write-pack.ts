import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { ZipFile } from 'yazl';
import { SIGNATURE_LENGTH, type SigningKey, signatureLine, signatureOf } from './sign-document.ts';

/** A file of a pack: its bytes are asked for when it is their turn, and are nothing where they are not there any more. */
export interface PackedFile {
  readonly name: string;
  /** What is known of it beforehand; other bytes are said to be so. */
  readonly sha256?: string;
  bytes(): Promise<Uint8Array | undefined>;
}

/** What becomes of the files of a pack, besides themselves. */
export const MANIFEST = 'MANIFEST.sha256';
export const MISSING = 'MISSING.txt';

/**
 * A sealed archive, byte by byte as it is read: one file is in memory at a time. Its manifest is one that `sha256sum -c` reads, and what was
 * not there or is not what it was stands in a file of its own.
 */
export function packOf(
  files: Iterable<PackedFile>,
  { contentHash, key, at }: { readonly contentHash: string; readonly key: SigningKey; readonly at: Date },
): Readable {
  const zip = new ZipFile();
  const sealing = new Sealing(contentHash, key);
  (zip.outputStream as unknown as Readable).pipe(sealing);
  const failed = (error: unknown) => void sealing.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', failed);
  fill(zip, files, at).catch(failed);
  return sealing;
}

async function fill(zip: ZipFile, files: Iterable<PackedFile>, mtime: Date): Promise<void> {
  const lines: string[] = [];
  const missing: string[] = [];
  const how = { mtime, compress: false };
  for (const file of files) {
    const bytes = await file.bytes();
    if (bytes === undefined) {
      missing.push(`${file.name}: no longer available\n`);
      continue;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (file.sha256 !== undefined && file.sha256 !== sha256)
      missing.push(`${file.name}: content doesn't match its hash\n`);
    lines.push(`${sha256}  ${file.name}\n`);
    await writeEntry(zip, bytes, file.name, how);
  }
  const last = Buffer.from(missing.join(''), 'utf8');
  if (missing.length > 0) {
    lines.push(`${createHash('sha256').update(last).digest('hex')}  ${MISSING}\n`);
    zip.addBuffer(last, MISSING, how);
  }
  zip.addBuffer(Buffer.from(lines.join(''), 'utf8'), MANIFEST, how);
  // The place of the seal, which stands there once everything before it is known.
  zip.end({ comment: ' '.repeat(SIGNATURE_LENGTH), forceZip64Format: false });
}

/** Adds a file and waits until whoever reads the archive has taken it. */
function writeEntry(
  zip: ZipFile,
  bytes: Uint8Array,
  name: string,
  how: { mtime: Date; compress: boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = streamOf(bytes);
    source.once('end', resolve);
    source.once('error', reject);
    zip.addReadStream(source, name, { ...how, size: bytes.byteLength });
  });
}

/** So many bytes are passed on at a time. */
const CHUNK = 262_144;

/** Bytes as a stream that lets go of them: the archive keeps the stream of every file until its end. */
function streamOf(bytes: Uint8Array): Readable {
  let rest: Uint8Array | undefined = bytes;
  return new Readable({
    read() {
      const chunk = rest?.subarray(0, CHUNK);
      rest = rest !== undefined && rest.length > CHUNK ? rest.subarray(CHUNK) : undefined;
      if (chunk !== undefined && chunk.length > 0) this.push(chunk);
      if (rest === undefined) this.push(null);
    },
  });
}

/** Passes an archive on and puts its seal in the place that was kept for it at its end. */
class Sealing extends Transform {
  readonly #hash = createHash('sha256');
  readonly #contentHash: string;
  readonly #key: SigningKey;
  #held = Buffer.alloc(0);

  constructor(contentHash: string, key: SigningKey) {
    super();
    this.#contentHash = contentHash;
    this.#key = key;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const all = Buffer.concat([this.#held, chunk]);
    const free = Math.max(0, all.length - SIGNATURE_LENGTH);
    const out = all.subarray(0, free);
    this.#held = all.subarray(free);
    this.#hash.update(out);
    done(null, out);
  }

  override _flush(done: TransformCallback): void {
    const signature = signatureOf(this.#hash.digest('hex'), this.#contentHash, this.#key);
    done(null, Buffer.from(signatureLine(signature), 'ascii'));
  }
}
