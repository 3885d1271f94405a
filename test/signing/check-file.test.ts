import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkFile } from '../../src/signing/check-file.ts';
import { newSigningKey, signDocument } from '../../src/signing/sign-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'recert-check-file-'));
const PATH = join(folder, 'report');
const HASH = 'ab'.repeat(32);
const [key, other] = [newSigningKey(), newSigningKey()];
const CSV = Buffer.from('name,credits\r\nAnna,7\r\n');
const PDF = Buffer.from('%PDF-1.7\nAnna has 7 credits');
const signed = (bytes: Uint8Array, kind: 'csv' | 'pdf') => signDocument(bytes, kind, { contentHash: HASH, key });
const check = (bytes: Uint8Array, pems: readonly string[] = [other.publicPem, key.publicPem]) => {
  writeFileSync(PATH, bytes);
  return checkFile(PATH, pems);
};

afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['csv', CSV],
  ['pdf', PDF],
  ['csv', Buffer.alloc(3 * 2 ** 20 + 7, 'a')],
] as const)('finds a signed %s file whole', async (kind, bytes) => {
  expect(await check(signed(bytes, kind))).toEqual({ kind: 'whole', is: kind, keyId: key.keyId, contentHash: HASH });
});

it.each([
  ['csv', CSV],
  ['pdf', PDF],
] as const)('notices one changed byte in a %s file', async (kind, bytes) => {
  const changed = Buffer.from(signed(bytes, kind));
  changed[changed.indexOf('7', kind === 'pdf' ? 10 : 0)] = '8'.charCodeAt(0);

  expect(await check(changed)).toEqual({ kind: 'changed', is: kind, keyId: key.keyId });
});

it('notices another hash of the content in the signature', async () => {
  const text = Buffer.from(signed(CSV, 'csv')).toString('latin1').replace(HASH, 'cd'.repeat(32));

  expect(await check(Buffer.from(text, 'latin1'))).toMatchObject({ kind: 'changed' });
});

it('notices a byte cut off at the beginning of a large file', async () => {
  expect(await check(signed(Buffer.alloc(2 ** 20 + 1, 'a'), 'csv').subarray(1))).toMatchObject({ kind: 'changed' });
});

it('says that it does not know the key', async () => {
  expect(await check(signed(CSV, 'csv'), [other.publicPem])).toEqual({
    kind: 'unknown-key',
    is: 'csv',
    keyId: key.keyId,
  });
});

it.each([
  ['an empty file', Buffer.alloc(0), 'csv'],
  ['a short file', CSV, 'csv'],
  ['a long file without a signature', Buffer.alloc(5000, 'a'), 'csv'],
  ['a signed file with a line after it', Buffer.concat([signed(CSV, 'csv'), Buffer.from('x\r\n')]), 'csv'],
  ['a signed file without its end', signed(PDF, 'pdf').subarray(0, -1), 'pdf'],
  ['an archive without a signature', Buffer.from(`PK${'a'.repeat(500)}`), 'zip'],
] as const)('finds no signature in %s', async (_name, bytes, is) => {
  expect(await check(bytes)).toEqual({ kind: 'no-seal', is });
});
