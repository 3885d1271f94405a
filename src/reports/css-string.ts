/** Escapes text for a quoted CSS string. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·()–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
