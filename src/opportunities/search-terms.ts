/** Words that are not indexed. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from how in is it of on or our the their this to what why with you your'.split(' '),
);

/** Splits a text into lower-case words. */
export function tokenize(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u);
}

/** Returns the indexed form of a word: folded and singular; null for a stop word. */
export function termOf(word: string): string | null {
  const folded = fold(word);
  if (folded === '' || STOP_WORDS.has(folded)) return null;
  if (folded.length > 4 && folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  return folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/u.test(folded) ? folded.slice(0, -1) : folded;
}

/** Returns the indexed forms of the words of a text, in their order. */
export function searchTermsOf(text: string): readonly string[] {
  return tokenize(text).flatMap((word) => termOf(word) ?? []);
}

/** Whether every term begins a word of the text. */
export function containsTerms(text: string, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const folded = fold(text);
  return terms.every((term) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(term.replace(/y$/u, ''))}`, 'u').test(folded),
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
