import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { normalizeFileName, readLimited } from '../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../src/chat/incoming-file.ts';

/** Whether a path is a file. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** A file of this machine, for a form's field or a line. */
export function attachedFile(path: string, field?: string): IncomingFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return {
    name: normalizeFileName(basename(path)),
    ...(field === undefined ? {} : { field }),
    ...(size === undefined ? {} : { size }),
    read: async (max) => {
      if ((size ?? 0) > max) throw new FileReadError('too-large');
      // The file may have grown since its size was read.
      return readLimited(createReadStream(path), max);
    },
  };
}
