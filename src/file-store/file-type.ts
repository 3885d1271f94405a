import { fileTypeFromBuffer } from 'file-type';
import { beginsForeign, hidesForeign } from './embedded-formats.ts';
import { endOfJpeg, endOfPng, endOfWebp } from './image-end-markers.ts';
import { isPlainText } from './plain-text.ts';

/** The accepted file types. */
export interface FileType {
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
}

interface Format extends FileType {
  /** Returns where a file ends by its structure, or undefined if it is incomplete. */
  readonly end: (bytes: Buffer) => number | undefined;
  readonly mayHold?: readonly string[];
  readonly mayBeFollowedBy?: readonly string[];
}

const PNG: Format = { mediaType: 'image/png', extension: 'png', end: endOfPng };

/** The accepted formats, by what the detector calls them. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  // Scans are pictures inside a PDF, and a file attached to one may be a PDF.
  ['application/pdf', { mediaType: 'application/pdf', extension: 'pdf', end: endOfPdf, mayHold: ['%PDF-'] }],
  ['image/png', PNG],
  // An animated PNG is a PNG to every reader.
  ['image/apng', PNG],
  // Cameras put a second picture behind the first: a preview, or how bright each part is.
  ['image/jpeg', { mediaType: 'image/jpeg', extension: 'jpg', end: endOfJpeg, mayBeFollowedBy: ['\xff\xd8\xff'] }],
  ['image/webp', { mediaType: 'image/webp', extension: 'webp', end: endOfWebp }],
]);

/** The number of bytes that the detector needs. */
const HEAD_BYTES = 4100;

const TEXT: FileType = { mediaType: 'text/plain', extension: 'txt' };

/**
 * What a file is by its content alone: a PDF, a PNG, JPEG or WebP picture, or text, an e-mail being text. Nothing when it is anything
 * else, is incomplete, or could be taken for something else as well. The detector only sees how a file begins, so where it ends is
 * checked here.
 */
export async function typeOf(bytes: Uint8Array): Promise<FileType | undefined> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = FORMATS.get((await detect(view)) ?? '');
  if (format === undefined) return isPlainText(view) ? TEXT : undefined;
  const { mediaType, extension, end, mayHold = [], mayBeFollowedBy = [] } = format;
  const over = end(view);
  if (over === undefined) return undefined;
  const isTwo = beginsForeign(view, over, mayBeFollowedBy) || hidesForeign(view, over, mayHold);
  return isTwo ? undefined : { mediaType, extension };
}

/** The media type by how the file begins: the detector also unpacks archives, so it never gets a whole one. */
async function detect(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES)))?.mime;
  } catch {
    return undefined; // It reads what strangers send: bytes it fails on are no format it knows.
  }
}

const PDF_END = '%%EOF';

/** Each update of a PDF is appended with its own end marker; no other format may begin after any of them. */
function endOfPdf(bytes: Buffer): number | undefined {
  if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) return undefined;
  let over: number | undefined;
  for (let at = bytes.indexOf(PDF_END); at >= 0; at = bytes.indexOf(PDF_END, at + 1)) {
    over = at + PDF_END.length;
    if (beginsForeign(bytes, over, ['%PDF-'])) return over;
  }
  return over;
}
