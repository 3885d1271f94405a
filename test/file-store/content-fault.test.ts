import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentFault } from '../../src/file-store/content-fault.ts';
import { typeOf } from '../../src/file-store/file-type.ts';
import { joined, raw, realFiles, SMALL } from '../support/proofs.ts';

let real: Awaited<ReturnType<typeof realFiles>>;
beforeAll(async () => {
  real = await realFiles();
});

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const type = await typeOf(bytes);
  return type === undefined ? 'not accepted' : contentFault(bytes, type);
}

const pdf = (...body: readonly (Uint8Array | string)[]) => joined('%PDF-1.7\n', ...body, '\n%%EOF\n');
const PAGE = '<</Type /Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
const TREE = '<< /Type\n/Pages /Kids [3 0 R] /Count 1 >>';

/** An object stream as writers of PDF 1.5 and later make it. */
function packed(content: string, filter = '/Filter/FlateDecode', pack: (content: Buffer) => Buffer = deflateSync) {
  const data = pack(raw(content));
  return joined(
    `4 0 obj<</Type/ObjStm/N 2/First 10${filter}/Length ${data.length}>>stream\r\n`,
    data,
    '\nendstream\nendobj',
  );
}

describe('a PDF', () => {
  it.each([
    ['with a page in plain sight', pdf(`2 0 obj${TREE}endobj\n3 0 obj ${PAGE} endobj`)],
    ['with its pages in a compressed stream', pdf(packed(`2 0 3 40 ${TREE} ${PAGE}`))],
    ['with one that is not compressed', pdf(packed(`2 0 3 40 ${TREE} ${PAGE}`, '', (content) => content))],
    ['with the tree in plain sight and the page packed', pdf(`2 0 obj${TREE}endobj\n`, packed(`3 0 ${PAGE}`))],
    ['that is encrypted', pdf(packed('?', '/Filter/FlateDecode', raw2), '\ntrailer<</Encrypt 9 0 R>>')],
    ['compressed in an unusual way', pdf(packed('?', '/Filter/LZWDecode', raw2))],
  ])('%s has a page', async (_what, bytes) => {
    expect(await faultOf(bytes)).toBeUndefined();
  });

  it.each([
    ['of 28 bytes', raw('%PDF-1.4\n% certificate\n%%EOF\n')],
    ['that only names a page', pdf('/Type/Page /Type/Pages')],
    ['with a tree and no page', pdf(`2 0 obj${TREE}endobj`)],
    ['with a page in no tree', pdf(`3 0 obj${PAGE}endobj`)],
    ['with a page behind the end of its objects', pdf(`2 0 obj${TREE}endobj ${PAGE}`)],
    ['with another name', pdf('2 0 obj<</Type/Pages>>endobj 3 0 obj<</Type/PageLabel>>endobj')],
    ['with a packed stream of something else', pdf(packed('2 0 <</Type/Catalog>>'))],
    ['with a damaged stream', pdf(packed('?', '/Filter/FlateDecode', raw2))],
  ])('%s has none', async (_what, bytes) => {
    expect(await faultOf(bytes)).toBe('no-page');
  });

  it('does not unpack more than fits', async () => {
    const bomb = pdf(packed(' '.repeat(40_000_000)));

    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultOf(bomb)).toBe('no-page');
  });
});

function raw2(): Buffer {
  return raw('\x01\x02\x03 not deflated');
}

describe('a picture', () => {
  it.each(['pdf', 'png', 'jpg', 'webp'] as const)('that is real has a size: %s', async (kind) => {
    expect(await faultOf(real[kind])).toBeUndefined();
    expect(await faultOf(SMALL[kind])).toBeUndefined();
  });

  it.each([
    ['a PNG without width', joined(SMALL.png.subarray(0, 16), Buffer.alloc(4), SMALL.png.subarray(20))],
    ['a PNG of impossible height', joined(SMALL.png.subarray(0, 20), '\x7f\xff\xff\xff', SMALL.png.subarray(24))],
    ['a JPEG without a frame', joined('\xff\xd8\xff\xe0\0\x04ab', '\xff\xda\0\x08\x01\x01\0\0\x3f\0\xd2', '\xff\xd9')],
    ['a WebP without height', joined(SMALL.webp.subarray(0, 28), '\0\0', SMALL.webp.subarray(30))],
  ])('%s is empty', async (_what, bytes) => {
    expect(await faultOf(bytes)).toBe('no-picture');
  });
});

describe('a text', () => {
  it.each(['Attended the webinar', 'Zertifikat über 3 Stunden', '出席証明書：三時間', 'From: ana@example.org'])(
    '“%s” has words',
    async (text) => {
      expect(await faultOf(Buffer.from(text))).toBeUndefined();
    },
  );

  it.each(['1234', '--- ... ---', 'x', '12,5;3\n7,1;4'])('“%s” has none', async (text) => {
    expect(await faultOf(Buffer.from(text))).toBe('no-words');
  });
});
