import { createCipheriv, createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** A PDF of one page from the bytes of its content stream; `filters` is how they are packed. */
export function pdfOf(
  content: Uint8Array,
  {
    filters = '',
    trailer = '',
    more = [],
  }: { readonly filters?: string; readonly trailer?: string; readonly more?: readonly (string | Buffer)[] } = {},
): Uint8Array {
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /Im 5 0 R >> >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} ${filters} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    ...more,
  ];
  let file = Buffer.from('%PDF-1.7\n');
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([file, Buffer.from(end)]));
}

/** A PDF that shows lines of text. */
export function pdfWithText(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line, index) => `BT /F1 12 Tf 60 ${780 - 30 * index} Td (${line}) Tj ET`).join('\n');
  return pdfOf(Buffer.from(shown, 'latin1'));
}

/** A PDF of a few kilobytes whose page unpacks to hundreds of megabytes. */
export function pdfBomb(): Uint8Array {
  const unpacked = Buffer.alloc(400_000_000, 'BT /F1 9 Tf (a) Tj ET\n');
  return pdfOf(deflateSync(deflateSync(unpacked, { level: 1 })), { filters: '/Filter [/FlateDecode /FlateDecode]' });
}

/** A PDF that asks for a password: its keys fit none that is empty. */
export function encryptedPdf(): Uint8Array {
  const key = createHash('md5').update('secret').digest();
  const content = createCipheriv('aes-128-cbc', key, Buffer.alloc(16)).update('BT ET');
  const code = (fill: string) => `<${fill.repeat(32)}>`;
  const encrypt = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${code('a1')} /U ${code('b2')} >>`;
  return pdfOf(content, {
    more: [encrypt],
    trailer: `/Encrypt 5 0 R /ID [${code('c3').slice(0, 33)}> ${code('c3').slice(0, 33)}>]`,
  });
}

/** A PDF of one page with a JPEG over it, as a scanner makes it. */
export function pdfWithPicture(
  jpeg: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const about = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  const image = Buffer.concat([
    Buffer.from(`<< ${about} /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
    jpeg,
    Buffer.from('\nendstream'),
  ]);
  return pdfOf(Buffer.from('595 0 0 842 0 0 cm /Im Do'), { more: [image] });
}

/** A PNG that says its size and has no pixels. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(17);
  header.write('IHDR', 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  header.set([8, 0, 0, 0, 0], 12);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(header));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, Buffer.from([0, 0, 0, 13]), header, check]));
}
