import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { readAtMost } from '../../src/chat/incoming.ts';
import { FileTrouble } from '../../src/chat/interaction.ts';
import { UPLOAD_PATH } from './guard.ts';
import { MOST_BYTES, type Uploads } from './uploads.ts';

/** What a person is told of a file that is too large; the page says so before it sends one. */
export const TOO_LARGE = 'This file is too large: it may have 10 MB at most.';

/** Takes files one by one, as they are, and gives a token for each. */
export function addUploads(app: Hono, uploads: Uploads): void {
  app.post(UPLOAD_PATH, async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw refused(c, 413, TOO_LARGE);
    const bytes = await received(c);
    if (bytes.byteLength === 0) throw refused(c, 400, 'There is nothing in this file.');
    return c.json({ token: uploads.put(c.req.query('name') ?? '', bytes) });
  });
}

async function received(c: Context): Promise<Uint8Array> {
  try {
    return await readAtMost(c.req.raw.body ?? [], MOST_BYTES);
  } catch (error) {
    if (error instanceof FileTrouble && error.kind === 'too-large') throw refused(c, 413, TOO_LARGE);
    throw refused(c, 400, 'The file did not come through whole. Please try again.');
  }
}

// What is left of the body is not read, so that the connection is of no more use.
function refused(c: Context, status: 400 | 413, message: string): HTTPException {
  c.header('connection', 'close');
  return new HTTPException(status, { message });
}
