/** Escapes text for HTML content and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Escapes text for a quoted CSS string. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·()–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
