import type { FileType } from './file-type.ts';
import { hasPage } from './pdf-pages.ts';
import { type PictureSize, sizeOfJpeg, sizeOfPng, sizeOfWebp } from './picture-size.ts';

/** Why a file of an accepted type shows nothing. */
export type ContentFault = 'no-page' | 'no-picture' | 'no-words';

/** More pixels than any camera or scanner makes; a reader would not open it. */
const MAX_SIDE = 65_535;
const MAX_PIXELS = 500_000_000;
const MIN_WORDS = 2;
/** In bytes; a text that has no words here has none. */
const MAX_READ = 256 * 1024;

/** Returns why a file can't prove anything: a PDF without a page, a picture without a size, a text without words. */
export function contentFault(bytes: Uint8Array, { mediaType }: FileType): ContentFault | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'application/pdf':
      return hasPage(view) ? undefined : 'no-page';
    case 'image/png':
      return isVisible(sizeOfPng(view)) ? undefined : 'no-picture';
    case 'image/jpeg':
      return isVisible(sizeOfJpeg(view)) ? undefined : 'no-picture';
    case 'image/webp':
      return isVisible(sizeOfWebp(view)) ? undefined : 'no-picture';
    case 'text/plain':
      return isSignedToken(view.toString('utf8', 0, MAX_READ)) || holdsWords(view.toString('utf8', 0, MAX_READ))
        ? undefined
        : 'no-words';
    default:
      return undefined;
  }
}

function isVisible(size: PictureSize | undefined): boolean {
  if (size === undefined) return false;
  const { width, height } = size;
  return Math.min(width, height) >= 1 && Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS;
}

/** Whether a text is a signed token (JWS), such as a badge: one word, which a person can't read but a program can. */
export function isSignedToken(text: string): boolean {
  return /^\s*ey[\w-]+\.[\w-]+\.[\w-]+\s*$/u.test(text);
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** Whether there are words with letters in any script, and not only numbers or marks. */
function holdsWords(text: string): boolean {
  let words = 0;
  for (const { segment, isWordLike } of SEGMENTER.segment(text)) {
    if (isWordLike === true && /\p{L}/u.test(segment)) words += 1;
    if (words >= MIN_WORDS) return true;
  }
  return false;
}
