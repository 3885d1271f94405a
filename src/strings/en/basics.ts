import { decimalOf } from '../../domain/credit.ts';

/** What a cap holds for. */
export const PER_PERIOD = { entry: 'per entry', day: 'per day', year: 'per year', cycle: 'per cycle' } as const;

export type Status = 'met' | 'missed' | 'not-started' | 'behind' | 'ahead' | 'on-track';

export interface Unit {
  readonly one: string;
  readonly many: string;
}

/** A text with bold parts. */
export type Rich = readonly (string | { readonly bold: string })[];

/** Words by a name that comes from elsewhere; every language has those of `K`. */
export type NamedLookup<K extends string> = Readonly<Record<K, string>> & Readonly<Partial<Record<string, string>>>;

/** Types a table of words so that it can be indexed by any string. */
export const lookup = <K extends string>(words: Readonly<Record<K, string>>): NamedLookup<K> => words;

/** A status as a symbol and words, readable without colour. */
export const STATUS: Readonly<Record<Status, string>> = {
  met: '✓ met',
  missed: '✕ missed',
  'not-started': '○ not started',
  behind: '▼ behind',
  ahead: '▲ ahead',
  'on-track': '● on track',
};

/** Where a rule is known from, with the name of the certification body. */
const SOURCE = {
  O: (body: string) => `${body} website`,
  Om: (body: string) => `copy of the ${body} website`,
  C: (body: string) => `${body} affiliate`,
  S: () => 'third party',
  P: (body: string) => `${body} portal`,
  M: () => 'unverified',
};

/** The shared formatting functions: dates, amounts, spans. `locale` decides only how dates are written. */
export function basics(locale: string) {
  const { language, isIso } = localeOf(locale, 'en');
  const dates = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const date = (day: string) => (isIso ? day : dates.format(new Date(`${day}T00:00:00Z`)));
  const days = (n: number) => (n === 1 ? '1 day' : `${n} days`);
  const range = (from: string, until: string) => (from === until ? date(from) : `${date(from)} – ${date(until)}`);
  const offBy = (delta: number) => {
    if (delta === 0) return 'exactly on pace';
    return `${days(Math.abs(delta))} ${delta < 0 ? 'behind' : 'ahead'}`;
  };

  const money = (cents: number, currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
      cents / 100,
    );

  return {
    /** The language of the text, for screen readers. */
    language: 'en' as 'en' | 'de',
    /** Returns a text of the catalogue in this language; a text without a translation, such as a workspace's own rule, as it is. */
    catalogueText: (text: string) => text,
    date,
    /** A moment on the clock of a zone. */
    moment: (instant: Date, zone: string) => writeMoment(language, instant, zone),
    days,
    span: range,
    offBy,
    amount,
    credits: (credits: number, unit: Unit) => `${amount(credits)} ${credits === 100 ? unit.one : unit.many}`,
    status: (status: Status) => STATUS[status],
    /** Where a rule is known from: `Source: ISC2 website`; without a body only the kind of source, `official website`. */
    certainty: (certainty: keyof typeof SOURCE, body?: string): string => {
      if (body === undefined) return SOURCE[certainty]('official');
      return certainty === 'M' ? 'Unverified' : `Source: ${SOURCE[certainty](body)}`;
    },
    /** Of a value whose source is not the body's own page. */
    readInCopy: 'read in a copy',
    list: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items),
    anyOf: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(items),
    minutes,
    /** Cents as money: `$135`. */
    money,
    /** A fee in cents, and what those pay who aren’t members of the body: `$45 (members) or $85 (others)`. */
    fee: (amount: number, others: number | undefined, currency: string) =>
      others === undefined
        ? money(amount, currency)
        : `${money(amount, currency)} (members) or ${money(others, currency)} (others)`,
  };
}

export type Basics = ReturnType<typeof basics>;

/** Returns a moment on the clock of a zone: `Mon, 23 Nov 2026, 14:05 CET`. */
export function writeMoment(language: string, instant: Date, zone: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(instant);
}

/** Returns the date locale, and whether its private part `-x-iso` asks for ISO dates. */
export function localeOf(
  locale: string,
  language: 'en' | 'de',
): { readonly language: string; readonly isIso: boolean } {
  const [spoken = '', own] = locale.split('-x-');
  const fallback = language === 'en' ? 'en-GB' : 'de-DE';
  return { language: spoken.startsWith(language) ? spoken : fallback, isIso: own?.split('-').includes('iso') ?? false };
}

/** Hundredths as people write them: 125 is `1.25`, 6000 is `60`. */
export const amount = decimalOf;

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  if (hours === 0) return `${total} min`;
  return total % 60 === 0 ? `${hours} h` : `${hours} h ${total % 60} min`;
}

/** Writes a whole number with separators: `1,234`. */
export const whole = (n: number): string => n.toLocaleString('en');
