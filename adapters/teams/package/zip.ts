import { crc32 } from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

// 1 January 1980, midnight: an archive of the same files has the same bytes whenever it is made.
const DOS_TIME = 0;
const DOS_DATE = 0x21;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** The files as a zip archive, stored as they are. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const described = description(name, data);
    const file = Buffer.concat([numbers([4, 0x04034b50]), described, Buffer.from(name), data]);
    const attributes = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(Buffer.concat([numbers([4, 0x02014b50], [2, VERSION]), described, attributes, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset], [2, 0]);
  return Buffer.concat([...files, listed, end]);
}

// What a file's own header and its line in the directory say alike.
function description(name: string, data: Buffer): Buffer {
  return numbers(
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, 0],
    [2, DOS_TIME],
    [2, DOS_DATE],
    [4, crc32(data)],
    [4, data.length],
    [4, data.length],
    [2, Buffer.byteLength(name)],
    [2, 0],
  );
}

function numbers(...all: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
