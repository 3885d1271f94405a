import type { OpportunityCredits } from '../domain/activity-facts.ts';
import { opportunityDay } from '../domain/opportunity-day.ts';
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
  opportunity: IndexedOpportunity,
  wanted: NonNullable<SearchFilters[N]>,
  about: { readonly filters: SearchFilters; readonly when: SearchTime },
) => boolean;

/** Whether an opportunity has each value that the filters want; an unknown value never passes. */
export function passesFilters(opportunity: IndexedOpportunity, filters: SearchFilters, when: SearchTime): boolean {
  const passes = <N extends FilterName>(name: N) => {
    const wanted = filters[name];
    return wanted === undefined || CHECKS[name](opportunity, wanted, { filters, when });
  };
  return NAMES.every(passes);
}

const CHECKS: { readonly [N in FilterName]: Passes<N> } = {
  price: ({ price, isFree }, wanted) => {
    const isForFree = isFree ?? (price === undefined ? undefined : price.amount === 0);
    if (wanted === 'paid') return isForFree === false;
    if (isForFree === true) return true;
    const isCurrency = wanted.currency === '' || price?.currency === wanted.currency;
    return wanted.max > 0 && price !== undefined && isCurrency && price.amount <= wanted.max;
  },
  language: ({ language }, wanted) => language.toLowerCase().split('-')[0] === wanted,
  kind: (opportunity, wanted) => wanted.some((kind) => isOfKind(opportunity, kind)),
  delivery: (opportunity, wanted) => wanted.every((one) => isDelivered(opportunity, one)),
  place: ({ place = '' }, wanted) => place !== '' && isPlaceIn(wanted, place),
  date: (opportunity, { from, until }, { when: { zone } }) => {
    const on = opportunityDay(opportunity, zone);
    return on !== undefined && (from === undefined || on >= from) && (until === undefined || on <= until);
  },
  length: ({ minutes }, { min = 0, max = Number.POSITIVE_INFINITY }) =>
    minutes !== undefined && minutes >= min && minutes <= max,
  credits: ({ credits = [] }, wanted, { filters }) =>
    credits.some((stated) => stated.amount >= wanted && isStatedFor(stated, filters)),
  certification: ({ credits = [] }, _, { filters }) => credits.some((stated) => isStatedFor(stated, filters)),
  category: ({ credits = [] }, _, { filters }) => credits.some((stated) => isStatedFor(stated, filters)),
  provider: ({ provider }, wanted) => isNamePart(wanted, provider),
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
