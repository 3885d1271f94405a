import type { InvertedIndex } from './inverted-index.ts';
import { stemOf, tokenize } from './search-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Parts of two words that were typed as one. */
const MIN_PART = 4;
const MIN_ABBREVIATION = 2;
/** A word in so few opportunities may be misspelt in them, if one that is one letter off is in many more. */
const RARE = 2;
const MANY_MORE = 8;
const ONE_MISTAKE = 1;
const MIN_RARE = 6;
/** In how many terms a word must be that a short one is taken for; a term of its own counts as many. */
const WELL_KNOWN = 5;

/** What a query is read with. */
export interface ReadingSources {
  readonly index: InvertedIndex;
  readonly vocabulary: Vocabulary;
}

/** The words of a query as they were meant. */
export interface QueryWords {
  readonly stems: readonly string[];
  /** The words as they were corrected; undefined if all were known. */
  readonly corrected: string | undefined;
}

/** Splits a query into words, and corrects those that are misspelt or joined. */
export function readWords(text: string, sources: ReadingSources): QueryWords {
  const typed = tokenize(text);
  const meant = typed.map((word, at) => meantBy(word, at === typed.length - 1, sources));
  const isChanged = meant.some(({ isMistake }) => isMistake);
  return {
    stems: meant.flatMap(({ words }) => words.map(stemOf)),
    corrected: isChanged
      ? meant.flatMap(({ words, isMistake }, at) => (isMistake ? words : (typed[at] ?? ''))).join(' ')
      : undefined,
  };
}

interface MeantWords {
  readonly words: readonly string[];
  readonly isMistake: boolean;
}

function meantBy(word: string, isLast: boolean, sources: ReadingSources): MeantWords {
  const { index, vocabulary } = sources;
  const itself = { words: [word], isMistake: false };
  const stem = stemOf(word);
  if (vocabulary.isKnown(word)) return itself;
  const frequency = index.frequency(stem);
  if (frequency > RARE) return itself;
  const better = nearestTo(word, sources, frequency);
  if (frequency > 0) {
    const isBetter = better !== undefined && better.rank <= ONE_MISTAKE && word.length >= MIN_RARE;
    return isBetter ? { words: [better.word], isMistake: true } : itself;
  }
  // The last word may be half typed.
  if (isLast && word.length > 2 && index.spelling.hasBeginning(word)) return itself;
  const parts = vocabulary.partsOf(word);
  if (parts !== undefined) return { words: parts, isMistake: false };
  if (better !== undefined && better.rank <= ONE_MISTAKE) return { words: [better.word], isMistake: true };
  const joined = joinedIn(word, sources);
  if (joined !== undefined) return { words: joined, isMistake: true };
  return better === undefined ? itself : { words: [better.word], isMistake: true };
}

/** The nearest word of the vocabulary or the opportunities. */
function nearestTo(word: string, { index, vocabulary }: ReadingSources, frequency: number) {
  // A short word is often another word: “bread” isn't a misspelt “read”.
  const ofField = vocabulary.spelling.nearest(word, word.length <= MIN_RARE ? WELL_KNOWN : 1);
  const written = index.spelling.nearest(word, Math.max(2, frequency * MANY_MORE));
  if (ofField === undefined) return word.length < MIN_RARE ? undefined : written;
  return written !== undefined && written.rank < ofField.rank ? written : ofField;
}

/** The two words that were typed without a space between them. */
function joinedIn(word: string, sources: ReadingSources): readonly string[] | undefined {
  const splits = Array.from({ length: Math.max(0, word.length - 2 * MIN_ABBREVIATION + 1) }, (_, at) => {
    const middle = at + MIN_ABBREVIATION;
    return [word.slice(0, middle), word.slice(middle)] as const;
  });
  const ofWords = splits.filter((parts) => parts.every((part) => isWord(part, sources)));
  // The most even parts are the surest.
  return ofWords.sort((one, other) => shortest(other) - shortest(one))[0];
}

function isWord(part: string, { index, vocabulary }: ReadingSources): boolean {
  if (part.length < MIN_PART) return vocabulary.isAbbreviation(part);
  return vocabulary.isKnown(part) || index.spelling.count(part) > RARE;
}

function shortest(parts: readonly string[]): number {
  return Math.min(...parts.map(({ length }) => length));
}
