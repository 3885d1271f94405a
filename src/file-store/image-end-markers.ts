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

/** One RIFF, with its length in front. */
export function endOfWebp(bytes: Buffer): number | undefined {
  if (!at(bytes, 0, 'RIFF') || !/^WEBPVP8[ LX]/.test(bytes.toString('latin1', 8, 16))) return undefined;
  const length = bytes.readUInt32LE(4);
  const end = 8 + length + (length % 2);
  return end <= bytes.length ? end : undefined;
}
