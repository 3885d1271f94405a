import type { FilteredCertification } from '../domain/search-filters.ts';
import { loadVocabulary } from './engine/load-vocabulary.ts';
import { searchTermsOf } from './engine/search-terms.ts';
import type { IndexedOpportunity } from './indexed-opportunity.ts';
import { nameWordsOf } from './name-words.ts';
import { isCity } from './place-names.ts';
import type { KnownNames } from './query/search-query.ts';

/** First words of organisations that don't name one alone. */
const GENERIC = new Set(
  'the a an das die der le la el los les academy akademie academia institute institut instituto national international european global association university'.split(
    ' ',
  ),
);

/** The providers and places of the opportunities in an index, which turn a word of a query into a filter. */
export class OpportunityNames implements KnownNames {
  readonly #providers = new Set<string>();
  /** How each provider's name may be shortened: to its first words. */
  readonly #beginnings = new Set<string>();
  /** The whole names that say nothing but who the provider is. */
  readonly #unmistakable = new Set<string>();
  /** Names in capitals that are a common word in small letters: SANS. */
  readonly #acronyms = new Set<string>();
  readonly #places = new Set<string>();
  readonly #certifications = new Map<string, FilteredCertification>();
  /** The names of certifications for which providers state credits in a category, by the name of the category. */
  readonly #categories = new Map<string, Set<string>>();

  add({ provider, place = '', credits = [] }: Pick<IndexedOpportunity, 'provider' | 'place' | 'credits'>): void {
    for (const { certification: name, category } of credits) {
      this.#certifications.set(name.toLowerCase(), { code: name.toLowerCase(), short: name, name, aliases: [] });
      if (category === '') continue;
      const folded = nameWordsOf(category).join(' ');
      const certifications = this.#categories.get(folded) ?? new Set();
      this.#categories.set(folded, certifications.add(nameWordsOf(name).join(' ')));
    }
    if (!this.#providers.has(provider)) {
      this.#providers.add(provider);
      const words = nameWordsOf(provider);
      if (!isSubject(provider)) this.#unmistakable.add(words.join(' '));
      else if (/^\p{Lu}+$/u.test(provider) && isCommonWord(provider)) this.#acronyms.add(provider);
      for (const [index, word] of words.entries())
        if (index > 0 || words.length === 1 || !GENERIC.has(word))
          this.#beginnings.add(words.slice(0, index + 1).join(' '));
    }
    if (place !== '') this.#places.add(nameWordsOf(place).join(' '));
  }

  certificationNamed(name: string): FilteredCertification | undefined {
    return this.#certifications.get(name.toLowerCase());
  }

  isCategoryOf(name: string, { code, short, name: long, aliases }: FilteredCertification): boolean {
    const certifications = this.#categories.get(nameWordsOf(name).join(' '));
    return [code, short, long, ...aliases].some((one) => certifications?.has(nameWordsOf(one).join(' ')) === true);
  }

  hasProvider(name: string): boolean {
    return this.#beginnings.has(nameWordsOf(name).join(' '));
  }

  /** Whether it is the whole name of a provider, and no subject or place. */
  isOnlyProvider(name: string): boolean {
    const isOnly = this.#unmistakable.has(nameWordsOf(name).join(' ')) || this.#acronyms.has(name);
    return isOnly && !this.hasPlace(name);
  }

  /** Whether it is the name of a provider in capitals, and in small letters a word of another language than English: `sans`, but not `first`. */
  isForeignAcronym(name: string): boolean {
    return this.#acronyms.has(name.toUpperCase()) && !loadVocabulary().languages.of(name.toLowerCase()).includes('en');
  }

  /** Whether it is the whole name of a place in the index, or of a city. */
  hasPlace(name: string): boolean {
    return this.#places.has(nameWordsOf(name).join(' ')) || isCity(name);
  }
}

function isCommonWord(name: string): boolean {
  return searchTermsOf(name).every((stem) => loadVocabulary().everyday.isCommon(stem));
}

/** Whether all words of a name are words of subjects or everyday words: `Cloud Security`, `The Weekly`. */
function isSubject(name: string): boolean {
  const { words, everyday } = loadVocabulary();
  return searchTermsOf(name).every((stem) => words.has(stem) || everyday.isCommon(stem));
}
