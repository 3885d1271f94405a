import type { Context, Hono } from 'hono';
import { readLimited } from '../../src/chat/fetch-file.ts';
import { FileReadError } from '../../src/chat/incoming-file.ts';
import type { PageProblem } from '../../src/chat/platform-phrases.ts';
import { UPLOAD_PATH } from './guard.ts';
import { PageRefusal } from './page-refusal.ts';
import { MAX_FILE_BYTES, type PageUploads } from './uploads.ts';

/** Adds the route that accepts one file per request and returns its token. */
export function addUploads(app: Hono, uploads: PageUploads): void {
  app.post(UPLOAD_PATH, async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MAX_FILE_BYTES) throw refused(c, 413, 'file-too-large');
    const bytes = await readUpload(c);
    if (bytes.byteLength === 0) throw refused(c, 400, 'file-empty');
    return c.json({ token: uploads.put(c.req.query('name') ?? '', bytes) });
  });
}

async function readUpload(c: Context): Promise<Uint8Array> {
  try {
    return await readLimited(c.req.raw.body ?? [], MAX_FILE_BYTES);
  } catch (error) {
    if (error instanceof FileReadError && error.kind === 'too-large') throw refused(c, 413, 'file-too-large');
    throw refused(c, 400, 'file-incomplete');
  }
}

// The rest of the body is not read, so the connection can't be reused.
function refused(c: Context, status: 400 | 413, problem: PageProblem): PageRefusal {
  c.header('connection', 'close');
  return new PageRefusal(status, problem);
}
