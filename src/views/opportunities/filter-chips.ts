import type { Action } from '../../chat/card.ts';
import type { AppliedFilter, FilterName, SearchFilters } from '../../domain/search-filters.ts';
import type { Words } from '../../strings/index.ts';

/** The filters of a search as they are shown. */
export interface ShownFilters {
  readonly filters: SearchFilters;
  readonly applied: readonly AppliedFilter[];
  /** What was typed like a filter but can't be applied. */
  readonly ignored: readonly string[];
  /** How many results there are without a filter, where the filters leave none. */
  readonly withoutFilter: readonly { readonly name: FilterName; readonly count: number }[];
}

/** Returns a button for each filter that repeats the search without it; with the number of results where the filters leave none. */
export function filterChips({ filters, applied, withoutFilter }: ShownFilters, words: Words): readonly Action[] {
  const phrases = words.filter;
  const counts = new Map(withoutFilter.map(({ name, count }) => [name, count]));
  return applied
    .toSorted((one, other) => (counts.get(other.name) ?? 0) - (counts.get(one.name) ?? 0))
    .map(({ name, without }) => {
      const label = filterLabel(name, filters, words);
      const count = counts.get(name);
      return {
        label: count === undefined ? phrases.remove(label) : phrases.without(label, count),
        command: 'search',
        args: { text: without },
      };
    });
}

type Label<N extends FilterName> = (value: NonNullable<SearchFilters[N]>, words: Words) => string;

function filterLabel<N extends FilterName>(name: N, filters: SearchFilters, words: Words): string {
  const value = filters[name];
  return value === undefined ? '' : LABELS[name](value, words);
}

const LABELS: { readonly [N in FilterName]: Label<N> } = {
  price: (price, { filter }) => {
    if (price === 'paid') return filter.paid;
    return price.max === 0 ? filter.free : filter.price(price.max, price.currency);
  },
  language: (language, { filter }) => filter.languages[language] ?? language,
  kind: (kinds, { filter, kinds: names, anyOf }) =>
    anyOf(
      kinds
        .filter((kind) => kind !== 'college-course')
        .map((kind) => (kind === 'workshop' ? filter.workshop : names[kind])),
    ),
  delivery: (deliveries, { filter }) => deliveries.map((one) => filter.delivery[one]).join(', '),
  place: (place, { filter }) => filter.place(place),
  date: ({ from, until }, { filter }) => {
    if (from !== undefined && until !== undefined) return filter.span(from, until);
    return from === undefined ? filter.until(until ?? '') : filter.from(from);
  },
  length: ({ min, max }, { filter }) => {
    if (min !== undefined && max !== undefined) return filter.lengths(min, max);
    return min === undefined ? filter.atMost(max ?? 0) : filter.atLeast(min);
  },
  credits: (credits, { filter }) => filter.credits(credits),
  certification: ({ short }, { filter }) => filter.certification(short),
  category: (category) => category,
  provider: (provider, { filter }) => filter.provider(provider),
};
