import type { SearchFilters } from '../../domain/search-filters.ts';
import type { QueryContext } from './search-query.ts';

/** A filter in a text: where it stands and what it says. */
export interface FilterMatch {
  readonly index: number;
  readonly length: number;
  readonly filters: SearchFilters;
}

/** How one filter is said: returns the first match in a text. */
export type FilterRule = (text: string, context: QueryContext) => FilterMatch | undefined;

/** Returns the filters of a match, or undefined if it isn't one after all. */
type FilterReading = (match: RegExpExecArray, context: QueryContext) => SearchFilters | undefined;

/** A rule for a phrase: whole words, in any case. A space stands for any run of spaces, and ` ?` for none as well. */
export function phrase(source: string, read: FilterReading): FilterRule {
  const pattern = phrasePattern(source);
  return (text, context) => {
    for (const match of text.matchAll(pattern)) {
      const filters = read(match, context);
      if (filters !== undefined) return { index: match.index, length: match[0].length, filters };
    }
    return undefined;
  };
}

const NAME_WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}+/.&’'-]*`;
/** How many words a name may have. */
const MAX_NAME_WORDS = 4;

/** A rule for a name behind certain words: the longest that `read` knows. */
export function nameBehind(
  before: string,
  read: (name: string, context: QueryContext) => SearchFilters | undefined,
): FilterRule {
  const pattern = phrasePattern(`(?:${before}) (?<name>${NAME_WORD}(?: ${NAME_WORD}){0,${MAX_NAME_WORDS - 1}})`);
  return (text, context) => {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      const ends = [...name.matchAll(/\S+/gu)].map(({ index, 0: word }) => index + word.length).reverse();
      for (const end of ends) {
        const filters = read(name.slice(0, end).replace(/\s+/gu, ' '), context);
        const length = match[0].length - name.length + end;
        if (filters !== undefined) return { index: match.index, length, filters };
      }
    }
    return undefined;
  };
}

function phrasePattern(source: string): RegExp {
  const spaced = source.replaceAll(' ?', String.raw`\s*`).replaceAll(' ', String.raw`\s+`);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${spaced})(?![\\p{L}\\p{N}])`, 'giu');
}
