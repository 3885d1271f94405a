/** Formats whose first bytes are long enough that they are no accident anywhere in a file. */
const ANYWHERE = ['%PDF-', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07', '__HALT_COMPILER'];

/** The beginnings of what a browser or a server would run, in any case. */
const TAGS = ['<script', '<html', '<?php'];

/** Formats with a short signature, which is checked only at the start of a file. */
const BEGINNINGS = [
  ...ANYWHERE,
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x07\x08',
  'MZ',
  '\x7fELF',
  '#!',
  '\x1f\x8b\x08',
  'BZh',
  '\xfd7zXZ\x00',
  'MSCF',
  '\xca\xfe\xba\xbe',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\x00asm',
  '\xd0\xcf\x11\xe0',
  '\x89PNG\r\n',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  'II*\x00',
  'MM\x00*',
  '<!doctype',
  '<svg',
  '<?xml',
];

const LONGEST = 16;
/** The end record of a ZIP file is 22 bytes plus a comment of at most 65,535. */
const ZIP_END = 22 + 65_535;

/** Whether another format begins after the end of a file and its padding. */
export function beginsForeign(bytes: Buffer, over: number, allowed: readonly string[]): boolean {
  let at = over;
  while (at < bytes.length && isFilling(bytes[at])) at += 1;
  // Padding may be the first byte of a signature.
  const starts = at > over && bytes[at - 1] === 0 ? [at - 1, at] : [at];
  return starts.some((start) => {
    const head = bytes.toString('latin1', start, start + LONGEST);
    return BEGINNINGS.some((one) => !allowed.includes(one) && startsWith(head, one));
  });
}

/** Whether another format is embedded in a file or appended to it. */
export function hidesForeign(bytes: Buffer, over: number, allowed: readonly string[]): boolean {
  return (
    ANYWHERE.some((one) => !allowed.includes(one) && bytes.indexOf(one, 1, 'latin1') >= 0) ||
    holdsTag(bytes, TAGS) ||
    holdsZip(bytes, over) ||
    holdsProgram(bytes, over) ||
    isTar(bytes)
  );
}

/** Whether one of these tags, in lower case, is anywhere in the bytes in any case: not `<linkedin@example.com>` for a `<link`. */
export function holdsTag(bytes: Buffer, tags: readonly string[]): boolean {
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) {
    const second = bytes[at + 1] ?? 0;
    // Most candidates aren't tags, and a string for each would be slow.
    if (!tags.some((tag) => (second | 0x20) === (tag.charCodeAt(1) | 0x20))) continue;
    const head = bytes.toString('latin1', at, at + LONGEST).toLowerCase();
    if (tags.some((tag) => head.startsWith(tag) && endsName(head[tag.length]))) return true;
  }
  return false;
}

function endsName(next: string | undefined): boolean {
  return next === undefined || /[\s/>\0]/.test(next);
}

function holdsZip(bytes: Buffer, over: number): boolean {
  const last = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1');
  if (last < 0) return false;
  // Four bytes may be an accident in a large file, but hardly near its end, and hardly twice.
  return last >= Math.min(over, bytes.length - ZIP_END) || bytes.indexOf('PK\x03\x04', 0, 'latin1') >= 0;
}

/** Windows programs contain the offset of their second header; Linux programs have a long first header. */
function holdsProgram(bytes: Buffer, over: number): boolean {
  for (let at = bytes.indexOf('MZ', 1); at >= 0; at = bytes.indexOf('MZ', at + 1)) {
    const header = at + 0x40 <= bytes.length ? at + bytes.readUInt32LE(at + 0x3c) : bytes.length;
    if (bytes.toString('latin1', header, header + 4) === 'PE\x00\x00') return true;
  }
  for (let at = bytes.indexOf('\x7fELF', 1); at >= 0; at = bytes.indexOf('\x7fELF', at + 1)) {
    if (at >= over || /^[\x01\x02][\x01\x02]\x01/.test(bytes.toString('latin1', at + 4, at + 7))) return true;
  }
  return false;
}

/** A tar begins with a name, which may be the beginning of any file. */
function isTar(bytes: Buffer): boolean {
  return bytes.toString('latin1', 257, 262) === 'ustar';
}

function isFilling(byte: number | undefined): boolean {
  return byte === 0 || byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

function startsWith(head: string, beginning: string): boolean {
  return beginning.startsWith('<') ? head.toLowerCase().startsWith(beginning) : head.startsWith(beginning);
}
