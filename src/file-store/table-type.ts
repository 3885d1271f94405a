import type { FileType } from './file-type.ts';

const CSV: FileType = { mediaType: 'text/csv', extension: 'csv' };

/** A text has few control characters, each a mistake of the program that wrote it. */
const MAX_CONTROLS = 20;
const BYTES_PER_CONTROL = 1000;

/**
 * Returns the type of a table as text in any encoding, such as UTF-16 or Shift_JIS, with a stray control character or not; undefined for
 * any other file. Accepted for imports, not as proof.
 */
export function tableTypeOf(bytes: Uint8Array): FileType | undefined {
  const controls = [0, 0];
  for (const [at, byte] of bytes.entries())
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls[at % 2] = (controls[at % 2] ?? 0) + 1;
  // Every second byte of UTF-16 is mostly zero.
  const fewer = Math.min(...controls);
  const isWide = Math.max(...controls) > bytes.length / 5;
  const count = isWide ? fewer : (controls[0] ?? 0) + (controls[1] ?? 0);
  return bytes.length > 0 && count <= MAX_CONTROLS && count <= 1 + bytes.length / BYTES_PER_CONTROL ? CSV : undefined;
}
