/** Returns letters in lower case and without accents. */
export function foldWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

/** Splits a text into words: lower case, without accents. */
export function tokenize(text: string): string[] {
  return foldWord(text).match(/[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu) ?? [];
}

/** Endings of English, German, French and Spanish words that don't change what they name, the longest first. */
const ENDINGS = ['ando', 'ing', 'ado', 'ada', 'ed', 'en', 'er', 'em', 'es', 'ar', 'an', 'e', 'a', 'o'];
const MIN_STEM = 4;
/** Words whose stem is that of a word with another meaning. */
const WHOLE = new Set([
  'programming',
  'engineering',
  'accounting',
  'training',
  'marketing',
  'networking',
  'catering',
  'customer',
]);

/** Short Spanish plurals that lose more than an s. */
const IRREGULAR = new Map([
  ['planes', 'plan'],
  ['redes', 'red'],
  ['leyes', 'ley'],
  ['jueces', 'juez'],
  ['bienes', 'bien'],
  ['meses', 'mes'],
]);

/** Returns the form of a folded word under which it is found: without plural and the endings of its language. */
export function stemOf(word: string): string {
  const single = singular(word);
  if (WHOLE.has(single)) return single;
  if (single.length < MIN_STEM + 2) return single;
  const ending = ENDINGS.find((one) => single.endsWith(one) && single.length - one.length >= MIN_STEM);
  return ending === undefined ? single : single.slice(0, -ending.length);
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length > 5 && word.endsWith('aux'))
    return word.endsWith('eaux') ? word.slice(0, -1) : `${word.slice(0, -3)}al`;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word) ? word.slice(0, -1) : word;
}

/** Returns the stems of the words of a text, in their order. */
export function searchTermsOf(text: string): readonly string[] {
  return tokenize(text).map(stemOf);
}
