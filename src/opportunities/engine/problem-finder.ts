import type { EverydayWords } from './everyday-words.ts';
import { topOf } from './top-of.ts';

/** How much a word that is in no phrase speaks against each subject. */
const UNKNOWN_WORD = 0.8;
/** What an everyday word of another field does. */
const ORDINARY_WORD = 1.5;
/** How many subjects are compared by all of their phrases: those with a phrase that is most like the text. */
const MAX_CANDIDATES = 12;
/** The share of its weight that a word has which says nothing about a subject, where there are others. */
const COMMON_WORD = 0.2;
/** What one word alone of several says about a subject. */
const ONE_WORD = 0.7;
/** What it adds that other words of the query are in other phrases of the subject. */
const COVERED = 0.35;

interface Phrase {
  readonly concept: number;
  readonly words: readonly number[];
}

interface PhraseWeights {
  readonly words: Float64Array;
  readonly phrases: Float64Array;
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
  /** By phrase: what it shares with a text; used again by each. */
  #shared = new Float64Array(0);
  #plain: PhraseWeights | undefined;
  #weighted: PhraseWeights | undefined;

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
    this.#plain = undefined;
    this.#weighted = undefined;
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
    const unknown = all.filter((word) => !this.#words.has(word) && !this.#everyday.isCommon(word));
    const known = all.flatMap((word) => this.#words.get(word) ?? []);
    const telling = known.filter((word) => this.#isCommon[word] !== true);
    // Common words count as others only where there are no others: “cannot find good people”.
    const isPlain = telling.length + unknown.length === 0;
    const { words: weights, phrases: lengths } = this.#weights(isPlain);
    const square = (word: number) => (weights[word] ?? 0) ** 2;
    const length = Math.hypot(
      ...known.map((word) => weights[word] ?? 0),
      ...unknown.map((word) => this.#weightOfUnknown(word)),
    );
    const sought = isPlain ? known : telling;
    const likeness = new Float64Array(this.#concepts.length);
    const reached: number[] = [];
    for (const number of this.#share(sought, isPlain ? [] : known, weights)) {
      const concept = this.#phrases[number]?.concept ?? 0;
      const like = (this.#shared[number] ?? 0) / (length * (lengths[number] ?? 1));
      this.#shared[number] = 0;
      const before = likeness[concept] ?? 0;
      if (before === 0) reached.push(concept);
      if (like > before) likeness[concept] = like;
    }
    const needsMany = telling.length + unknown.length > 1;
    return topOf(reached, MAX_CANDIDATES, (one, other) => (likeness[other] ?? 0) - (likeness[one] ?? 0))
      .map((concept) => {
        const like = likeness[concept] ?? 0;
        const covered = sought.filter((word) => this.#conceptsWith[word]?.has(concept));
        const share = covered.reduce((sum, word) => sum + square(word), 0) / length ** 2;
        const certainty = (like + COVERED * share) / (1 + COVERED);
        return [
          this.#concepts[concept] ?? '',
          needsMany && covered.length < 2 ? certainty * ONE_WORD : certainty,
        ] as const;
      })
      .sort(([, one], [, other]) => other - one);
  }

  /** Sums what phrases share with a text, as squares of weights, the common words included; returns the phrases that have one of some words. */
  #share(sought: readonly number[], text: readonly number[], weights: Float64Array): readonly number[] {
    const shared = this.#shared;
    const square = (word: number) => (weights[word] ?? 0) ** 2;
    const phrases: number[] = [];
    for (const word of sought) {
      const value = square(word);
      for (const phrase of this.#phrasesWith[word] ?? []) {
        if (shared[phrase] === 0) phrases.push(phrase);
        shared[phrase] = (shared[phrase] ?? 0) + value;
      }
    }
    const common = text.filter((word) => this.#isCommon[word] === true);
    if (common.length > 0)
      for (const phrase of phrases)
        for (const word of this.#phrases[phrase]?.words ?? [])
          if (common.includes(word)) shared[phrase] = (shared[phrase] ?? 0) + square(word);
    return phrases;
  }

  /** The weights of all words and the lengths of all phrases, computed once; `isPlain` for a text of common words alone. */
  #weights(isPlain: boolean): PhraseWeights {
    const known = isPlain ? this.#plain : this.#weighted;
    if (known !== undefined) return known;
    const words = Float64Array.from(this.#phrasesWith, (_, word) =>
      this.#isCommon[word] === true && !isPlain ? COMMON_WORD * this.#rarity(word) : this.#rarity(word),
    );
    const phrases = Float64Array.from(this.#phrases, (phrase) =>
      Math.sqrt(phrase.words.reduce((sum, word) => sum + (words[word] ?? 0) ** 2, 0)),
    );
    const weights = { words, phrases };
    this.#shared = new Float64Array(this.#phrases.length);
    if (isPlain) this.#plain = weights;
    else this.#weighted = weights;
    return weights;
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
