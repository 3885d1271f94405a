import { normalizeFileName } from '../../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../../src/chat/incoming-file.ts';
import { parseJsonObject } from '../../../src/chat/parse-json.ts';
import { readBody } from '../../../src/chat/read-body.ts';

/** The size limit of a file in a form of the tab. */
export const MAX_FILE_BYTES = 10_000_000;
/** A form with as many files as a record takes, and its answers. */
const MAX_BODY_BYTES = 5 * MAX_FILE_BYTES + 1_000_000;
/** How many forms with files are read at once; each is in memory while it is. */
const MAX_AT_ONCE = 3;
/** The part with what is sent without files; the others are named by their field. */
const REQUEST_PART = 'request';

/** A form with its files, or the status it is refused with. */
type ReadForm =
  | { readonly kind: 'read'; readonly body: unknown; readonly files: readonly IncomingFile[] }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 429 };

/** Reads forms that come with files: a few at once, and one of each person. */
export class TabUploads {
  readonly #underWay = new Set<string>();

  /** Reads a form; `sender` is the person whom the token names. */
  async read(request: Request, sender: string): Promise<ReadForm> {
    if (this.#underWay.size >= MAX_AT_ONCE || this.#underWay.has(sender)) return { kind: 'refused', status: 429 };
    this.#underWay.add(sender);
    try {
      return await readForm(request);
    } finally {
      this.#underWay.delete(sender);
    }
  }
}

/** Whether a form comes with files. */
export function hasFiles(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data;');
}

async function readForm(request: Request): Promise<ReadForm> {
  if (request.headers.has('content-encoding')) return { kind: 'refused', status: 400 };
  const raw = await readBody(request, MAX_BODY_BYTES);
  if (typeof raw === 'number') return { kind: 'refused', status: raw };
  const parts = await partsOf(raw, request.headers.get('content-type') ?? '');
  const stated = parts?.get(REQUEST_PART);
  if (parts === undefined || typeof stated !== 'string') return { kind: 'refused', status: 400 };
  const files = [...parts].flatMap(([field, part]) => (typeof part === 'string' ? [] : [incomingFile(field, part)]));
  return { kind: 'read', body: parseJsonObject(stated), files };
}

async function partsOf(body: Buffer, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}

function incomingFile(field: string, file: File): IncomingFile {
  return {
    field,
    name: normalizeFileName(file.name),
    size: file.size,
    read: async (max) => {
      if (file.size > max) throw new FileReadError('too-large');
      return new Uint8Array(await file.arrayBuffer());
    },
  };
}
