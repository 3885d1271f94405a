import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { verifyDocument } from '../../src/operator/verify-document.ts';
import { packEntries } from '../../src/signing/check-pack.ts';
import {
  isAuthenticSignature,
  newSigningKey,
  parseSignatureLine,
  signatureLine,
  signDocument,
  signingKeyFrom,
} from '../../src/signing/sign-document.ts';
import { packOf } from '../../src/signing/write-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = newSigningKey();
const content = createHash('sha256').update('the content').digest('hex');
const pdf = Buffer.from('%PDF-1.7\n% not much of a page\n%%EOF\n');
const csv = Buffer.from('Person,Credits\r\nana,1.5\r\n');
const at = new Date('2026-03-05T12:00:00Z');

function aPack(files: Readonly<Record<string, Uint8Array | undefined>>): Promise<Buffer> {
  const packed = Object.entries(files).map(([name, bytes]) => ({ name, bytes: async () => bytes }));
  return buffer(packOf(packed, { contentHash: content, key, at }));
}

async function verdict(bytes: Uint8Array, keys = [key.publicPem]) {
  const path = join(folder, `file-${createHash('sha256').update(bytes).digest('hex')}`);
  writeFileSync(path, bytes);
  return verifyDocument(path, keys);
}

describe('a sealed file', () => {
  it.each([
    ['PDF', async () => signDocument(pdf, 'pdf', { contentHash: content, key }), 'a PDF'],
    ['table', async () => signDocument(csv, 'csv', { contentHash: content, key }), 'a CSV file'],
    ['pack', () => aPack({ 'report.pdf': pdf, 'proofs/1.txt': Buffer.from('proof') }), 'a pack'],
  ])('%s is whole as it was made, and not when any single byte is another', async (_name, make, what) => {
    const bytes = Buffer.from(await make());
    const whole = await verdict(bytes);

    expect(whole.isWhole).toBe(true);
    expect(whole.text).toContain(what);
    for (let place = 0; place < bytes.length; place += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place);
      expect((await verdict(flipped)).isWhole, `byte ${place}`).toBe(false);
    }
  });

  it.each([
    ['cut at the end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['with something behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n')])],
    ['empty', () => Buffer.alloc(0)],
  ])('is not genuine %s', async (_name, change) => {
    const { isWhole, text } = await verdict(
      change(Buffer.from(signDocument(csv, 'csv', { contentHash: content, key }))),
    );

    expect(isWhole).toBe(false);
    expect(text).toContain('The signature at its end is missing');
  });

  it('is not genuine with the key of somebody else, and says whose it names', async () => {
    const { isWhole, text } = await verdict(signDocument(csv, 'csv', { contentHash: content, key }), [
      newSigningKey().publicPem,
    ]);

    expect(isWhole).toBe(false);
    expect(text).toContain(`signed with the key ${key.keyId}, which isn't one of the trusted keys`);
  });

  it('is not genuine with the seal of another file of the same content', async () => {
    const other = Buffer.from(signDocument(Buffer.from('a,b\r\n'), 'csv', { contentHash: content, key }))
      .toString()
      .split('\r\n')
      .at(-2);

    expect((await verdict(Buffer.concat([csv, Buffer.from(`${other}\r\n`)]))).isWhole).toBe(false);
  });
});

describe('a pack', () => {
  it('names what in it is another', async () => {
    const bytes = await aPack({ 'report.pdf': pdf, 'proofs/one.txt': Buffer.from('proof of one') });
    bytes.writeUInt8(0x21, bytes.indexOf('proof of one'));

    expect((await verdict(bytes)).text).toContain("Doesn't match the manifest: proofs/one.txt");
  });

  it('has a manifest, and says what is not kept any more', async () => {
    const bytes = (await aPack({ 'report.pdf': pdf, 'proofs/gone.pdf': undefined })).toString('latin1');

    expect(bytes).toContain(`${createHash('sha256').update(pdf).digest('hex')}  report.pdf`);
    expect(bytes).toContain('proofs/gone.pdf: no longer available');
  });
});

describe('a seal', () => {
  it('is read only as it is written', () => {
    const bytes = Buffer.from(signDocument(csv, 'csv', { contentHash: content, key }));
    const line = bytes.toString().trimEnd().split('\r\n').at(-1) ?? '';
    const signature = parseSignatureLine(line);

    expect(signature && signatureLine(signature)).toBe(line);
    expect(parseSignatureLine(line.toUpperCase())).toBeUndefined();
    expect(
      parseSignatureLine(
        line.replace(/.==$/u, (end) => `${end === 'A==' ? 'B' : String.fromCharCode(end.charCodeAt(0) + 1)}==`),
      ),
    ).toBeUndefined();
  });

  it('is made by the key that was backed up as by the one that was there', () => {
    const restored = signingKeyFrom(key.privatePem);
    const signature = parseSignatureLine(
      Buffer.from(signDocument(csv, 'csv', { contentHash: content, key: restored }))
        .toString()
        .trimEnd()
        .split('\r\n')
        .at(-1) ?? '',
    );

    expect(restored).toEqual(key);
    expect(
      signature && isAuthenticSignature(signature, createHash('sha256').update(csv).digest('hex'), key.publicPem),
    ).toBe(true);
    expect(() => signingKeyFrom('no key')).toThrow();
  });
});

describe('an archive that somebody brings', () => {
  it('is not unpacked where there is far more in it than it is large', async () => {
    const bomb = await new Promise<Buffer>((resolve) => {
      const zip = new ZipFile();
      for (let n = 0; n < 5; n += 1) zip.addBuffer(Buffer.alloc(10_000_000), `${n}.txt`, { compress: true });
      zip.end({ forceZip64Format: false, comment: '' }, () => void buffer(zip.outputStream).then(resolve));
    });
    const read = async () => {
      const names: string[] = [];
      for await (const { name } of packEntries(bomb)) names.push(name);
      return names;
    };

    expect(bomb.length).toBeLessThan(100_000);
    await expect(read()).rejects.toThrow('too large unpacked');
  });
});
