import type { BadgeReading, DocumentOutcome, UnreadDocument } from '../domain/document-reading.ts';
import { type PictureSize, sizeOfJpeg, sizeOfPng, sizeOfWebp } from '../file-store/picture-size.ts';
import { badgeInPng, badgeInText } from './baked-badge.ts';
import type { PageText } from './page-text.ts';
import { picturesOfPdf } from './pdf-pictures.ts';
import { readPdfText } from './pdf-text.ts';
import { readPictures } from './picture-text.ts';
import { findPortalTable } from './portal-table.ts';
import { readBadge } from './read-badge.ts';
import { readCertificate } from './read-certificate.ts';

/** What a process is given to read. */
export interface DocumentTask extends UnreadDocument {
  /** Whether text in pictures is recognised. */
  readonly readsPictures: boolean;
}

/** Fewer letters than these are no text but the stamp of a scanner. */
const MIN_LETTERS = 25;
/** A page at 400 dpi, or the picture of a camera. */
const MAX_PIXELS = 16_000_000;

const SIZES: Readonly<Record<string, (bytes: Buffer) => PictureSize | undefined>> = {
  'image/png': sizeOfPng,
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
};

/** Reads a PDF or a picture, in the process that calls it. Throws what its readers throw at broken files. */
export async function extractDocument({ bytes, mediaType, readsPictures }: DocumentTask): Promise<DocumentOutcome> {
  if (mediaType === 'application/pdf') return extractPdf(bytes, readsPictures);
  const badge = await findBadge(bytes, mediaType);
  if (badge !== undefined) return { kind: 'badge', badge };
  if (mediaType === 'text/plain') return { kind: 'unread', why: 'no-text' };
  if (!readsPictures) return { kind: 'unread', why: 'pictures-off' };
  const size = SIZES[mediaType]?.(Buffer.from(bytes));
  if (size === undefined) return { kind: 'unread', why: 'broken' };
  if (size.width * size.height > MAX_PIXELS) return { kind: 'unread', why: 'too-large' };
  return readFrom(await readPictures([bytes]));
}

async function findBadge(bytes: Uint8Array, mediaType: string): Promise<BadgeReading | undefined> {
  const file = Buffer.from(bytes);
  if (mediaType === 'image/png') return readBadge(badgeInPng(file) ?? '');
  return mediaType === 'text/plain' ? readBadge(badgeInText(file.toString('utf8')) ?? '') : undefined;
}

async function extractPdf(bytes: Uint8Array, readsPictures: boolean): Promise<DocumentOutcome> {
  try {
    const { pages } = await readPdfText(bytes);
    if (hasText(pages)) {
      const transcript = findPortalTable(pages);
      const found = { kind: 'certificate', reading: readCertificate(pages), isPicture: false } as const;
      return transcript === undefined ? found : { ...found, transcript };
    }
    const pictures = await picturesOfPdf(bytes, MAX_PIXELS);
    if (pictures.length === 0) return { kind: 'unread', why: 'no-text' };
    return readsPictures ? readFrom(await readPictures(pictures)) : { kind: 'unread', why: 'pictures-off' };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { kind: 'unread', why: 'encrypted' };
    throw error;
  }
}

function readFrom(found: readonly (PageText | undefined)[]): DocumentOutcome {
  const pages = found.filter((page) => page !== undefined);
  if (!hasText(pages)) return { kind: 'unread', why: 'no-text' };
  return { kind: 'certificate', reading: readCertificate(pages), isPicture: true };
}

function hasText(pages: readonly PageText[]): boolean {
  const letters = pages.flatMap(({ runs }) => runs.map(({ text }) => text.replace(/[^\p{L}]/gu, '').length));
  return letters.reduce((sum, count) => sum + count, 0) >= MIN_LETTERS;
}
