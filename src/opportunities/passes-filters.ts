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
  place:
    (wanted) =>
    ({ place = '' }) =>
      place !== '' && isPlaceIn(wanted, place),
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
  credits:
    (wanted, { filters }) =>
    ({ credits = [] }) =>
      credits.some((stated) => stated.amount >= wanted && isStatedFor(stated, filters)),
  certification:
    (_, { filters }) =>
    ({ credits = [] }) =>
      credits.some((stated) => isStatedFor(stated, filters)),
  category:
    (_, { filters }) =>
    ({ credits = [] }) =>
      credits.some((stated) => isStatedFor(stated, filters)),
  provider:
    (wanted) =>
    ({ provider }) =>
      isNamePart(wanted, provider),
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

/** Whether stated credits are of the certification and in the category that are wanted. */
function isStatedFor(stated: OpportunityCredits, { certification, category }: SearchFilters): boolean {
  if (certification !== undefined && !isNameOf(stated.certification, certification)) return false;
  return category === undefined || isNamePart(category, stated.category);
}

/** Whether a provider's name of a certification is one of its names. */
function isNameOf(stated: string, { code, short, name, aliases }: FilteredCertification): boolean {
  const folded = (text: string) => nameWordsOf(text.replaceAll('+', ' plus')).join('');
  return [code, short, name, ...aliases].some((one) => folded(one) === folded(stated));
}
