import { amount, type Basics, lookup } from '../basics.ts';

/** Words for the filters of a search. */
export const filterWords = ({ date, span, minutes, money }: Basics) => ({
  note: 'Press a filter to remove it.',
  remove: (filter: string) => `${filter} ✕`,
  without: (filter: string, count: number) => `Without “${filter}”: ${count}`,
  ignored: (typed: string) => `Not understood as a filter: ${typed}.`,
  nothingLeft: 'The filters leave nothing. Remove one of them:',
  free: 'free',
  paid: 'paid',
  price: (cents: number, currency: string) => `up to ${money(cents, currency)}`,
  languages: lookup({
    en: 'in English',
    de: 'in German',
    fr: 'in French',
    es: 'in Spanish',
    it: 'in Italian',
    pt: 'in Portuguese',
    nl: 'in Dutch',
    pl: 'in Polish',
    ja: 'in Japanese',
  }),
  workshop: 'workshop',
  delivery: { online: 'online', 'in-person': 'in person', live: 'live', 'on-demand': 'on demand' },
  place: (name: string) => `in ${name}`,
  span,
  from: (day: string) => `from ${date(day)}`,
  until: (day: string) => `until ${date(day)}`,
  atMost: (total: number) => `at most ${minutes(total)}`,
  atLeast: (total: number) => `at least ${minutes(total)}`,
  lengths: (min: number, max: number) => `${minutes(min)} – ${minutes(max)}`,
  credits: (credits: number) => `at least ${amount(credits)} ${credits === 100 ? 'credit' : 'credits'}`,
  certification: (short: string) => `for ${short}`,
  provider: (name: string) => `from ${name}`,
  estimated: (short: string) =>
    `No provider states ${short} credits for these. The credits are estimates from the length.`,
});
