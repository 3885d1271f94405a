import type { InvertedIndex } from './inverted-index.ts';
import { conceptKey } from './opportunity-terms.ts';
import { readWords } from './query-words.ts';
import { tokenize } from './search-terms.ts';
import type { NamedConcepts, Term } from './term-finder.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term of the index that stands for a wanted one, and how much it is worth for it, from 0 to 1. */
export interface Alternative {
  readonly key: string;
  readonly worth: number;
}

/** One thing that is wanted: a concept, a word or both. */
export interface QueryUnit {
  readonly weight: number;
  readonly concepts: readonly Alternative[];
  /** Its words, each with what may stand for it. */
  readonly words: readonly (readonly Alternative[])[];
}

/** A query as things that are wanted, and the words as they were corrected. */
export interface ReadQuery {
  readonly units: readonly QueryUnit[];
  /** What the words as a whole are probably about. */
  readonly guessed: readonly Alternative[];
  readonly corrected: string | undefined;
  /** It has words that speak against every subject of the field. */
  readonly isOrdinary: boolean;
}

const MAX_COMPLETIONS = 12;
/** What a word is worth that only begins like the wanted one. */
const COMPLETION = 0.7;
/** How much a word that is in no opportunity weighs beside a subject that was understood. */
const UNKNOWN_WEIGHT = 0.7;
/** A rare word of the index that is one letter off. */
const MISSPELT = 0.85;
/** An everyday word that means the same. */
const ALIKE = 0.6;
const MAX_GUESSES = 1;
/** From this certainty on a guess is a subject that was understood. */
const SURE = 0.6;
/** What matters of other subjects that are named where a problem is told: the auditor in “auditor found shared admin accounts”. */
const BESIDE_PROBLEM = 0.5;
/** What matters of for whom something is, beside what it is about. */
const AUDIENCE = 0.75;
const FOR = /^(.+)\s(?:for|für|pour|para)\s(.+)$/iu;
/** How much surer a guess is than the share of the words it explains. */
const GUESS_BONUS = 0.1;

/** Splits the words of a query into what is wanted; words that say nothing about a subject are left out. */
export function readUnits(text: string, index: InvertedIndex, vocabulary: Vocabulary): ReadQuery {
  const sources = { index, vocabulary };
  const { stems, corrected } = readWords(text, sources);
  const named = vocabulary
    .conceptsIn(stems)
    .filter(({ from, to }) => to - from > 1 || !vocabulary.everyday.isCommon(stems[from] ?? ''));
  const isNamed = (at: number) => named.some(({ from, to }) => at >= from && at < to);
  const wordsOf = (at: number) =>
    alternativesOf(stems[at] ?? '', { isLast: at === stems.length - 1, minTyped: at === 0 ? 3 : 2, vocabulary }, index);
  const others = stems.flatMap((stem, at) => (isNamed(at) || vocabulary.everyday.isCommon(stem) ? [] : [at]));
  const hasConcepts = named.length > 0;
  const audience = audienceFrom(text, stems.length);
  const guessed = vocabulary.guess(stems, MAX_GUESSES);
  const told = audience < stems.length ? undefined : problemTold(stems, guessed, vocabulary);
  const guesses = guessed.filter(
    ([id]) => id === told || !named.some(({ terms }) => terms.some((term) => term.id === id)),
  );
  const weightAt = (at: number) => (at >= audience ? AUDIENCE : 1);
  const conceptUnits = named.map((one) => {
    const unit = conceptUnit(one, wordsOf, index, vocabulary);
    const isBeside = told !== undefined && !unit.concepts.some(({ key }) => key === conceptKey(told));
    return { ...unit, weight: unit.weight * weightAt(one.from) * (isBeside ? BESIDE_PROBLEM : 1) };
  });
  const wordUnits = others.map((at): QueryUnit => {
    const words = [wordsOf(at)];
    const isFound = words.some((one) => one.some(({ key }) => index.frequency(key) > 0));
    const rarity = 0.2 + 0.5 * index.rarity(stems[at] ?? '');
    const isSure = hasConcepts || guesses.some(([, certainty]) => certainty >= SURE);
    const isOrdinary = vocabulary.isOrdinary(stems[at] ?? '');
    const weight = isFound ? rarity : isSure && !isOrdinary ? UNKNOWN_WEIGHT : 1;
    return { weight: weight * weightAt(at), concepts: [], words };
  });
  return {
    units: [...conceptUnits, ...wordUnits],
    guessed: guessedConcepts(guesses, vocabulary),
    corrected,
    isOrdinary: stems.some((stem) => vocabulary.isOrdinary(stem)),
  };
}

/** The subject of a problem that is told in a sentence; undefined if words are only listed, or it isn't clear. */
function problemTold(
  stems: readonly string[],
  [best]: readonly (readonly [id: string, certainty: number])[],
  { everyday }: Vocabulary,
): string | undefined {
  const telling = stems.filter((stem) => !everyday.isCommon(stem));
  const isSentence = telling.length > 1 && stems.some((stem) => everyday.isFunctionWord(stem));
  return isSentence && best !== undefined && best[1] >= SURE ? best[0] : undefined;
}

/** Where the words say for whom it is: `gdpr for hr`. */
function audienceFrom(text: string, count: number): number {
  const [, before, behind] = FOR.exec(text) ?? [];
  if (before === undefined || behind === undefined || tokenize(before).length === 0) return count;
  return count - tokenize(behind).length;
}

function conceptUnit(
  { terms, from, to }: NamedConcepts,
  wordsOf: (at: number) => readonly Alternative[],
  index: InvertedIndex,
  vocabulary: Vocabulary,
): QueryUnit {
  const places = Array.from({ length: to - from }, (_, at) => from + at);
  const words = places.map(wordsOf);
  const rarity = Math.max(...terms.map(({ id }) => index.rarity(conceptKey(id))));
  return { weight: 0.6 + 0.4 * rarity, concepts: nearKeys(terms, vocabulary), words };
}

/** What the words as a whole are probably about: of what else is wanted, it makes up for the words that an opportunity doesn't have. */
function guessedConcepts(
  guesses: readonly (readonly [id: string, certainty: number])[],
  vocabulary: Vocabulary,
): readonly Alternative[] {
  return guesses.flatMap(([id, certainty]) =>
    nearKeys([{ id, worth: Math.min(1, certainty + GUESS_BONUS) }], vocabulary),
  );
}

function nearKeys(terms: readonly Pick<Term, 'id' | 'worth'>[], vocabulary: Vocabulary): readonly Alternative[] {
  return terms.flatMap(({ id, worth }) =>
    [...vocabulary.near(id)].map(([near, share]) => ({ key: conceptKey(near), worth: worth * share })),
  );
}

interface WordContext {
  readonly isLast: boolean;
  /** How many letters of a word say which it will be. */
  readonly minTyped: number;
  readonly vocabulary: Vocabulary;
}

function alternativesOf(
  stem: string,
  { isLast, minTyped, vocabulary }: WordContext,
  index: InvertedIndex,
): readonly Alternative[] {
  const itself = { key: stem, worth: 1 };
  const alike = [...vocabulary.everyday.alike(stem)]
    .filter((one) => one !== stem)
    .map((key) => ({ key, worth: ALIKE }));
  if (index.frequency(stem) > 0 && !(isLast && stem.length < 6))
    return [itself, ...alike, ...index.misspellings(stem).map((key) => ({ key, worth: MISSPELT }))];
  // The last word may be half typed.
  const longer = isLast && stem.length >= minTyped ? index.completions(stem, MAX_COMPLETIONS) : [];
  return [
    itself,
    ...alike,
    ...index.misspellings(stem).map((key) => ({ key, worth: MISSPELT })),
    ...longer.map((key) => ({ key, worth: index.frequency(stem) > 0 ? COMPLETION / 2 : COMPLETION })),
  ];
}
