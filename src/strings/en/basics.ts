export type Status = 'met' | 'missed' | 'not-started' | 'behind' | 'ahead' | 'on-track';

export interface Unit {
  readonly one: string;
  readonly many: string;
}

/** A status in one sign and words, so that no colour is needed to read it. */
export const STATUS: Readonly<Record<Status, string>> = {
  met: '✓ met',
  missed: '✕ missed',
  'not-started': '○ not started',
  behind: '▼ behind',
  ahead: '▲ ahead',
  'on-track': '● on track',
};

const CERTAINTY = {
  O: 'read on the body’s own page',
  Om: 'read in a copy of the official page',
  C: 'from a chapter of the body',
  S: 'from a secondary source',
  P: 'seen in the body’s portal',
  M: 'unverified',
} as const;

/** What every part of the words uses: dates, amounts, spans. `locale` decides only how dates are written. */
export function basics(locale: string) {
  const dates = new Intl.DateTimeFormat(locale.startsWith('en') ? locale : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const date = (day: string) => dates.format(new Date(`${day}T00:00:00Z`));
  const days = (n: number) => (n === 1 ? '1 day' : `${n} days`);
  const span = (from: string, until: string) => (from === until ? date(from) : `${date(from)} – ${date(until)}`);
  const offBy = (delta: number) => {
    if (delta === 0) return 'exactly on pace';
    return `${days(Math.abs(delta))} ${delta < 0 ? 'behind' : 'ahead'}`;
  };

  return {
    date,
    /** A moment on the clock of a zone. */
    moment: (instant: Date, zone: string) =>
      new Intl.DateTimeFormat(locale.startsWith('en') ? locale : 'en-GB', {
        timeZone: zone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      }).format(instant),
    days,
    span,
    offBy,
    amount,
    credits: (credits: number, unit: Unit) => `${amount(credits)} ${credits === 100 ? unit.one : unit.many}`,
    status: (status: Status) => STATUS[status],
    certainty: (certainty: keyof typeof CERTAINTY) => CERTAINTY[certainty],
    list: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items),
    anyOf: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(items),
    minutes,
    /** Cents as money: `$135`. */
    money: (cents: number, currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
        cents / 100,
      ),
  };
}

export type Basics = ReturnType<typeof basics>;

/** Hundredths as people write them: 125 is `1.25`, 6000 is `60`. */
export function amount(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = String(Math.abs(hundredths % 100))
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  if (hours === 0) return `${total} min`;
  return total % 60 === 0 ? `${hours} h` : `${hours} h ${total % 60} min`;
}
