import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { ZipFile } from 'yazl';
import { SIGNATURE_LENGTH, type SigningKey, signatureLine, signatureOf } from './sign-document.ts';

/** A file of a pack; its bytes are read when they are written, and undefined if they no longer exist. */
export interface PackedFile {
  readonly name: string;
  /** The expected hash; other content is listed in `MISSING.txt`. */
  readonly sha256?: string;
  bytes(): Promise<Uint8Array | undefined>;
}

/** The file that lists the hash of every file, readable by `sha256sum -c`. */
export const MANIFEST = 'MANIFEST.sha256';
const MISSING = 'MISSING.txt';

/**
 * Returns a signed archive as a stream with one file in memory at a time. Its manifest can be checked with `sha256sum -c`; missing or
 * changed files are listed in a file of their own.
 */
export function packOf(
  files: Iterable<PackedFile>,
  { contentHash, key, at }: { readonly contentHash: string; readonly key: SigningKey; readonly at: Date },
): Readable {
  const zip = new ZipFile();
  const signer = new SignatureAppender(contentHash, key);
  zip.outputStream.pipe(signer);
  const failed = (error: unknown) => void signer.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', failed);
  fill(zip, files, at).catch(failed);
  return signer;
}

async function fill(zip: ZipFile, files: Iterable<PackedFile>, mtime: Date): Promise<void> {
  const lines: string[] = [];
  const missing: string[] = [];
  const options = { mtime, compress: false };
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
    await writeEntry(zip, { name: file.name, bytes }, options);
  }
  const last = Buffer.from(missing.join(''), 'utf8');
  if (missing.length > 0) {
    lines.push(`${createHash('sha256').update(last).digest('hex')}  ${MISSING}\n`);
    zip.addBuffer(last, MISSING, options);
  }
  zip.addBuffer(Buffer.from(lines.join(''), 'utf8'), MANIFEST, options);
  // Reserves the place of the signature, which is known once everything before it is written.
  zip.end({ comment: ' '.repeat(SIGNATURE_LENGTH), forceZip64Format: false });
}

/** Adds a file and waits until it has been read from the archive. */
function writeEntry(
  zip: ZipFile,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  options: { mtime: Date; compress: boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = streamOf(bytes);
    source.once('end', resolve);
    source.once('error', reject);
    zip.addReadStream(source, name, { ...options, size: bytes.byteLength });
  });
}

/** Bytes per chunk. */
const CHUNK = 262_144;

/** Streams bytes and releases them, because the archive keeps every stream until its end. */
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

/** Passes an archive on and writes its signature into the reserved place at its end. */
class SignatureAppender extends Transform {
  readonly #hash = createHash('sha256');
  readonly #contentHash: string;
  readonly #key: SigningKey;
  #tail = Buffer.alloc(0);

  constructor(contentHash: string, key: SigningKey) {
    super();
    this.#contentHash = contentHash;
    this.#key = key;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const all = Buffer.concat([this.#tail, chunk]);
    const free = Math.max(0, all.length - SIGNATURE_LENGTH);
    const out = all.subarray(0, free);
    this.#tail = all.subarray(free);
    this.#hash.update(out);
    done(null, out);
  }

  override _flush(done: TransformCallback): void {
    const signature = signatureOf(this.#hash.digest('hex'), this.#contentHash, this.#key);
    done(null, Buffer.from(signatureLine(signature), 'ascii'));
  }
}
