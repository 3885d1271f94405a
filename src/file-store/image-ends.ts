/*
 * Where a picture ends by its own words, found by walking from part to part: what stands behind is not of the picture.
 * Each walk goes forward only, and gives nothing when the picture is not of its kind or is cut off.
 */

const at = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.toString('latin1', offset, offset + text.length) === text;

/** Chunks with their length in front, from IHDR to IEND. */
export function endOfPng(bytes: Buffer): number | undefined {
  if (!at(bytes, 0, '\x89PNG\r\n\x1a\n') || !at(bytes, 12, 'IHDR')) return undefined;
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const next = offset + 12 + bytes.readUInt32BE(offset);
    if (at(bytes, offset + 4, 'IEND')) return next <= bytes.length ? next : undefined;
    offset = next;
  }
  return undefined;
}

/** Segments with their length behind the marker, and coded lines without a length, up to EOI. */
export function endOfJpeg(bytes: Buffer): number | undefined {
  if (!at(bytes, 0, '\xff\xd8\xff')) return undefined;
  let offset = 2;
  let isDrawn = false;
  while (offset + 2 <= bytes.length) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) offset += 1;
    else if (marker === 0xd9) return isDrawn ? offset + 2 : undefined;
    else if (standsAlone(marker)) offset += 2;
    else {
      if (marker === 0 || offset + 4 > bytes.length) return undefined;
      const length = bytes.readUInt16BE(offset + 2);
      if (length < 2) return undefined;
      offset += 2 + length;
      if (marker !== 0xda) continue;
      isDrawn = true;
      offset = markerFrom(bytes, offset);
    }
  }
  return undefined;
}

/** The next marker behind coded lines, in which FF is followed by 0 or by the number of a restart. */
function markerFrom(bytes: Buffer, from: number): number {
  for (let offset = bytes.indexOf(0xff, from); offset >= 0; offset = bytes.indexOf(0xff, offset + 1)) {
    const marker = bytes[offset + 1] ?? 0;
    if (marker !== 0 && !standsAlone(marker)) return offset;
  }
  return bytes.length;
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Blocks, each with sub-blocks of at most 255 bytes, up to the trailer. */
export function endOfGif(bytes: Buffer): number | undefined {
  if (!/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return undefined;
  let offset: number | undefined = 13 + coloursAt(bytes, 10);
  let isDrawn = false;
  while (offset !== undefined && offset < bytes.length) {
    const block = bytes[offset];
    if (block === 0x3b) return isDrawn ? offset + 1 : undefined;
    if (block === 0x21) offset = endOfSubBlocks(bytes, offset + 2);
    else if (block === 0x2c) {
      isDrawn = true;
      offset = endOfSubBlocks(bytes, offset + 11 + coloursAt(bytes, offset + 9));
    } else return undefined;
  }
  // Some programs leave the trailer out.
  return isDrawn && offset === bytes.length ? offset : undefined;
}

/** How many bytes of colours follow, by the byte that says so. */
function coloursAt(bytes: Buffer, offset: number): number {
  const flags = bytes[offset] ?? 0;
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfSubBlocks(bytes: Buffer, from: number): number | undefined {
  let offset = from;
  for (let size = bytes[offset]; size !== undefined; size = bytes[offset]) {
    offset += 1 + size;
    if (size === 0) return offset;
  }
  return undefined;
}

/** One RIFF, with its length in front. */
export function endOfWebp(bytes: Buffer): number | undefined {
  if (!at(bytes, 0, 'RIFF') || !/^WEBPVP8[ LX]/.test(bytes.toString('latin1', 8, 16))) return undefined;
  const length = bytes.readUInt32LE(4);
  const end = 8 + length + (length % 2);
  return end <= bytes.length ? end : undefined;
}

/** Which of the two a file of boxes is by its brands: `heic` is coded as HEVC, `heif` in a way not said. AVIF is neither. */
export function heifKind(bytes: Buffer): 'heic' | 'heif' | undefined {
  if (bytes.length < 16 || !at(bytes, 4, 'ftyp')) return undefined;
  const size = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands = [8, ...range(16, size - 3, 4)].map((offset) => bytes.toString('latin1', offset, offset + 4));
  if (brands.some((brand) => /^hei[cxms]$/.test(brand))) return 'heic';
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return undefined;
  return /^m[is]f1$/.test(brands[0] ?? '') ? 'heif' : undefined;
}

/** Boxes with their length in front; the description and the picture must be among them. */
export function endOfHeif(bytes: Buffer): number | undefined {
  let offset = 0;
  const seen = new Set<string>();
  while (offset + 8 <= bytes.length) {
    const name = bytes.toString('latin1', offset + 4, offset + 8);
    const next = endOfBox(bytes, offset);
    if (next === undefined || !/^[\w ]{4}$/.test(name)) break;
    if (next > bytes.length) return undefined;
    seen.add(name);
    offset = next;
  }
  return seen.has('meta') && seen.has('mdat') ? offset : undefined;
}

function endOfBox(bytes: Buffer, offset: number): number | undefined {
  const short = bytes.readUInt32BE(offset);
  if (short === 0) return bytes.length;
  if (short !== 1) return short >= 8 ? offset + short : undefined;
  if (offset + 16 > bytes.length) return undefined;
  const long = Number(bytes.readBigUInt64BE(offset + 8));
  return long >= 16 ? offset + long : undefined;
}

function range(from: number, before: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((before - from) / step)) }, (_, n) => from + n * step);
}
