import type { DocumentOutcome, UnreadDocument } from '../domain/document-reading.ts';
import type { PageText } from './page-text.ts';
import { readPdfText } from './pdf-text.ts';
import { readCertificate } from './read-certificate.ts';

/** What a process is given to read. */
export interface DocumentTask extends UnreadDocument {
  /** Whether text in pictures is recognised. */
  readonly readsPictures: boolean;
}

/** Fewer letters than these are no text but the stamp of a scanner. */
const MIN_LETTERS = 25;

/** Reads a PDF, in the process that calls it. Throws what its readers throw at broken files. */
export async function extractDocument({ bytes, mediaType }: DocumentTask): Promise<DocumentOutcome> {
  if (mediaType !== 'application/pdf') return { kind: 'unread', why: 'pictures-off' };
  try {
    const { pages } = await readPdfText(bytes);
    if (!hasText(pages)) return { kind: 'unread', why: 'no-text' };
    return { kind: 'certificate', reading: readCertificate(pages), isPicture: false };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { kind: 'unread', why: 'encrypted' };
    throw error;
  }
}

function hasText(pages: readonly PageText[]): boolean {
  const letters = pages.flatMap(({ runs }) => runs.map(({ text }) => text.replace(/[^\p{L}]/gu, '').length));
  return letters.reduce((sum, count) => sum + count, 0) >= MIN_LETTERS;
}
