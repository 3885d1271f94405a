import { distance } from 'fastest-levenshtein';
import { Postings } from './postings.ts';

const MIN_CORRECTED = 4;
const MIN_PART = 4;
const LONG = 8;
/** Letters that join the parts of a German compound. */
const JOINTS = ['', 's', 'n', 'en', 'es'];

/** Which documents have which terms; documents are numbered in the order in which they are added. */
export class InvertedIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #byBeginning = new Map<string, string[]>();
  #size = 0;

  /** How many documents were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds the next document with its terms and their weights; returns its number. */
  add(terms: ReadonlyMap<string, number>): number {
    const document = this.#size;
    this.#size += 1;
    for (const [term, weight] of terms) {
      const known = this.#postings.get(term);
      if (known === undefined) this.#learn(term).add(document, weight);
      else known.add(document, weight);
    }
    return document;
  }

  #learn(term: string): Postings {
    const postings = new Postings();
    this.#postings.set(term, postings);
    const beginning = term.slice(0, 2);
    const terms = this.#byBeginning.get(beginning);
    if (terms === undefined) this.#byBeginning.set(beginning, [term]);
    else terms.push(term);
    return postings;
  }

  get(term: string): Postings | undefined {
    return this.#postings.get(term);
  }

  /** In how many documents a term is. */
  frequency(term: string): number {
    return this.#postings.get(term)?.length ?? 0;
  }

  /** How rare a term is: from 0, in every document, to 1, in none. */
  rarity(term: string): number {
    return Math.log(1 + this.#size / (this.frequency(term) + 1)) / Math.log(1 + this.#size + 1);
  }

  /** The most frequent terms that begin with some letters. */
  completions(beginning: string, limit: number): readonly string[] {
    return (this.#byBeginning.get(beginning.slice(0, 2)) ?? [])
      .filter((term) => term.startsWith(beginning) && term !== beginning)
      .sort((one, other) => this.frequency(other) - this.frequency(one))
      .slice(0, limit);
  }

  /** The nearest term, by edits, to one that is misspelt; among equals one of `preferred`, then the most frequent. */
  corrected(term: string, preferred: ReadonlySet<string>): string | undefined {
    if (term.length < MIN_CORRECTED) return undefined;
    const max = term.length < 8 ? 1 : 2;
    const second = term.slice(1, 2) + term.slice(0, 1);
    const near = [...(this.#byBeginning.get(term.slice(0, 2)) ?? []), ...(this.#byBeginning.get(second) ?? [])];
    const others = term.length < 6 ? [] : this.#sharing(term);
    let best: { readonly term: string; readonly rank: readonly number[] } | undefined;
    for (const other of new Set([...near, ...others])) {
      if (Math.abs(other.length - term.length) > max || other.startsWith('#')) continue;
      // A short word that isn't a term of the field is probably another word, not a mistake.
      if (!preferred.has(other) && term.length < LONG) continue;
      const edits = isSwap(term, other) ? 1 : distance(term, other);
      if (edits > max) continue;
      const rank = [-edits, preferred.has(other) ? 1 : 0, this.frequency(other)];
      if (best === undefined || isHigher(rank, best.rank)) best = { term: other, rank };
    }
    return best?.term;
  }

  /** Rare terms that are one letter off a frequent one of some length: misspelt in an opportunity. */
  misspellings(term: string): readonly string[] {
    const frequency = this.frequency(term);
    if (term.length < 6 || frequency === 0) return [];
    return (this.#byBeginning.get(term.slice(0, 2)) ?? []).filter(
      (other) =>
        other !== term &&
        Math.abs(other.length - term.length) <= 1 &&
        this.frequency(other) <= Math.max(2, frequency / 10) &&
        (isSwap(term, other) || distance(term, other) === 1),
    );
  }

  /** Terms with the same first letter, for a mistake in the second one. */
  *#sharing(term: string): Iterable<string> {
    for (const [beginning, terms] of this.#byBeginning) if (beginning[0] === term[0]) yield* terms;
  }

  /** The two known words that a compound is made of: `lieferkettenrisiko`. */
  partsOf(compound: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
    for (let at = compound.length - MIN_PART; at >= MIN_PART; at -= 1) {
      const [first, last] = [compound.slice(0, at), compound.slice(at)];
      if (!isKnown(last)) continue;
      const joint = JOINTS.find((one) => first.endsWith(one) && isKnown(first.slice(0, first.length - one.length)));
      if (joint !== undefined) return [first.slice(0, first.length - joint.length), last];
    }
    return undefined;
  }
}

function isHigher(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

/** Whether two neighbouring letters changed places. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
