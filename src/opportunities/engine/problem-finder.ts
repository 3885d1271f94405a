import type { EverydayWords } from './everyday-words.ts';

/** How much a word that is in no phrase speaks against each subject. */
const UNKNOWN_WORD = 0.8;
/** What an everyday word of another field does. */
const ORDINARY_WORD = 1.5;
/** What one word alone of several says about a subject. */
const ONE_WORD = 0.7;
/** What it adds that other words of the query are in other phrases of the subject. */
const COVERED = 0.35;

interface Phrase {
  readonly concept: number;
  readonly words: readonly number[];
}

/** Finds subjects by phrases that are like a text: what people say about a problem, not the words of the field. Texts are given as stems. */
export class ProblemFinder {
  readonly #everyday: EverydayWords;
  readonly #isOrdinary: (stem: string) => boolean;
  readonly #concepts: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #phrases: Phrase[] = [];
  readonly #words = new Map<string, number>();
  readonly #isCommon: boolean[] = [];
  /** By word: the phrases and the concepts that have it. */
  readonly #phrasesWith: number[][] = [];
  readonly #conceptsWith: Set<number>[] = [];

  constructor(everyday: EverydayWords, isOrdinary: (stem: string) => boolean) {
    this.#everyday = everyday;
    this.#isOrdinary = isOrdinary;
  }

  /** Adds a phrase of a subject. */
  add(id: string, stems: readonly string[]): void {
    let concept = this.#numbers.get(id);
    if (concept === undefined) {
      concept = this.#concepts.push(id) - 1;
      this.#numbers.set(id, concept);
    }
    const words = this.#distinct(stems).map((word) => this.#wordNumber(word));
    if (words.length === 0) return;
    const phrase = this.#phrases.push({ concept, words }) - 1;
    for (const word of words) {
      this.#phrasesWith[word]?.push(phrase);
      this.#conceptsWith[word]?.add(concept);
    }
  }

  /** The subjects whose phrases are most like a text, each with how sure that is, from 0 to 1; the surest first. */
  find(stems: readonly string[]): readonly (readonly [id: string, certainty: number])[] {
    const all = this.#distinct(stems);
    const telling = all.filter((word) => !this.#everyday.isCommon(word));
    // Common words count only where there are no others: “cannot find good people”.
    const isPlain = telling.length === 0;
    const typed = isPlain ? all : telling;
    const weigh = (word: number) => (this.#isCommon[word] === true && !isPlain ? 0 : this.#rarity(word));
    const words = typed.flatMap((word) => this.#words.get(word) ?? []);
    const unknown = typed.filter((word) => !this.#words.has(word));
    const length = Math.hypot(
      ...words.map((word) => weigh(word)),
      ...unknown.map((word) => this.#weightOfUnknown(word)),
    );
    const common = new Map<number, number>();
    const covered = new Map<number, number>();
    for (const word of words) {
      const square = weigh(word) ** 2;
      for (const phrase of this.#phrasesWith[word] ?? []) common.set(phrase, (common.get(phrase) ?? 0) + square);
      for (const concept of this.#conceptsWith[word] ?? []) covered.set(concept, (covered.get(concept) ?? 0) + square);
    }
    const likeness = new Map<number, number>();
    for (const [number, sum] of common) {
      const phrase = this.#phrases[number];
      if (phrase === undefined || sum === 0) continue;
      const like = sum / (length * Math.hypot(...phrase.words.map((word) => weigh(word))));
      if (like > (likeness.get(phrase.concept) ?? 0)) likeness.set(phrase.concept, like);
    }
    return [...likeness]
      .map(([concept, like]) => {
        const share = (covered.get(concept) ?? 0) / length ** 2;
        const hasMany = typed.length === 1 || words.filter((word) => this.#conceptsWith[word]?.has(concept)).length > 1;
        return [
          this.#concepts[concept] ?? '',
          ((like + COVERED * share) / (1 + COVERED)) * (hasMany ? 1 : ONE_WORD),
        ] as const;
      })
      .sort(([, one], [, other]) => other - one);
  }

  #weightOfUnknown(word: string): number {
    return this.#isOrdinary(word) ? ORDINARY_WORD : UNKNOWN_WORD;
  }

  #distinct(stems: readonly string[]): readonly string[] {
    return [...new Set(stems.map((stem) => (this.#everyday.isCommon(stem) ? stem : this.#everyday.canonical(stem))))];
  }

  #wordNumber(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.#words.size;
    this.#words.set(word, number);
    this.#isCommon.push(this.#everyday.isCommon(word));
    this.#phrasesWith.push([]);
    this.#conceptsWith.push(new Set());
    return number;
  }

  /** How much a word says, from 0 to 1: less if it is in the phrases of many subjects. */
  #rarity(word: number): number {
    const all = Math.max(2, this.#concepts.length);
    return Math.log(1 + all / (this.#conceptsWith[word]?.size ?? 1)) / Math.log(1 + all);
  }
}
