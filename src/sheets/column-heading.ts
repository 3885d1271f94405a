import type { DateOrder } from './cell-dates.ts';

/** The unit of a bare number in a column of lengths. */
export type TimeUnit = 'seconds' | 'minutes' | 'hours';

/** What the heading of a column says beside its name. */
export interface ColumnHeading {
  /** Folded: without case, accents, punctuation and what stands in brackets. */
  readonly name: string;
  /** Folded, with what stands in brackets. */
  readonly full: string;
  /** The order of `Date (MM/DD/YYYY)`. */
  readonly order: DateOrder | undefined;
  readonly unit: TimeUnit | undefined;
  /** The minutes of an hour in `Hours (50 min)`; 60 unless stated. */
  readonly minutesPerHour: number;
}

/** Reads the heading of a column. */
export function readHeading(heading: string): ColumnHeading {
  const text = heading.replace(/\(s\)/giu, 's');
  const full = foldName(text);
  const [, per] = /(?:hours?|hrs?|stunden?|std)\W+(?:of\s+|a\s+|zu\s+|à\s+)?(\d{2})\s*-?\s*min/iu.exec(text) ?? [];
  return {
    name: foldName(text.replace(/[([{][^)\]}]*[)\]}]/gu, ' ')) || full,
    full,
    order: orderOf(text),
    unit: per === undefined ? unitOf(text, full) : 'hours',
    minutesPerHour: per === undefined ? 60 : Number(per),
  };
}

function orderOf(text: string): DateOrder | undefined {
  if (/\bm{1,2}\s*[/.-]\s*d{1,2}\s*[/.-]\s*y/iu.test(text)) return 'month-first';
  return /\b[dtjg]{1,2}\s*[/.-]\s*m{1,2}\s*[/.-]\s*[yja]/iu.test(text) ? 'day-first' : undefined;
}

function unitOf(text: string, full: string): TimeUnit | undefined {
  if (/\bm{1,2}:s{2}\b/iu.test(text)) return 'minutes';
  if (/\b(?:h{1,2}|hours?|hrs?|std|stunden?|heures?|horas?)\s*:\s*m(?:m|in|inutes?|inuten)?\b/iu.test(text))
    return 'hours';
  if (/\bh{1,2}:m{1,2}/iu.test(text)) return 'hours';
  if (/\b(?:min|mins|minutes?|minuten|minutos|minuti)\b/u.test(full)) return 'minutes';
  if (/\b(?:seconds?|secs?|sekunden)\b/u.test(full)) return 'seconds';
  return /\b(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|ore)\b/u.test(full) ? 'hours' : undefined;
}

/** Returns a name without case, accents and punctuation. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('%', ' percent ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
