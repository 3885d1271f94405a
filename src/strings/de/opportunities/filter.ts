import { type Basics, lookup } from '../../en/basics.ts';
import type { filterWords as Source } from '../../en/opportunities/filter.ts';
import { amount } from '../basics.ts';

/** Words for the filters of a search. */
export const filterWords = ({ date, span, minutes, money }: Basics): ReturnType<typeof Source> => ({
  note: 'Drück auf einen Filter, um ihn zu entfernen.',
  remove: (filter) => `${filter} ✕`,
  without: (filter, count) => `Ohne „${filter}“: ${count}`,
  ignored: (typed) => `Nicht als Filter verstanden: ${typed}.`,
  nothingLeft: 'Mit diesen Filtern bleibt kein Angebot übrig. Entferne einen davon:',
  free: 'kostenlos',
  paid: 'kostenpflichtig',
  price: (cents, currency) => `bis ${money(cents, currency)}`,
  languages: lookup({
    en: 'auf Englisch',
    de: 'auf Deutsch',
    fr: 'auf Französisch',
    es: 'auf Spanisch',
    it: 'auf Italienisch',
    pt: 'auf Portugiesisch',
    nl: 'auf Niederländisch',
    pl: 'auf Polnisch',
    ja: 'auf Japanisch',
  }),
  workshop: 'Workshop',
  delivery: { online: 'online', 'in-person': 'vor Ort', live: 'live', 'on-demand': 'auf Abruf' },
  place: (name) => `in ${name}`,
  span,
  from: (day) => `ab ${date(day)}`,
  until: (day) => `bis ${date(day)}`,
  atMost: (total) => `höchstens ${minutes(total)}`,
  atLeast: (total) => `mindestens ${minutes(total)}`,
  lengths: (min, max) => `${minutes(min)} – ${minutes(max)}`,
  credits: (credits) => `mindestens ${amount(credits)} ${credits === 100 ? 'Punkt' : 'Punkte'}`,
  certification: (short) => `für ${short}`,
  provider: (name) => `von ${name}`,
  estimated: (short) => `Kein Anbieter gibt hierfür Punkte für ${short} an. Die Punkte sind aus der Dauer geschätzt.`,
});
