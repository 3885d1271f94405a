/** The fields a directory is read for: how wide, where the parts of the picture are and how long, and a raw negative's mark. */
const WIDTH = 256;
const DNG_VERSION = 50_706;
const PARTS = [
  { offsets: 273, lengths: 279 },
  { offsets: 324, lengths: 325 },
  { offsets: 513, lengths: 514 },
];
/** Bytes of one value, by the number of its type. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const SHORT = 3;

interface Field {
  readonly type: number;
  readonly count: number;
  /** Where its values are: in the field itself when they fit. */
  readonly at: number;
}
interface Reader {
  readonly bytes: Buffer;
  readonly short: (offset: number) => number;
  readonly long: (offset: number) => number;
}

/**
 * Where a TIFF ends: behind the last of its directories, values and parts, which lie in any order. Nothing when it is no
 * TIFF, is cut off, is a camera's raw negative, or sends its reader round and round.
 */
export function endOfTiff(bytes: Buffer): number | undefined {
  const reader = readerOf(bytes);
  if (reader === undefined) return undefined;
  let end = 8;
  let read = 0;
  let directory = reader.long(4);
  do {
    const fields = fieldsAt(reader, directory);
    if (!fields?.has(WIDTH) || fields.has(DNG_VERSION)) return undefined;
    const over = directory + 2 + 12 * fields.size;
    end = Math.max(end, over + 4, endOfFields(reader, fields));
    read += 12 * fields.size + 4 * partsOf(fields);
    if (end > bytes.length || read > bytes.length) return undefined;
    directory = reader.long(over);
  } while (directory !== 0);
  return end;
}

function readerOf(bytes: Buffer): Reader | undefined {
  const beginning = bytes.toString('latin1', 0, 4);
  if (bytes.length < 14 || bytes.toString('latin1', 8, 10) === 'CR') return undefined;
  if (beginning === 'II*\0') {
    return { bytes, short: (offset) => bytes.readUInt16LE(offset), long: (offset) => bytes.readUInt32LE(offset) };
  }
  if (beginning !== 'MM\0*') return undefined;
  return { bytes, short: (offset) => bytes.readUInt16BE(offset), long: (offset) => bytes.readUInt32BE(offset) };
}

/** The fields of a directory by their number; nothing when they are not all there, or one is there twice. */
function fieldsAt({ bytes, short, long }: Reader, directory: number): ReadonlyMap<number, Field> | undefined {
  if (directory < 8 || directory + 2 > bytes.length) return undefined;
  const count = short(directory);
  if (directory + 2 + 12 * count + 4 > bytes.length) return undefined;
  const fields = new Map<number, Field>();
  for (let offset = directory + 2; fields.size < count; offset += 12) {
    const [number, type, values] = [short(offset), short(offset + 2), long(offset + 4)];
    const isInside = (SIZES[type] ?? 1) * values <= 4;
    if (fields.has(number)) return undefined;
    fields.set(number, { type, count: values, at: isInside ? offset + 8 : long(offset + 8) });
  }
  return fields;
}

function endOfFields(reader: Reader, fields: ReadonlyMap<number, Field>): number {
  let end = 0;
  for (const { type, count, at } of fields.values()) end = Math.max(end, at + (SIZES[type] ?? 1) * count);
  if (end > reader.bytes.length) return end;
  for (const { offsets, lengths } of PARTS) {
    const [from, long] = [fields.get(offsets), fields.get(lengths)];
    if (from === undefined || long === undefined) continue;
    for (let part = 0; part < Math.min(from.count, long.count); part += 1) {
      end = Math.max(end, valueAt(reader, from, part) + valueAt(reader, long, part));
    }
  }
  return end;
}

function partsOf(fields: ReadonlyMap<number, Field>): number {
  return PARTS.reduce((sum, { offsets }) => sum + (fields.get(offsets)?.count ?? 0), 0);
}

function valueAt({ bytes, short, long }: Reader, { type, at }: Field, index: number): number {
  const isShort = type === SHORT;
  const offset = at + index * (isShort ? 2 : 4);
  if (offset + 4 <= bytes.length) return isShort ? short(offset) : long(offset);
  return isShort && offset + 2 <= bytes.length ? short(offset) : bytes.length + 1;
}
