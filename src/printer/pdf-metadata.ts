import { createHash } from 'node:crypto';
import { readPdfObjects } from './pdf-objects.ts';

/** What a printed document says about itself. */
export interface DocumentFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly madeAt: Date;
}

const PRODUCER = 'recert';

/**
 * Adds metadata as XMP and an id to a printed document, as an incremental update: everything before it stays byte for byte. It claims no
 * conformance to PDF/A or PDF/UA, because no validator has confirmed it.
 */
export function withMetadata(pdf: Uint8Array, facts: DocumentFacts): Uint8Array {
  const { size, root, info, tableAt, textOf } = readPdfObjects(pdf);
  const metadata = size;
  const packet = Buffer.from(xmpOf(facts), 'utf8');
  const catalog = textOf(root).replace(/>>\s*$/u, () => `/Metadata ${metadata} 0 R>>`);
  const parts: Buffer[] = [Buffer.from(pdf)];
  let at = pdf.byteLength;
  const append = (part: Buffer): number => {
    const began = at;
    parts.push(part);
    at += part.byteLength;
    return began;
  };
  append(Buffer.from('\n'));
  const catalogAt = append(Buffer.from(`${root} 0 obj\n${catalog}\nendobj\n`, 'latin1'));
  const head = `${metadata} 0 obj\n<</Type /Metadata\n/Subtype /XML\n/Length ${packet.byteLength}>> stream\n`;
  const metadataAt = append(Buffer.concat([Buffer.from(head), packet, Buffer.from('\nendstream\nendobj\n')]));
  const id = createHash('sha256').update(pdf).digest('hex').slice(0, 32);
  const tables = [entryOf(root, catalogAt), entryOf(metadata, metadataAt)].join('');
  const about = info === undefined ? '' : `\n/Info ${info} 0 R`;
  append(
    Buffer.from(
      `xref\n${tables}trailer\n<</Size ${size + 1}\n/Root ${root} 0 R${about}\n/Prev ${tableAt}\n/ID [<${id}> <${id}>]>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function entryOf(number: number, offset: number): string {
  return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
}

function xmpOf({ title, language, madeAt }: DocumentFacts): string {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeMarkup(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${at}</xmp:CreateDate>
<xmp:MetadataDate>${at}</xmp:MetadataDate>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
