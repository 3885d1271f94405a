import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A PDF of one page from the bytes of its content stream; `filters` is how they are packed. */
export function pdfOf(
  content: Uint8Array,
  {
    filters = '',
    trailer = '',
    more = [],
  }: { readonly filters?: string; readonly trailer?: string; readonly more?: readonly string[] } = {},
): Uint8Array {
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
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
