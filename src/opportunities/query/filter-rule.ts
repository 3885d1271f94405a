import type { SearchFilters } from '../../domain/search-filters.ts';
import type { QueryContext } from './search-query.ts';

/** A filter in a text: where it stands and what it says. */
export interface FilterMatch {
  readonly index: number;
  readonly length: number;
  readonly filters: SearchFilters;
  /** It can't be applied. */
  readonly isIgnored?: boolean;
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
      if (filters === undefined) continue;
      const [{ length: before } = ''] = NEGATED.exec(text.slice(0, match.index)) ?? [];
      const found = { index: match.index - before, length: match[0].length + before };
      return before === 0 ? { ...found, filters } : { ...found, filters: {}, isIgnored: true };
    }
    return undefined;
  };
}

/** A rule for a phrase that says something no filter can check. */
export function ignoredPhrase(source: string): FilterRule {
  const rule = phrase(source, () => ({}));
  return (text, context) => {
    const match = rule(text, context);
    return match && { ...match, isIgnored: true };
  };
}

/** What is behind one of these words isn't wanted, which no filter can say. */
const NEGATED =
  /(?<![\p{L}])(?:not|no|non|without|except|nicht|keine?[nrsm]?|ohne|außer|pas(?: en| de)?|sauf|sin|excepto|salvo)[\s-]+(?:(?:an?|any|the)\s+)?$/iu;

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
