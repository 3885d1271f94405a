import { decimalOf } from '../../domain/credit.ts';
import { type Basics, localeOf, type Status, type Unit, writeMoment } from '../en/basics.ts';
import catalogueTexts from './catalogue-texts.json' with { type: 'json' };

const CATALOGUE_TEXTS: ReadonlyMap<string, string> = new Map(Object.entries(catalogueTexts));

/** What a cap holds for. */
export const PER_PERIOD = { entry: 'pro Eintrag', day: 'pro Tag', year: 'pro Jahr', cycle: 'pro Zyklus' } as const;

/** A status as a symbol and words, readable without colour. */
export const STATUS: Readonly<Record<Status, string>> = {
  met: '✓ erfüllt',
  missed: '✕ verfehlt',
  'not-started': '○ noch nicht begonnen',
  behind: '▼ im Rückstand',
  ahead: '▲ mit Vorsprung',
  'on-track': '● im Plan',
};

const CERTAINTY = {
  O: 'offizielle Website',
  Om: 'Kopie der offiziellen Website',
  C: 'Partnerorganisation der Zertifizierungsstelle',
  S: 'Sekundärquelle',
  P: 'Portal der Zertifizierungsstelle',
  M: 'nicht verifiziert',
};

/** The shared formatting functions: dates, amounts, spans. `locale` decides only how dates are written. */
export function basics(locale: string): Basics {
  const { language, isIso } = localeOf(locale, 'de');
  const dates = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const date = (day: string) => (isIso ? day : dates.format(new Date(`${day}T00:00:00Z`)));
  const days = (n: number) => (n === 1 ? '1 Tag' : `${whole(n)} Tage`);
  const range = (from: string, until: string) => (from === until ? date(from) : `${date(from)} – ${date(until)}`);
  const offBy = (delta: number) => {
    if (delta === 0) return 'genau im Plan';
    return `${days(Math.abs(delta))} ${delta < 0 ? 'im Rückstand' : 'Vorsprung'}`;
  };

  const money = (cents: number, currency: string) =>
    new Intl.NumberFormat('de', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
      cents / 100,
    );

  return {
    language: 'de',
    catalogueText: (text) => CATALOGUE_TEXTS.get(text) ?? text,
    date,
    moment: (instant: Date, zone: string) => writeMoment(language, instant, zone),
    days,
    span: range,
    offBy,
    amount,
    credits: (credits, unit) => `${amount(credits)} ${credits === 100 ? oneOf(unit) : manyOf(unit)}`,
    status: (status) => STATUS[status],
    certainty: (certainty, body) => {
      if (body === undefined) return CERTAINTY[certainty];
      return certainty === 'M' ? 'Nicht verifiziert' : `Quelle: ${CERTAINTY[certainty]}`;
    },
    readInCopy: 'in einer Kopie gelesen',
    list: (items) => new Intl.ListFormat('de', { type: 'conjunction' }).format(items),
    anyOf: (items) => new Intl.ListFormat('de', { type: 'disjunction' }).format(items),
    minutes,
    money,
    fee: (amount, others, currency) =>
      others === undefined
        ? money(amount, currency)
        : `${money(amount, currency)} (Mitglieder) oder ${money(others, currency)} (andere)`,
  };
}

/** One of a unit of credits: `CPE-Stunde`. */
export const oneOf = ({ one }: Unit): string => CATALOGUE_TEXTS.get(one) ?? one;

/** Several of a unit of credits: `CPE-Stunden`. */
export const manyOf = ({ many }: Unit): string => CATALOGUE_TEXTS.get(many) ?? many;

/** Several of a unit behind a preposition: 3 von 20 `CPD-Punkten`. */
export const ofMany = (unit: Unit): string => dative(manyOf(unit));

/** An amount of credits behind a preposition: von 20 `CPD-Punkten`. */
export const dative = (credits: string): string => credits.replace(/e$/u, 'en');

/** Days as they stand behind a preposition: in 3 Tagen. */
export const ofDays = (n: number): string => (n === 1 ? 'einem Tag' : `${whole(n)} Tagen`);

/** A whole number with the German thousands separator: 1095 is `1.095`. */
export const whole = (n: number): string => n.toLocaleString('de');

/** Hundredths as people write them: 125 is `1,25`, 6000 is `60`. */
export const amount = (hundredths: number): string => decimalOf(hundredths).replace('.', ',');

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  if (hours === 0) return `${total} Min.`;
  return total % 60 === 0 ? `${hours} Std.` : `${hours} Std. ${total % 60} Min.`;
}
