/** Text as it stands in HTML, between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Text as it stands in a quoted string of CSS. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·()–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
