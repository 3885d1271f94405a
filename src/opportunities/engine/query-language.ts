import type { InvertedIndex } from './inverted-index.ts';
import { stemOf, tokenize } from './search-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many opportunities are asked about a word. */
const SAMPLE = 60;
/** The share of the votes that a language needs. */
const MAJORITY = 0.6;

interface LanguageSources {
  readonly index: InvertedIndex;
  readonly vocabulary: Vocabulary;
  readonly languageOf: (document: number) => string;
}

/** Returns the language of a query: of its function words, its terms and the opportunities that have its words. Undefined if it isn't clear. */
export function queryLanguage(text: string, { index, vocabulary, languageOf }: LanguageSources): string | undefined {
  const votes = new Map<string, number>();
  const vote = (languages: readonly string[]) => {
    for (const language of new Set(languages))
      votes.set(language, (votes.get(language) ?? 0) + 1 / new Set(languages).size);
  };
  const words = tokenize(text);
  const stems = words.map(stemOf);
  for (const word of words) vote(vocabulary.everyday.languagesOf(word));
  for (const { terms } of vocabulary.conceptsIn(stems)) vote(terms.flatMap(({ language }) => language ?? []));
  for (const stem of stems) vote(mainLanguage(stem, index, languageOf));
  const sum = [...votes.values()].reduce((total, count) => total + count, 0);
  return [...votes].find(([, count]) => count / sum >= MAJORITY)?.[0];
}

/** The language of nearly all opportunities that have a word; none if it is a word of several. */
function mainLanguage(stem: string, index: InvertedIndex, languageOf: (document: number) => string): readonly string[] {
  const counts = new Map<string, number>();
  let visited = 0;
  index.get(stem)?.forEach((document) => {
    visited += 1;
    if (visited > SAMPLE) return;
    const language = languageOf(document).slice(0, 2).toLowerCase();
    counts.set(language, (counts.get(language) ?? 0) + 1);
  });
  const [[language, count] = ['', 0]] = [...counts].sort(([, one], [, other]) => other - one);
  return language !== '' && count / Math.min(visited, SAMPLE) > 0.8 ? [language] : [];
}
