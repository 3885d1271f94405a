import { constants, inflateSync } from 'node:zlib';

/** Limits of unpacked bytes, of one stream and of all, so that a small file can't fill the memory. */
const MAX_STREAM = 8 * 1024 * 1024;
const MAX_UNPACKED = 64 * 1024 * 1024;

/**
 * Whether a PDF holds a page: a page object and the tree it stands in, in plain sight or in a compressed object stream. The objects of an
 * encrypted PDF and of one with unusual compression can't be read without a reader of their own, so they are believed.
 */
export function hasPage(bytes: Buffer): boolean {
  if (holdsPage(bytes) && holdsTree(bytes)) return true;
  const packed = unpackedObjects(bytes);
  if (packed === 'unreadable') return true;
  // Either one may stand in plain sight and the other be packed.
  const all = Buffer.concat([bytes, ...packed]);
  return packed.length > 0 && typesIn(all, '/Page') && typesIn(all, '/Pages');
}

/** Whether an object of the file is a page. */
function holdsPage(bytes: Buffer): boolean {
  return objectsOf(bytes, '/Page').length > 0;
}

function holdsTree(bytes: Buffer): boolean {
  return objectsOf(bytes, '/Pages').length > 0;
}

/** The places of a type inside `1 0 obj … endobj`. */
function objectsOf(bytes: Buffer, type: string): readonly number[] {
  return placesOf(bytes, type).filter((at) => {
    const begins = bytes.lastIndexOf('obj', at, 'latin1');
    if (begins < 0 || bytes.indexOf('endobj', at, 'latin1') < 0) return false;
    return /\d\s+\d+\s*$/.test(bytes.toString('latin1', Math.max(0, begins - 24), begins));
  });
}

function typesIn(bytes: Buffer, type: string): boolean {
  return placesOf(bytes, type).length > 0;
}

/** The places of `/Type /Page`, and not of a longer name. */
function placesOf(bytes: Buffer, type: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(type, 0, 'latin1'); at >= 0; at = bytes.indexOf(type, at + 1, 'latin1')) {
    const next = bytes.toString('latin1', at + type.length, at + type.length + 1);
    if (/[\w#.-]/.test(next)) continue;
    if (/\/Type\s*$/.test(bytes.toString('latin1', Math.max(0, at - 16), at))) places.push(at);
  }
  return places;
}

/** The contents of compressed object streams; `unreadable` if there are some that can't be unpacked here. */
function unpackedObjects(bytes: Buffer): readonly Buffer[] | 'unreadable' {
  const unpacked: Buffer[] = [];
  let size = 0;
  let isUnreadable = false;
  const isEncrypted = bytes.includes('/Encrypt');
  for (const at of placesOf(bytes, '/ObjStm')) {
    const begins = bytes.indexOf('stream', at, 'latin1');
    const ends = bytes.indexOf('endstream', at, 'latin1');
    if (begins < 0 || ends < begins || size > MAX_UNPACKED) continue;
    const dictionary = bytes.toString('latin1', bytes.lastIndexOf('obj', at, 'latin1'), begins);
    const data = bytes.subarray(begins + 'stream'.length + (bytes[begins + 6] === 0x0d ? 2 : 1), ends);
    const content = isEncrypted ? undefined : contentOf(data, dictionary);
    if (content === undefined) isUnreadable ||= data.length > 0;
    else unpacked.push(content);
    size += content?.length ?? 0;
  }
  return isUnreadable && unpacked.length === 0 ? 'unreadable' : unpacked;
}

/** The content of an object stream; undefined if it is compressed in an unusual way. */
function contentOf(data: Buffer, dictionary: string): Buffer | undefined {
  if (!dictionary.includes('/Filter')) return data;
  if (!/\/Filter\s*\[?\s*\/Fl(?:ateDecode)?\s*\]?\s*(?:\/|>|$)/.test(dictionary) || /\/Predictor/.test(dictionary))
    return undefined;
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0); // Damaged: it holds nothing that could be shown.
  }
}
