import type { Day } from '../../domain/calendar.ts';
import { dayIn } from '../../domain/calendar.ts';
import { type DateOrder, dateSides, isEitherOrder, parseCellDate, parseInstant } from '../../sheets/cell-dates.ts';
import { parseDate, parseDays } from '../parse-date.ts';

/** How the dates of a table are read. `unclear`: no cell shows the order of day and month; `mixed`: cells show both. */
export interface DayReading {
  readonly order: DateOrder | 'unclear' | 'mixed';
  readonly today: Day;
  /** The time zone of the person, in which an instant is a day. */
  readonly zone: string;
}

/** The days of a row as the log form has them; `isEither` if day and month can't be told apart. */
export interface RowDays {
  readonly start: string;
  readonly end: string;
  readonly isEither: boolean;
}

/** Reads the days of a row. A cell may hold the first and the last day; the column of last days wins. */
export function readRowDays(first: string, last: string, reading: DayReading): RowDays {
  const isEither = hasNoOrder(reading) && [first, last].some(isEitherOrder);
  const start = readCell(first === '' ? last : first, reading);
  const end = last === '' ? start : readCell(last, reading);
  return { start: start.start, end: end.end === start.start ? '' : end.end, isEither };
}

function hasNoOrder({ order }: DayReading): boolean {
  return order === 'unclear' || order === 'mixed';
}

function readCell(typed: string, reading: DayReading): { readonly start: string; readonly end: string } {
  const instant = parseInstant(typed);
  if (instant !== undefined) {
    const on = dayIn(reading.zone, instant);
    return { start: on, end: on };
  }
  const order = orderFor(typed, reading);
  const context = { today: reading.today, locale: order === 'month-first' ? 'en-US' : 'de-DE' };
  const [start, end] = dateSides(typed).map((side) => parseCellDate(side, order) ?? parseDate(side, context));
  if (start !== undefined && end !== undefined) return { start, end };
  const one = parseCellDate(typed, order);
  return one === undefined ? (parseDays(typed, context) ?? { start: typed, end: typed }) : { start: one, end: one };
}

/** Where both orders occur, a cell that can be read in one way only is read in that way. */
function orderFor(typed: string, { order }: DayReading): DateOrder {
  if (order === 'day-first' || order === 'month-first') return order;
  const [, second = ''] = /^\D*\d{1,2}[/-](\d{1,2})[/-]/u.exec(typed.trim()) ?? [];
  return Number(second) > 12 ? 'month-first' : 'day-first';
}
