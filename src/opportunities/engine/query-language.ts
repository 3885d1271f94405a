import { VOCABULARY_LANGUAGES } from './everyday-words.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { stemOf, tokenize } from './search-terms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writtenWords } from './word-languages.ts';

/** How many opportunities are counted for a word. */
const SAMPLE = 60;
/** The share of the opportunities with a word that makes it a word of their language. */
const NEARLY_ALL = 0.8;
/** How likely a word of other languages is in a language, and a word of its own without its accents. */
const FOREIGN = 0.15;
const UNACCENTED = 0.4;
/** How likely the language of the user is beside others. */
const OWN = 1.6;
/** How likely a language must be. */
const LEAST_LIKELY = 0.6;

interface LanguageSources {
  /** The language of the user. */
  readonly own: string;
  readonly index: InvertedIndex;
  readonly vocabulary: Vocabulary;
  readonly languageOf: (document: number) => string;
}

/** Returns the language that a query is written in, by the words that only some languages have. Undefined if it isn't clear. */
export function queryLanguage(
  text: string,
  { index, vocabulary, languageOf, own }: LanguageSources,
): string | undefined {
  const likely = new Map<string, number>(
    VOCABULARY_LANGUAGES.map((language) => [language, language === own ? OWN : 1]),
  );
  const ofDocuments = (word: string) =>
    new Map(
      tokenize(word)
        .flatMap((one) => mainLanguage(stemOf(one), index, languageOf))
        .map((language) => [language, 1]),
    );
  for (const word of writtenWords(text)) {
    const shares = sharesOf(word, vocabulary) ?? ofDocuments(word);
    for (const language of shares.keys()) if (!likely.has(language)) likely.set(language, FOREIGN);
    if (shares.size > 0)
      for (const [language, share] of likely) likely.set(language, share * (shares.get(language) ?? FOREIGN));
  }
  const sum = [...likely.values()].reduce((total, one) => total + one, 0);
  return [...likely].find(([, share]) => share / sum >= LEAST_LIKELY)?.[0];
}

/** How likely a word is in each language that has it; undefined if it isn't in the vocabulary. */
function sharesOf(word: string, { languages }: Vocabulary): ReadonlyMap<string, number> | undefined {
  const unaccented = languages.ofUnaccented(word);
  if (unaccented.length === 0) return undefined;
  return new Map<string, number>([
    ...unaccented.map((language) => [language, UNACCENTED] as const),
    ...languages.of(word).map((language) => [language, 1] as const),
  ]);
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
  return language !== '' && count / Math.min(visited, SAMPLE) > NEARLY_ALL ? [language] : [];
}
