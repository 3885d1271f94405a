import type { OpportunityCredits } from '../domain/activity-facts.ts';
import { addDays, dayIn, startIn } from '../domain/calendar.ts';
import type {
  DeliveryFilter,
  FilteredCertification,
  FilterName,
  KindFilter,
  SearchFilters,
} from '../domain/search-filters.ts';
import type { IndexedOpportunity, SearchTime } from './indexed-opportunity.ts';
import { isNamePart, nameWordsOf } from './name-words.ts';
import { isPlaceIn } from './place-names.ts';

type Passes<N extends FilterName> = (
  wanted: NonNullable<SearchFilters[N]>,
  about: { readonly filters: SearchFilters; readonly when: Pick<SearchTime, 'zone'> },
) => (opportunity: IndexedOpportunity) => boolean;

/** Returns whether an opportunity has each value that the filters want; an unknown value never passes. */
export function filterOf(
  filters: SearchFilters,
  when: Pick<SearchTime, 'zone'>,
): (opportunity: IndexedOpportunity) => boolean {
  const checkOf = <N extends FilterName>(name: N) => {
    const wanted = filters[name];
    return wanted === undefined ? [] : [CHECKS[name](wanted, { filters, when })];
  };
  const checks = NAMES.flatMap((name) => checkOf(name));
  return (opportunity) => checks.every((check) => check(opportunity));
}

const CHECKS: { readonly [N in FilterName]: Passes<N> } = {
  price:
    (wanted) =>
    ({ price, isFree }) => {
      const isForFree = isFree ?? (price === undefined ? undefined : price.amount === 0);
      if (wanted === 'paid') return isForFree === false;
      if (isForFree === true) return true;
      const isCurrency = wanted.currency === '' || price?.currency === wanted.currency;
      return wanted.max > 0 && price !== undefined && isCurrency && price.amount <= wanted.max;
    },
  language:
    (wanted) =>
    ({ language }) =>
      language.toLowerCase().split('-')[0] === wanted,
  kind: (wanted) => (opportunity) => wanted.some((kind) => isOfKind(opportunity, kind)),
  delivery: (wanted) => (opportunity) => wanted.every((one) => isDelivered(opportunity, one)),
  place: (wanted) => {
    const isWanted = remembered((name) => name !== '' && isPlaceIn(wanted, name));
    return ({ place = '' }) => isWanted(place);
  },
  date: ({ from, until }, { when: { zone } }) => {
    // Days become instants once, because a time zone is slow to ask.
    const [starts, ends] = [from && startIn(zone, from), until && startIn(zone, addDays(until, 1))];
    return ({ startsAt, isAllDay }) => {
      if (startsAt === undefined) return false;
      if (isAllDay === true) {
        const on = dayIn('UTC', startsAt);
        return (from === undefined || on >= from) && (until === undefined || on <= until);
      }
      return (starts === undefined || startsAt >= starts) && (ends === undefined || startsAt < ends);
    };
  },
  length:
    ({ min = 0, max = Number.POSITIVE_INFINITY }) =>
    ({ minutes }) =>
      minutes !== undefined && minutes >= min && minutes <= max,
  credits: (wanted, { filters }) => {
    const isStated = statedFor(filters);
    return ({ credits = [] }) => credits.some((stated) => stated.amount >= wanted && isStated(stated));
  },
  certification: (_, { filters }) => hasStated(filters),
  category: (_, { filters }) => hasStated(filters),
  provider: (wanted) => {
    const isWanted = remembered((name) => isNamePart(wanted, name));
    return ({ provider }) => isWanted(provider);
  },
};

const NAMES = [
  ...(['date', 'language', 'kind', 'delivery', 'length', 'price'] as const),
  ...(['place', 'provider', 'credits', 'certification', 'category'] as const),
];

function isOfKind({ kind, format = '', title }: IndexedOpportunity, wanted: KindFilter): boolean {
  const isWorkshop = /workshop|atelier|taller/iu.test(format === '' ? title : format);
  if (wanted === 'workshop') return isWorkshop;
  return kind === wanted && !(wanted === 'course' && isWorkshop && format !== '');
}

function isDelivered({ delivery, startsAt }: IndexedOpportunity, wanted: DeliveryFilter): boolean {
  const isRecorded = delivery === 'online-recorded' || delivery === 'self-paced';
  switch (wanted) {
    case 'online':
      return delivery === 'online-live' || isRecorded;
    case 'in-person':
      return delivery === 'in-person';
    case 'live':
      return startsAt !== undefined && !isRecorded;
    case 'on-demand':
      return isRecorded || (delivery === '' && startsAt === undefined);
  }
}

function hasStated(filters: SearchFilters): (opportunity: IndexedOpportunity) => boolean {
  const isStated = statedFor(filters);
  return ({ credits = [] }) => credits.some(isStated);
}

/** Returns whether stated credits are of the certification and in the category that are wanted; each name is compared once. */
function statedFor({ certification, category }: SearchFilters): (stated: OpportunityCredits) => boolean {
  const names = certification === undefined ? undefined : new Set(namesOf(certification).map(foldedName));
  const isWanted = remembered((name) => names === undefined || names.has(foldedName(name)));
  const isIn = remembered((name) => category === undefined || isNamePart(category, name));
  return (stated) => isWanted(stated.certification) && isIn(stated.category);
}

/** Whether the provider of an opportunity states credits for a certification. */
export function isStatedFor(
  certification: FilteredCertification,
  { credits = [] }: Pick<IndexedOpportunity, 'credits'>,
): boolean {
  return credits.length > 0 && credits.some(statedFor({ certification }));
}

function namesOf({ code, short, name, aliases }: FilteredCertification): readonly string[] {
  return [code, short, name, ...aliases];
}

function foldedName(name: string): string {
  return nameWordsOf(name.replaceAll('+', ' plus')).join('');
}

/** Returns a check that remembers its answers. */
function remembered(check: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return (name) => {
    const answer = answers.get(name) ?? check(name);
    answers.set(name, answer);
    return answer;
  };
}
