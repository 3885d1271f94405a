/** Words shorter than this are too like others to be corrected. */
const MIN_LENGTH = 4;
/** From these lengths on a word may have two mistakes, and from the second on three. */
const TWO_MISTAKES = 7;
const THREE_MISTAKES = 13;
/** What a mistake in the first letter counts beside one further on, and what a word that is often written is worth. */
const FIRST_LETTER = 0.5;
const FREQUENT = 0.2;
/** From this rank on a word is rather another word than a mistake. */
const MAX_RANK = 2.2;

interface Entry {
  readonly word: string;
  readonly letters: number;
}

/** Words as they are written, to correct those that are misspelt. */
export class Spelling {
  readonly #counts = new Map<string, number>();
  /** The words of each length, with the letters they have. */
  readonly #byLength: Entry[][] = [];

  /** Adds a folded word, as if it were written several times. */
  add(word: string, times = 1): void {
    const known = this.#counts.get(word);
    this.#counts.set(word, (known ?? 0) + times);
    if (known !== undefined) return;
    const words = this.#byLength[word.length];
    if (words === undefined) this.#byLength[word.length] = [{ word, letters: lettersOf(word) }];
    else words.push({ word, letters: lettersOf(word) });
  }

  /** How often a word was added. */
  count(word: string): number {
    return this.#counts.get(word) ?? 0;
  }

  /** Whether some word begins with some letters. */
  hasBeginning(letters: string): boolean {
    return this.#byLength.some(
      (words, length) => length > letters.length && words.some(({ word }) => word.startsWith(letters)),
    );
  }

  /** The word that was probably meant, with its rank: the number of mistakes, less for words that are written often. */
  nearest(typed: string, minCount = 1): { readonly word: string; readonly rank: number } | undefined {
    const max = mistakesIn(typed);
    if (max === 0) return undefined;
    const letters = lettersOf(typed);
    let best: { readonly word: string; readonly rank: number } | undefined;
    for (let length = typed.length - max; length <= typed.length + max; length += 1)
      for (const { word, letters: others } of this.#byLength[length] ?? []) {
        if (differences(letters, others) > 2 * max) continue;
        const count = this.count(word);
        if (count < minCount) continue;
        const mistakes = mistakesBetween(typed, word, max);
        if (mistakes > max || word === typed) continue;
        const rank = mistakes + (word[0] === typed[0] ? 0 : FIRST_LETTER) - FREQUENT * Math.log10(count);
        if (rank <= MAX_RANK && (best === undefined || rank < best.rank)) best = { word, rank };
      }
    return best;
  }
}

function mistakesIn(word: string): number {
  if (word.length < MIN_LENGTH || /\d/u.test(word)) return 0;
  if (word.length >= THREE_MISTAKES) return 3;
  return word.length >= TWO_MISTAKES ? 2 : 1;
}

/** Returns which letters a word has, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function differences(one: number, other: number): number {
  let bits = one ^ other;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** Returns the letters added, left out, changed or swapped with the next between two words; more than `max` if there are more. */
export function mistakesBetween(one: string, other: string, max: number): number {
  let [before, last] = [new Uint8Array(other.length + 1), Uint8Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = new Uint8Array(other.length + 1);
    now[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let mistakes = Math.min(
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        mistakes = Math.min(mistakes, (before[column - 2] ?? 0) + 1);
      now[column] = mistakes;
      least = Math.min(least, mistakes);
    }
    if (least > max) return max + 1;
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
