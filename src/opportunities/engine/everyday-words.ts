import { stemOf, tokenize } from './search-terms.ts';

export const VOCABULARY_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type VocabularyLanguage = (typeof VOCABULARY_LANGUAGES)[number];

/** Words of every language that say nothing about a subject, and everyday words that mean the same. */
export interface GeneralWords {
  readonly common: Readonly<Record<VocabularyLanguage | 'announcements', string>>;
  readonly everyday: { readonly groups: readonly Readonly<Record<VocabularyLanguage, readonly string[]>>[] };
}

/** Everyday words in four languages, by their stems. */
export class EverydayWords {
  /** The words that mean the same as one, itself included. */
  readonly #alike = new Map<string, ReadonlySet<string>>();
  /** One word for each group of words that mean the same; a word of two groups has none. */
  readonly #canonical = new Map<string, string>();
  readonly #words: ReadonlySet<string>;
  readonly #common: ReadonlySet<string>;
  readonly #functionWords: ReadonlySet<string>;

  constructor({ common, everyday }: GeneralWords) {
    for (const { en, de, fr, es } of everyday.groups) {
      const group = new Set([...en, ...de, ...fr, ...es].flatMap(tokenize).map(stemOf));
      const [first = ''] = group;
      for (const stem of group) {
        this.#canonical.set(stem, this.#alike.has(stem) ? stem : first);
        this.#alike.set(stem, new Set([...(this.#alike.get(stem) ?? []), ...group]));
      }
    }
    this.#functionWords = new Set(VOCABULARY_LANGUAGES.flatMap((language) => tokenize(common[language]).map(stemOf)));
    const groups = everyday.groups.flatMap(({ en, de, fr, es }) => [...en, ...de, ...fr, ...es]);
    this.#words = new Set([...groups, ...Object.values(common)].flatMap(tokenize));
    this.#common = new Set(Object.values(common).flatMap(tokenize).map(stemOf));
  }

  /** All words, as they are written. */
  words(): Iterable<string> {
    return this.#words;
  }

  /** The words that mean the same as a stem, itself included. */
  alike(stem: string): ReadonlySet<string> {
    return this.#alike.get(stem) ?? new Set([stem]);
  }

  /** One word for all that mean the same. */
  canonical(stem: string): string {
    return this.#canonical.get(stem) ?? stem;
  }

  /** Whether a stem says nothing about a subject. */
  isCommon(stem: string): boolean {
    return this.#common.has(stem);
  }

  /** Whether a stem is a function word or an everyday verb, as they stand in sentences. */
  isFunctionWord(stem: string): boolean {
    return this.#functionWords.has(stem);
  }
}
