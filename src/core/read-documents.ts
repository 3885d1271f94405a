import type { ReadDocument } from '../domain/document-reading.ts';
import type { UploadedFile, Uploads } from './uploads.ts';

/** Time for all documents of an interaction, within its own time limit. */
const WITHIN_MS = 18_000;
/** The types in which certificates come. */
const TYPES = /^(?:application\/pdf|image\/(?:png|jpeg|webp))$/u;

/** Reads what the uploaded documents say, so that a form can be filled in. Without a reader they are returned as they are. */
export async function readDocuments(uploads: Uploads, read: ReadDocument | undefined): Promise<Uploads> {
  if (read === undefined) return uploads;
  const readOne = async (file: UploadedFile): Promise<UploadedFile> => {
    const { bytes, type: mediaType } = file;
    return TYPES.test(mediaType) ? { ...file, reading: await read({ bytes, mediaType }, WITHIN_MS) } : file;
  };
  return { ...uploads, files: await Promise.all(uploads.files.map(readOne)) };
}
