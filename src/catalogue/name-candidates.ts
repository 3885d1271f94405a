import type { Certification } from '../domain/certification.ts';
import { type Slip, slipBetween } from '../domain/misspelling.ts';
import type { Ranked } from './certification-index.ts';
import { spokenWords } from './spoken-words.ts';

/** More than one body has, so that all certifications of a body can be chosen from. */
const MAX_CANDIDATES = 100;
/** Maximum characters of a search text, because comparing longer ones with every name is slow. */
const MAX_TYPED_LENGTH = 100;
/** A word that more certifications have says nothing about which is meant: `certified`. */
const MAX_SHARED = 60;
/** Shorter words are too near to others to be read with a slip. */
const MIN_FUZZY_LENGTH = 5;
const MIN_PREFIX_LENGTH = 3;

const prefix = (term: string) => term.length >= MIN_PREFIX_LENGTH;
const fuzzy = (term: string) => (term.length >= MIN_FUZZY_LENGTH && !/^\d+$/u.test(term) ? 0.2 : false);

/**
 * Returns all that a text may mean, the best first: those with each of its words, else those with similar words, else those with the words
 * that names have at all, else those whose short name differs by a slip.
 */
export function candidatesFor(
  text: string,
  { all, ranked }: { readonly all: readonly Certification[]; readonly ranked: Ranked },
): readonly Certification[] {
  if (text.length > MAX_TYPED_LENGTH) return [];
  const words = wordsOf(text);
  const typed = words.join(' ');
  const steps = [
    () => ranked(typed, { combineWith: 'AND', prefix, fuzzy: false }),
    () => ranked(typed, { combineWith: 'AND', prefix, fuzzy }),
    () => ranked(apart(typed), { combineWith: 'AND', prefix, fuzzy: false }),
    () => byKnownWords(words, ranked),
    () => words.flatMap((word) => bySlip(word, all)),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found.slice(0, MAX_CANDIDATES);
  }
  return [];
}

/** `NSE4` and `NSE 4` are the same. */
function apart(typed: string): string {
  return typed.replaceAll(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');
}

/** The words of a text as the names of the catalogue have them. */
function wordsOf(text: string): readonly string[] {
  const { means } = spokenWords();
  const words = text.toLowerCase().match(/[\p{L}\p{N}+/-]+/gu) ?? [];
  return words.flatMap((word) => (means[word] ?? word).split(' '));
}

/** With all the words that names have, or else with the rarest of them. */
function byKnownWords(words: readonly string[], ranked: Ranked): readonly Certification[] {
  const find = (text: string) => ranked(text, { combineWith: 'AND', prefix: false, fuzzy: false });
  const known = words
    .filter((word) => word.length >= MIN_PREFIX_LENGTH && !/^\d+$/u.test(word))
    .map((word) => ({ word, found: find(word) }))
    .filter(({ found }) => found.length > 0 && found.length <= MAX_SHARED)
    .sort((one, other) => one.found.length - other.found.length);
  const withAll = known.length === 0 ? [] : find(known.map(({ word }) => word).join(' '));
  return withAll.length > 0 ? withAll : (known[0]?.found ?? []);
}

const SLIPS: readonly Slip[] = ['length', 'swap', 'letter'];

/** A letter that is missing or doubled is the likeliest slip. */
function bySlip(word: string, all: readonly Certification[]): readonly Certification[] {
  const near = Map.groupBy(all, ({ short }) => slipBetween(word, short.toLowerCase()));
  return SLIPS.flatMap((slip) => near.get(slip) ?? []);
}
