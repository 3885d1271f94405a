/** Returns the words of a name without case, accents and punctuation; `+` stays, because it tells certifications apart. */
export function nameWordsOf(name: string): readonly string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
  return folded.match(/[\p{L}\p{N}+]+/gu) ?? [];
}

/** Whether the words of a name stand next to each other in another: `isaca` in `ISACA London chapter`. */
export function isNamePart(part: string, name: string): boolean {
  return ` ${nameWordsOf(name).join(' ')} `.includes(` ${nameWordsOf(part).join(' ')} `);
}
