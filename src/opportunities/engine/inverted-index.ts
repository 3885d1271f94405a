import { distance } from 'fastest-levenshtein';
import { Postings } from './postings.ts';
import { Spelling } from './spelling.ts';

/** Measured: a place in a list that grows by doubling, and a term with its list and its entries in two maps. */
const POSTING_BYTES = 5;
const TERM_BYTES = 260;

/** Which documents have which terms; documents are numbered in the order in which they are added. */
export class InvertedIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #byBeginning = new Map<string, string[]>();
  /** The words of titles and topics as they are written. */
  readonly spelling = new Spelling();
  #size = 0;
  #bytes = 0;

  /** The memory it takes, estimated. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many documents were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds the next document with its terms and their weights; returns its number. */
  add(terms: ReadonlyMap<string, number>): number {
    const document = this.#size;
    this.#size += 1;
    this.#bytes += terms.size * POSTING_BYTES;
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
    this.#bytes += TERM_BYTES + term.length;
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
}

/** Whether two neighbouring letters changed places. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
