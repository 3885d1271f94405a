import { inflateSync } from 'node:zlib';

/** Bytes that the content of one page may unpack to, and those of all pages together. */
const MAX_STREAM = 4_000_000;
const MAX_TOTAL = 20_000_000;

/** The spans of a content stream in their order; `text` is absent where a span has no text of its own. */
export type SpanTexts = readonly (string | undefined)[];

/**
 * Returns the texts that a PDF states for glyphs whose letters its fonts don't name (`/ActualText`), for each content stream that has any.
 * pdf.js doesn't hand them out, and reads such a glyph as a private character.
 */
export function actualTexts(bytes: Uint8Array): readonly SpanTexts[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: SpanTexts[] = [];
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0 && total < MAX_TOTAL; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const content = unpacked(file, at + 6);
    total += content.length;
    if (content.includes('/ActualText')) found.push(spansIn(content));
  }
  return found;
}

function unpacked(file: Buffer, at: number): string {
  const start = at + (file[at] === 0x0d ? 2 : 1);
  // The zlib header of a deflated stream; fonts and pictures are skipped by their size.
  if ((file[start] ?? 0) % 16 !== 8) return '';
  const end = file.indexOf('endstream', start);
  if (end < 0 || end - start > MAX_STREAM) return '';
  try {
    return inflateSync(file.subarray(start, end), { maxOutputLength: MAX_STREAM }).toString('latin1');
  } catch {
    return ''; // Another filter, or broken: then there is nothing to replace.
  }
}

const SPAN = /\/Span\s*(?:<<((?:[^<>(]|<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\))*)>>|\/\S+)\s*BDC/gu;
const TEXT = /\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\[\s\S])*)\))/u;

function spansIn(content: string): SpanTexts {
  return [...content.matchAll(SPAN)].map(([, properties = '']) => {
    const [, hex, plain] = TEXT.exec(properties) ?? [];
    if (hex !== undefined) return decoded(Buffer.from(hex.replace(/\s/gu, ''), 'hex'));
    return plain === undefined ? undefined : decoded(Buffer.from(plain.replace(/\\([\s\S])/gu, '$1'), 'latin1'));
  });
}

function decoded(text: Buffer): string {
  if (text[0] !== 0xfe || text[1] !== 0xff || text.length % 2 !== 0) return text.toString('latin1');
  return Buffer.from(text.subarray(2)).swap16().toString('utf16le');
}
