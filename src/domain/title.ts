import { splitWords } from './holding.ts';

/** A title prepared for comparison. */
export interface Title {
  readonly words: readonly string[];
  /** As `courseOf` folds it: letters and digits, lower case, without spaces. */
  readonly folded: string;
}

/** Returns a title prepared for comparison. */
export function titleOf(title: string): Title {
  const words = splitWords(title);
  return { words, folded: words.join('') };
}

/** Whether two titles have the same words in any order. */
export function areSameWords(one: Title, other: Title): boolean {
  if (one.folded.length !== other.folded.length) return false;
  return one.words.toSorted().join('') === other.words.toSorted().join('');
}

/** Whether each title has a number that the other lacks, such as two parts of a series or two standards. */
export function differInNumber(one: Title, other: Title): boolean {
  const [numbers, others] = [numbersIn(one.words), numbersIn(other.words)];
  return !numbers.isSubsetOf(others) && !others.isSubsetOf(numbers);
}

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].entries(),
    ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].entries(),
    ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].entries(),
    ...'一二三四五六七八九十'.split('').entries(),
  ].map(([index, word]) => [word, `${index + 1}`]),
);

/** Words after which a single letter counts: `Part A`, `Track B`. */
const COUNTED = new Set(['part', 'track', 'session', 'module', 'group', 'level', 'unit', 'lab', 'section', 'paper']);

const NUMBER = /\p{Nd}+|[一二三四五六七八九十]/gu;

/** The numbers in a title as digits, including number words, Roman numerals and letters such as `Track B`. */
function numbersIn(words: readonly string[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [index, word] of words.entries()) {
    const spelled = NUMBER_WORDS.get(word);
    if (spelled !== undefined) numbers.add(spelled);
    else if (word.length === 1 && COUNTED.has(words[index - 1] ?? '')) numbers.add(word);
    for (const [number] of word.matchAll(NUMBER))
      numbers.add(NUMBER_WORDS.get(number) ?? number.replace(/^0+(?=.)/, ''));
  }
  return numbers;
}

/**
 * Returns the Levenshtein distance of two texts, or `max + 1` if it is greater than `max`. Only cells within `max` of the diagonal are
 * computed, because every record of a member is compared.
 */
export function editDistance(one: string, other: string, max: number): number {
  const beyond = max + 1;
  if (Math.abs(one.length - other.length) > max) return beyond;
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  let now: number[] = new Array(other.length + 1).fill(0);
  for (let row = 1; row <= one.length; row += 1) {
    const from = Math.max(1, row - max);
    const until = Math.min(other.length, row + max);
    const letter = one.charCodeAt(row - 1);
    let left = from === 1 ? row : beyond;
    let smallest = left;
    now[from - 1] = left;
    for (let column = from; column <= until; column += 1) {
      const change = (before[column - 1] ?? beyond) + (letter === other.charCodeAt(column - 1) ? 0 : 1);
      // The cell above the last one of the band was not computed in the previous row.
      const above = column === row + max ? beyond : (before[column] ?? beyond) + 1;
      left = Math.min(change, above, left + 1);
      now[column] = left;
      if (left < smallest) smallest = left;
    }
    if (smallest > max) return beyond;
    [before, now] = [now, before];
  }
  return Math.min(before[other.length] ?? beyond, beyond);
}
