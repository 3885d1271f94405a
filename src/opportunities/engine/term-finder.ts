import type { EverydayWords, VocabularyLanguage } from './everyday-words.ts';

/** What a term means: a concept, and how much the concept is worth to who uses the term. */
export interface Term {
  readonly id: string;
  readonly worth: number;
  readonly language?: VocabularyLanguage;
  /** An abbreviation means the concept only where one of these words stands in the same text. */
  readonly beside?: ReadonlySet<string>;
}

/** Where terms stand in a text, and what they mean: `from` and `to` are positions of words, `to` not included. */
export interface NamedConcepts {
  readonly terms: readonly Term[];
  readonly from: number;
  readonly to: number;
}

/** How many words without meaning may stand inside a term: `auditing of the cloud`. */
const MAX_GAP = 2;

/** Finds terms of several words in texts; words that say nothing are passed over, and everyday words that mean the same are one. */
export class TermFinder {
  readonly #everyday: EverydayWords;
  /** The meanings of each term, by its words joined with spaces. */
  readonly #terms = new Map<string, Term[]>();
  /** The words that begin a term, with the number of words of the longest. */
  readonly #longest = new Map<string, number>();

  constructor(everyday: EverydayWords) {
    this.#everyday = everyday;
  }

  /** Adds a term by its stems. */
  add(stems: readonly string[], term: Term): void {
    for (const words of new Set([stems.join(' '), this.#meaningful(stems).join(' ')])) {
      const known = this.#terms.get(words) ?? [];
      if (known.some(({ id }) => id === term.id)) continue;
      this.#terms.set(words, [...known, term]);
      for (const first of new Set(words.split(' ')))
        this.#longest.set(first, Math.max(stems.length, this.#longest.get(first) ?? 0));
    }
  }

  #meaningful(stems: readonly string[]): readonly string[] {
    const left = stems.filter((stem) => !this.#everyday.isCommon(stem));
    // A single everyday word is only itself; its group would name too much.
    return stems.length === 1 || left.length < 2 ? stems : left.map((stem) => this.#everyday.canonical(stem));
  }

  /** Returns the terms in a text that is given as stems, the longest first at each place. */
  find(stems: readonly string[]): readonly NamedConcepts[] {
    const found: NamedConcepts[] = [];
    const text = { stems, all: new Set(stems) };
    for (let from = 0; from < stems.length; ) {
      const named = this.#longestAt(from, text);
      if (named !== undefined) found.push(named);
      from = named?.to ?? from + 1;
    }
    return found;
  }

  #longestAt(from: number, { stems, all }: StemmedText): NamedConcepts | undefined {
    const first = stems[from] ?? '';
    const canonical = this.#everyday.canonical(first);
    const max = Math.max(this.#longest.get(first) ?? 0, this.#longest.get(canonical) ?? 0);
    if (max === 0) return undefined;
    for (let length = Math.min(max + MAX_GAP, stems.length - from); length > 0; length -= 1) {
      const words = stems.slice(from, from + length);
      if (length > 1 && this.#everyday.isCommon(words.at(-1) ?? '') && !this.#terms.has(words.join(' '))) continue;
      const terms = this.#terms.get(words.join(' ')) ?? this.#terms.get(this.#meaningful(words).join(' '));
      const meant = terms === undefined ? [] : meantBy(terms, all);
      if (meant.length > 0) return { terms: meant, from, to: from + length };
    }
    return undefined;
  }
}

interface StemmedText {
  readonly stems: readonly string[];
  readonly all: ReadonlySet<string>;
}

/** An abbreviation means what stands beside it; alone, whatever it may mean. */
function meantBy(terms: readonly Term[], all: ReadonlySet<string>): readonly Term[] {
  const beside = terms.filter((term) => term.beside !== undefined && [...term.beside].some((word) => all.has(word)));
  if (beside.length > 0) return beside;
  const always = terms.filter((term) => term.beside === undefined);
  return always.length > 0 ? always : all.size === 1 ? terms : [];
}
