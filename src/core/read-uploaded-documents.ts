import type { ReadDocument } from '../domain/document-reading.ts';
import { isSignedToken } from '../file-store/content-fault.ts';
import type { UploadedFile, Uploads } from './uploads.ts';

/** Time for all documents of an interaction, within its own time limit. */
const WITHIN_MS = 18_000;
/** A larger text is no badge. */
const MAX_BADGE_BYTES = 1_000_000;
/** The types in which certificates come. */
const TYPES = /^(?:application\/pdf|image\/(?:png|jpeg|webp))$/u;

/** Reads what the uploaded documents say, so that a form can be filled in. Without a reader they are returned as they are. */
export async function readUploadedDocuments(uploads: Uploads, read: ReadDocument | undefined): Promise<Uploads> {
  if (read === undefined) return uploads;
  const readOne = async (file: UploadedFile): Promise<UploadedFile> => {
    const { bytes, type: mediaType } = file;
    return TYPES.test(mediaType) || isBadgeText(bytes, mediaType)
      ? { ...file, reading: await read({ bytes, mediaType }, WITHIN_MS) }
      : file;
  };
  return { ...uploads, files: await Promise.all(uploads.files.map(readOne)) };
}

/** Whether a text may be an Open Badge: JSON that names one, or a signed token. */
function isBadgeText(bytes: Uint8Array, mediaType: string): boolean {
  if (mediaType !== 'text/plain' || bytes.byteLength > MAX_BADGE_BYTES) return false;
  const text = Buffer.from(bytes).toString('utf8');
  return isSignedToken(text) || (/^\s*\{/u.test(text) && /openbadges|spec\/ob\/v3p0/u.test(text));
}
