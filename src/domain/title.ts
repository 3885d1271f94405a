import { splitWords } from './holding.ts';

/** A title ready to be compared. */
export interface Title {
  readonly words: readonly string[];
  /** As `courseOf` folds it: letters and digits, lower case, without spaces. */
  readonly folded: string;
}

/** Takes a title apart. */
export function titleOf(title: string): Title {
  const words = splitWords(title);
  return { words, folded: words.join('') };
}

/** Whether two titles are the same words in whatever order. */
export function areSameWords(one: Title, other: Title): boolean {
  if (one.folded.length !== other.folded.length) return false;
  return one.words.toSorted().join('') === other.words.toSorted().join('');
}

/** Each has a number that the other has not: other parts of a series, other standards. One alone may only say more. */
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

/** The numbers of a title, as digits: also those in words, as Roman numerals, or as a letter that counts (`Track B`). */
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
 * How many letters must be put in, left out or changed to make one text of another (Levenshtein); `most + 1` where it is more than
 * `most`. Only the cells that may still matter are looked at, for this is asked of every record of a member.
 */
export function editDistance(one: string, other: string, max: number): number {
  const beyond = max + 1;
  if (Math.abs(one.length - other.length) > max) return beyond;
  let before = Uint16Array.from({ length: other.length + 1 }, (_, column) => column);
  let now = new Uint16Array(other.length + 1);
  for (let row = 1; row <= one.length; row += 1) {
    const from = Math.max(1, row - max);
    const until = Math.min(other.length, row + max);
    const message = one.charCodeAt(row - 1);
    let left = from === 1 ? row : beyond;
    let least = left;
    now[from - 1] = left;
    for (let column = from; column <= until; column += 1) {
      const change = (before[column - 1] as number) + (message === other.charCodeAt(column - 1) ? 0 : 1);
      // The cell above the band's last one belongs to no row before.
      const above = column === row + max ? beyond : (before[column] as number) + 1;
      left = Math.min(change, above, left + 1);
      now[column] = left;
      if (left < least) least = left;
    }
    if (least > max) return beyond;
    [before, now] = [now, before];
  }
  return Math.min(before[other.length] as number, beyond);
}
