import { inflateSync } from 'node:zlib';

/** The keywords under which a PNG carries a badge: of Open Badges 2.0 and 3.0. */
const KEYWORDS = new Set(['openbadges', 'openbadgecredential']);
const MAX_UNPACKED = 1_000_000;

/** Returns the badge inside a PNG as text: JSON or a signed token; undefined if there is none. */
export function badgeInPng(bytes: Buffer): string | undefined {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const text = type === 'iTXt' ? internationalText(data) : type === 'tEXt' ? plainText(data) : undefined;
    if (text !== undefined) return text;
    at += 12 + length;
  }
  return undefined;
}

function plainText(data: Buffer): string | undefined {
  const end = data.indexOf(0);
  return KEYWORDS.has(data.toString('latin1', 0, end)) ? data.toString('utf8', end + 1) : undefined;
}

/** Keyword, two bytes about compression, a language and a translated keyword, then the text. */
function internationalText(data: Buffer): string | undefined {
  const end = data.indexOf(0);
  if (end < 0 || !KEYWORDS.has(data.toString('latin1', 0, end))) return undefined;
  const language = data.indexOf(0, end + 3);
  const translated = data.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return undefined;
  const text = data.subarray(translated + 1);
  return data[end + 1] === 1
    ? inflateSync(text, { maxOutputLength: MAX_UNPACKED }).toString('utf8')
    : text.toString('utf8');
}

/** A signed token: three parts of base64url, the first of which is JSON. */
export const SIGNED_TOKEN = /^\s*(ey[\w-]+\.[\w-]+\.[\w-]+)\s*$/u;
const SVG_TOKEN = /<openbadges:(?:assertion|credential)\b[^>]*\bverify\s*=\s*"(ey[\w-]+\.[\w-]+\.[\w-]+)"/u;
const SVG_CONTENT =
  /<openbadges:(?:assertion|credential)\b[^>]*>\s*(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?\s*<\/openbadges:/u;

/** Returns a text that is a badge as a whole: JSON or a signed token. */
export function badgeInText(text: string): string | undefined {
  return /^\s*\{/u.test(text) || SIGNED_TOKEN.test(text) ? text.trim() : undefined;
}

/** Returns the badge that an SVG carries as text; undefined for any other file. */
export function badgeInSvg(bytes: Uint8Array): string | undefined {
  const text = bytes.byteLength > MAX_UNPACKED ? '' : Buffer.from(bytes).toString('utf8');
  if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<svg\b/u.test(text)) return undefined;
  return badgeInText(SVG_TOKEN.exec(text)?.[1] ?? SVG_CONTENT.exec(text)?.[1] ?? '');
}
