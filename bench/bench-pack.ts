import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newSigningKey } from '../src/signing/sign-document.ts';
import { packOf } from '../src/signing/write-pack.ts';

const FILES = 100;
const SIZE = 10_000_000;

/** A pack of a gigabyte, beside hashing the same bytes alone, and how much memory it takes at most. */
export async function benchPack(say: (line: string) => void): Promise<void> {
  const one = Buffer.alloc(SIZE, 7);
  const files = Array.from({ length: FILES }, (_unused, at) => ({
    name: `proofs/${at}.bin`,
    bytes: async () => Buffer.from(one),
  }));
  const { createHash } = process.getBuiltinModule('node:crypto');
  let began = performance.now();
  for (const file of files)
    createHash('sha256')
      .update(await file.bytes())
      .digest();
  const hashed = performance.now() - began;
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  began = performance.now();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(packOf(files, { contentHash: 'a'.repeat(64), key: newSigningKey(), at: new Date() }), nowhere);
  const packed = performance.now() - began;
  clearInterval(watching);
  say(
    `  pack of ${(FILES * SIZE) / 1e9} GB in ${FILES} files: ${(packed / 1000).toFixed(1)} s, ${(packed / hashed).toFixed(1)} times hashing them; ${Math.round((most - before) / 1e6)} MB more at most`,
  );
}
