import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { readLimited } from '../../src/chat/fetch-file.ts';
import { FileReadError } from '../../src/chat/interaction.ts';
import { UPLOAD_PATH } from './guard.ts';
import { MAX_FILE_BYTES, type PageUploads } from './uploads.ts';

/** What a person is told of a file that is too large; the page says so before it sends one. */
export const TOO_LARGE = 'This file is too large: it may have 10 MB at most.';

/** Takes files one by one, as they are, and gives a token for each. */
export function addUploads(app: Hono, uploads: PageUploads): void {
  app.post(UPLOAD_PATH, async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MAX_FILE_BYTES) throw refused(c, 413, TOO_LARGE);
    const bytes = await received(c);
    if (bytes.byteLength === 0) throw refused(c, 400, 'There is nothing in this file.');
    return c.json({ token: uploads.put(c.req.query('name') ?? '', bytes) });
  });
}

async function received(c: Context): Promise<Uint8Array> {
  try {
    return await readLimited(c.req.raw.body ?? [], MAX_FILE_BYTES);
  } catch (error) {
    if (error instanceof FileReadError && error.kind === 'too-large') throw refused(c, 413, TOO_LARGE);
    throw refused(c, 400, 'The file did not come through whole. Please try again.');
  }
}

// What is left of the body is not read, so that the connection is of no more use.
function refused(c: Context, status: 400 | 413, message: string): HTTPException {
  c.header('connection', 'close');
  return new HTTPException(status, { message });
}
