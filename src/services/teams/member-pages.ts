import type { QueryLimit } from '../../store/query-limit.ts';

/** How many people are loaded at once. */
export const PAGE = 50;

/** Yields people by the fifty. More than one page may take longer than a person waits; between two pages, other work has its turn. */
export async function* memberPages<T>(
  people: readonly T[],
  { queryLimit }: { readonly queryLimit: Pick<QueryLimit, 'extend' | 'pause'> },
): AsyncGenerator<readonly T[], void> {
  if (people.length > PAGE) await queryLimit.extend();
  for (let from = 0; from < people.length; from += PAGE) {
    if (from > 0) await queryLimit.pause();
    yield people.slice(from, from + PAGE);
  }
}
