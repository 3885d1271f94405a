import type { VocabularyLanguage } from './everyday-words.ts';
import { foldWord } from './search-terms.ts';

/** In which languages the words of the vocabulary are written. */
export class WordLanguages {
  readonly #written = new Map<string, Set<VocabularyLanguage>>();
  readonly #unaccented = new Map<string, Set<VocabularyLanguage>>();

  /** Learns the words of a text in a language. */
  add(text: string, language: VocabularyLanguage): void {
    for (const word of writtenWords(text)) {
      addTo(this.#written, word, language);
      addTo(this.#unaccented, foldWord(word), language);
    }
  }

  /** The languages of a word with its accents; none if it is not known. */
  of(word: string): readonly VocabularyLanguage[] {
    return [...(this.#written.get(word) ?? [])];
  }

  /** The languages of a word whose accents may be left out. */
  ofUnaccented(word: string): readonly VocabularyLanguage[] {
    return [...(this.#unaccented.get(foldWord(word)) ?? [])];
  }
}

function addTo(languages: Map<string, Set<VocabularyLanguage>>, word: string, language: VocabularyLanguage): void {
  const known = languages.get(word);
  if (known === undefined) languages.set(word, new Set([language]));
  else known.add(language);
}

/** Returns the words of a text in lower case, with their accents. */
export function writtenWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
