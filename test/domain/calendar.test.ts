import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  day,
  dayIn,
  daysBetween,
  endOfMonth,
  epochDay,
  isZone,
  parseDay,
  startIn,
} from '../../src/domain/calendar.ts';

describe('days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20261231', '', '1899-12-31', '2026-04-31 ', 'today'])(
    'has no day %j',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it.each`
    from            | years | to
    ${'2024-02-29'} | ${1}  | ${'2025-02-28'}
    ${'2024-02-29'} | ${4}  | ${'2028-02-29'}
    ${'2025-03-31'} | ${1}  | ${'2026-03-31'}
  `('finds $to $years years after $from', ({ from, years, to }) => {
    expect(addYears(day(from), years)).toBe(to);
  });

  it.each`
    from            | months | to
    ${'2026-01-31'} | ${1}   | ${'2026-02-28'}
    ${'2026-03-31'} | ${-1}  | ${'2026-02-28'}
    ${'2025-12-15'} | ${1}   | ${'2026-01-15'}
  `('finds $to $months months from $from', ({ from, months, to }) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('counts over leap days and the change of clocks', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(endOfMonth(2024, 2)).toBe('2024-02-29');
  });

  it.each`
    zone                  | date
    ${'UTC'}              | ${'2026-11-25'}
    ${'Pacific/Auckland'} | ${'2026-11-26'}
    ${'Pacific/Honolulu'} | ${'2026-11-25'}
    ${'America/New_York'} | ${'2026-11-25'}
  `('shows $date in $zone shortly before noon UTC', ({ zone, date }) => {
    expect(dayIn(zone, new Date('2026-11-25T11:59:00Z'))).toBe(date);
  });

  it('shows yesterday west of Greenwich shortly after midnight UTC', () => {
    expect(dayIn('America/New_York', new Date('2026-11-25T00:30:00Z'))).toBe('2026-11-24');
  });
});

describe('integer dates', () => {
  const days = Array.from({ length: 7000 }, (_unused, index) =>
    Temporal.PlainDate.from('1899-12-25').add({ days: index * 16 }),
  );

  it('agree with the calendar of Temporal over three centuries, and beyond the year 9999', () => {
    const differences = days.flatMap((date, index) => {
      const steps = [1 - (index % 800), index % 29, index * 500].flatMap((step) => [
        [addDays(date.toString() as Day, step), date.add({ days: step }).toString()],
        [addMonths(date.toString() as Day, step % 1200), date.add({ months: step % 1200 }).toString()],
      ]);
      const last = date.with({ day: date.daysInMonth });
      const ends = [
        [endOfMonth(date.year, date.month), last.toString()],
        [epochDay(date.toString() as Day), date.since('1970-01-01', { largestUnit: 'days' }).days],
      ];
      return [...steps, ...ends].filter(([ours, theirs]) => ours !== theirs);
    });

    expect(differences).toEqual([]);
  });
});

describe('a zone that the clock knows by an old name', () => {
  const evening = new Date('2026-12-01T05:00:00Z');

  it.each(['US/Pacific-New', 'SystemV/PST8', 'America/Los_Angeles'])('%s has its own day', (zone) => {
    expect(isZone(zone)).toBe(true);
    expect(dayIn(zone, evening)).toBe('2026-11-30');
    expect(startIn(zone, day('2026-11-30'))).toEqual(new Date('2026-11-30T08:00:00Z'));
  });

  it('is told from one that does not exist', () => {
    expect(() => dayIn('Mars/Olympus', evening)).toThrow(RangeError);
  });
});
