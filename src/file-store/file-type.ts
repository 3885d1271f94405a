import { beginsForeign, hidesForeign } from './embedded-formats.ts';
import { endOfGif, endOfHeif, endOfJpeg, endOfPng, endOfWebp, heifKind } from './image-ends.ts';
import { isPlainText } from './plain-text.ts';
import { endOfTiff } from './tiff.ts';

/** What a proof is by its content. */
export interface FileType {
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
}

interface Format extends FileType {
  /** Where the file ends by its own words; nothing when it is not of this format, or not whole. */
  readonly end: (bytes: Buffer) => number | undefined;
  readonly mayHold?: readonly string[];
  readonly mayBeFollowedBy?: readonly string[];
}

const FORMATS: readonly Format[] = [
  // Scans are pictures inside a PDF, and a file attached to one may be a PDF.
  { mediaType: 'application/pdf', extension: 'pdf', end: endOfPdf, mayHold: ['%PDF-'] },
  { mediaType: 'image/png', extension: 'png', end: endOfPng },
  // Cameras put a second picture behind the first: a preview, or how bright each part is.
  { mediaType: 'image/jpeg', extension: 'jpg', end: endOfJpeg, mayBeFollowedBy: ['\xff\xd8\xff'] },
  { mediaType: 'image/gif', extension: 'gif', end: endOfGif },
  { mediaType: 'image/webp', extension: 'webp', end: endOfWebp },
  {
    mediaType: 'image/heic',
    extension: 'heic',
    end: (bytes) => (heifKind(bytes) === 'heic' ? endOfHeif(bytes) : undefined),
  },
  {
    mediaType: 'image/heif',
    extension: 'heif',
    end: (bytes) => (heifKind(bytes) === 'heif' ? endOfHeif(bytes) : undefined),
  },
  { mediaType: 'image/tiff', extension: 'tiff', end: endOfTiff },
];

const TEXT: FileType = { mediaType: 'text/plain', extension: 'txt' };

/**
 * What a file is by its content alone: a PDF, a picture, or text, an e-mail being text. Nothing when it is anything else,
 * is not whole, or could be taken for something else as well. It reads the bytes a few times and copies none of them.
 */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { mediaType, extension, end, mayHold = [], mayBeFollowedBy = [] } of FORMATS) {
    const over = end(view);
    if (over === undefined) continue;
    const isTwo = beginsForeign(view, over, mayBeFollowedBy) || hidesForeign(view, over, mayHold);
    return isTwo ? undefined : { mediaType, extension };
  }
  return isPlainText(view) ? TEXT : undefined;
}

const PDF_END = '%%EOF';

/** Every change of a PDF is written behind its end, with an end of its own; nothing else may begin behind any of them. */
function endOfPdf(bytes: Buffer): number | undefined {
  if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) return undefined;
  let over: number | undefined;
  for (let at = bytes.indexOf(PDF_END); at >= 0; at = bytes.indexOf(PDF_END, at + 1)) {
    over = at + PDF_END.length;
    if (beginsForeign(bytes, over, ['%PDF-'])) return over;
  }
  return over;
}
