import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { nextCycle, proposeCycle, yearIndexOf, yearsOf } from '../../src/domain/cycle.ts';
import type { Anchor, FixedDay } from '../../src/domain/cycle-rule.ts';
import { known } from './rules.ts';

const rule = (anchor: Anchor, months: number, kind: 'credits' | 'exam' = 'credits') => ({
  kind,
  cycle: { anchor: known(anchor), months: known(months) },
});
const optional = (text: string | undefined) => (text === undefined ? undefined : day(text));

describe('the proposed cycle', () => {
  it.each`
    anchor                  | months | start           | expiry          | today           | from            | until
    ${'certified'}          | ${36}  | ${'2025-01-01'} | ${undefined}    | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'certified'}          | ${36}  | ${'2024-02-29'} | ${undefined}    | ${'2024-03-01'} | ${'2024-02-29'} | ${'2027-02-27'}
    ${'certified'}          | ${36}  | ${'2015-05-01'} | ${undefined}    | ${'2026-11-23'} | ${'2024-05-01'} | ${'2027-04-30'}
    ${'certified'}          | ${36}  | ${'2023-05-01'} | ${undefined}    | ${'2026-04-30'} | ${'2023-05-01'} | ${'2026-04-30'}
    ${'certified'}          | ${36}  | ${'2023-05-01'} | ${undefined}    | ${'2026-05-01'} | ${'2026-05-01'} | ${'2029-04-30'}
    ${'certified'}          | ${36}  | ${undefined}    | ${'2027-12-31'} | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'certified'}          | ${36}  | ${'2023-12-01'} | ${'2026-11-22'} | ${'2026-11-23'} | ${'2023-12-01'} | ${'2026-11-22'}
    ${'certified'}          | ${36}  | ${'2016-12-01'} | ${'2026-11-30'} | ${'2026-11-23'} | ${'2023-12-01'} | ${'2026-11-30'}
    ${'certified'}          | ${48}  | ${'2023-06-10'} | ${undefined}    | ${'2026-11-23'} | ${'2023-06-10'} | ${'2027-06-09'}
    ${'certified-same-day'} | ${36}  | ${'2024-05-01'} | ${undefined}    | ${'2026-11-23'} | ${'2024-05-01'} | ${'2027-05-01'}
    ${'certified-same-day'} | ${36}  | ${'2021-05-01'} | ${undefined}    | ${'2026-11-23'} | ${'2024-05-02'} | ${'2027-05-01'}
    ${'certified-same-day'} | ${36}  | ${undefined}    | ${'2027-05-01'} | ${'2026-11-23'} | ${'2024-05-01'} | ${'2027-05-01'}
    ${'certified-same-day'} | ${36}  | ${'2020-12-15'} | ${'2026-12-15'} | ${'2026-11-23'} | ${'2023-12-16'} | ${'2026-12-15'}
    ${'certified-same-day'} | ${36}  | ${'2023-12-15'} | ${'2026-12-15'} | ${'2026-11-23'} | ${'2023-12-15'} | ${'2026-12-15'}
    ${'certified'}          | ${12}  | ${'2025-01-10'} | ${'2026-12-20'} | ${'2026-11-23'} | ${'2025-12-21'} | ${'2026-12-20'}
    ${'january'}            | ${36}  | ${'2024-06-15'} | ${undefined}    | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'january'}            | ${36}  | ${'2024-01-01'} | ${undefined}    | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'january'}            | ${36}  | ${'2026-06-15'} | ${undefined}    | ${'2026-11-23'} | ${'2027-01-01'} | ${'2029-12-31'}
    ${'january'}            | ${36}  | ${'2024-06-15'} | ${'2027-12-31'} | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'birth-month'}        | ${36}  | ${'2024-06-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${'2024-06-01'} | ${'2027-12-31'}
    ${'birth-month'}        | ${36}  | ${undefined}    | ${'2027-12-31'} | ${'2026-11-23'} | ${'2025-01-01'} | ${'2027-12-31'}
    ${'anniversary-month'}  | ${12}  | ${'2024-05-10'} | ${undefined}    | ${'2026-11-23'} | ${'2026-06-01'} | ${'2027-05-31'}
    ${'anniversary-month'}  | ${12}  | ${'2024-02-10'} | ${undefined}    | ${'2024-03-01'} | ${'2024-03-01'} | ${'2025-02-28'}
  `(
    'of $anchor from $start, printed $expiry, is $from – $until on $today',
    ({ anchor, months, start, expiry, today, from, until }) => {
      const dates = { start: optional(start), expiry: optional(expiry) };

      expect(proposeCycle(rule(anchor, months), dates, day(today))).toEqual({ start: from, end: until });
    },
  );

  it('of what an exam renews is never taken as renewed', () => {
    const renewal = rule('certified', 36, 'exam');

    expect(proposeCycle(renewal, { start: day('2020-01-01') }, day('2026-11-23'))?.end).toBe('2022-12-31');
    expect(proposeCycle(renewal, { expiry: day('2028-12-31') }, day('2026-11-23'))?.end).toBe('2028-12-31');
  });

  it('of a birth month is unknown without the printed date', () => {
    expect(proposeCycle(rule('birth-month', 36), { start: day('2024-06-01') }, day('2026-11-23'))).toBeUndefined();
  });

  it('is unknown without any date', () => {
    expect(proposeCycle(rule('certified', 36), {}, day('2026-11-23'))).toBeUndefined();
  });

  it('renewed at a birth month ends on the last day of that month again', () => {
    const cycle = { start: day('2021-03-01'), end: day('2024-02-29') };

    expect(nextCycle(cycle, rule('birth-month', 36).cycle, 36)).toEqual({ start: '2024-03-01', end: '2027-02-28' });
  });
});

describe('a cycle that ends on a fixed day', () => {
  const fixed = (months: number, fixedDay: FixedDay) => ({
    kind: 'credits' as const,
    cycle: { anchor: known('fixed-day' as const), months: known(months), fixedDay: known(fixedDay) },
  });
  const june = { ends: '06-30' };
  const odd = { ends: '06-30', year: 2001 };
  const rolling = { ends: '12-31', rolling: true } as const;

  it.each`
    months | rule                             | start           | expiry          | today           | from            | until           | why
    ${12}  | ${june}                          | ${'2026-03-10'} | ${undefined}    | ${'2026-04-01'} | ${'2026-03-10'} | ${'2026-06-30'} | ${'the first, to the next such day'}
    ${12}  | ${june}                          | ${'2026-06-29'} | ${undefined}    | ${'2026-06-29'} | ${'2026-06-29'} | ${'2026-06-30'} | ${'the first, of two days'}
    ${12}  | ${june}                          | ${'2026-06-30'} | ${undefined}    | ${'2026-06-30'} | ${'2026-06-30'} | ${'2027-06-30'} | ${'the first, from such a day to the later one'}
    ${12}  | ${june}                          | ${'2026-07-01'} | ${undefined}    | ${'2026-07-01'} | ${'2026-07-01'} | ${'2027-06-30'} | ${'the first, a whole year'}
    ${12}  | ${june}                          | ${'2024-03-10'} | ${undefined}    | ${'2026-11-23'} | ${'2026-07-01'} | ${'2027-06-30'} | ${'a later one'}
    ${12}  | ${june}                          | ${'2024-03-10'} | ${undefined}    | ${'2026-06-30'} | ${'2025-07-01'} | ${'2026-06-30'} | ${'on its last day'}
    ${24}  | ${odd}                           | ${'2026-03-10'} | ${undefined}    | ${'2026-04-01'} | ${'2026-03-10'} | ${'2027-06-30'} | ${'in odd years'}
    ${24}  | ${odd}                           | ${'2025-07-01'} | ${undefined}    | ${'2026-04-01'} | ${'2025-07-01'} | ${'2027-06-30'} | ${'in odd years, a whole one'}
    ${24}  | ${odd}                           | ${'2025-06-30'} | ${undefined}    | ${'2026-04-01'} | ${'2025-06-30'} | ${'2027-06-30'} | ${'in odd years, a day more'}
    ${24}  | ${odd}                           | ${'2020-03-10'} | ${undefined}    | ${'2026-04-01'} | ${'2025-07-01'} | ${'2027-06-30'} | ${'in odd years, a later one'}
    ${24}  | ${{ ends: '06-30', year: 2030 }} | ${'2026-07-01'} | ${undefined}    | ${'2026-08-01'} | ${'2026-07-01'} | ${'2028-06-30'} | ${'in the years of one still to come'}
    ${36}  | ${{ ends: '12-31', year: 2025 }} | ${'2026-01-01'} | ${undefined}    | ${'2026-08-01'} | ${'2026-01-01'} | ${'2028-12-31'} | ${'every third year'}
    ${24}  | ${june}                          | ${undefined}    | ${'2027-06-30'} | ${'2026-08-01'} | ${'2025-07-01'} | ${'2027-06-30'} | ${'in the years of the printed date'}
    ${24}  | ${june}                          | ${'2026-03-10'} | ${'2027-06-30'} | ${'2026-08-01'} | ${'2026-03-10'} | ${'2027-06-30'} | ${'the first, in the years of the printed date'}
    ${36}  | ${rolling}                       | ${undefined}    | ${'2026-12-31'} | ${'2026-08-01'} | ${'2024-01-01'} | ${'2026-12-31'} | ${'the last three years, anew every year'}
    ${36}  | ${rolling}                       | ${'2026-03-10'} | ${undefined}    | ${'2026-08-01'} | ${'2026-03-10'} | ${'2026-12-31'} | ${'the first of a rolling one'}
  `('is $from – $until from $start: $why', ({ months, rule: day1, start, expiry, today, from, until }) => {
    const dates = { start: optional(start), expiry: optional(expiry) };

    expect(proposeCycle(fixed(months, day1), dates, day(today))).toEqual({ start: from, end: until });
  });

  it('is not known from the certification date alone where only the holder knows its years', () => {
    expect(proposeCycle(fixed(24, june), { start: day('2026-03-10') }, day('2026-04-01'))).toBeUndefined();
    expect(proposeCycle(fixed(18, odd), { start: day('2026-03-10') }, day('2026-04-01'))).toBeUndefined();
  });

  it.each`
    months | rule       | cycle                           | next
    ${12}  | ${june}    | ${['2026-03-10', '2026-06-30']} | ${['2026-07-01', '2027-06-30']}
    ${24}  | ${odd}     | ${['2026-03-10', '2027-06-30']} | ${['2027-07-01', '2029-06-30']}
    ${36}  | ${rolling} | ${['2024-01-01', '2026-12-31']} | ${['2025-01-01', '2027-12-31']}
    ${36}  | ${rolling} | ${['2026-03-10', '2026-12-31']} | ${['2025-01-01', '2027-12-31']}
  `('of $months months is followed by $next', ({ months, rule: day1, cycle, next }) => {
    const [start, end] = cycle.map(day);

    expect(nextCycle({ start, end }, fixed(months, day1).cycle, months)).toEqual({ start: next[0], end: next[1] });
  });

  it('has years that end on that day, a first part among them', () => {
    expect(yearsOf({ start: day('2026-03-10'), end: day('2028-06-30') }, 'fixed-day')).toEqual([
      { start: '2026-03-10', end: '2026-06-30', whole: false },
      { start: '2026-07-01', end: '2027-06-30', whole: true },
      { start: '2027-07-01', end: '2028-06-30', whole: true },
    ]);
    expect(
      yearsOf({ start: day('2026-07-01'), end: day('2028-06-30') }, 'fixed-day').map(({ whole }) => whole),
    ).toEqual([true, true]);
    expect(yearsOf({ start: day('2027-06-30'), end: day('2028-06-30') }, 'fixed-day')).toMatchObject([
      { start: '2027-06-30', end: '2027-06-30', whole: false },
      { start: '2027-07-01', end: '2028-06-30', whole: true },
    ]);
  });
});

describe('the years of a cycle', () => {
  it('run from anniversary to anniversary, also over a leap day', () => {
    expect(yearsOf({ start: day('2024-02-29'), end: day('2027-02-27') })).toEqual([
      { start: '2024-02-29', end: '2025-02-27', whole: true },
      { start: '2025-02-28', end: '2026-02-27', whole: true },
      { start: '2026-02-28', end: '2027-02-27', whole: true },
    ]);
  });

  it('end with a part of a year that is not whole', () => {
    const years = yearsOf({ start: day('2024-06-01'), end: day('2026-12-31') });

    expect(years.map(({ whole }) => whole)).toEqual([true, true, false]);
    expect(years[2]).toMatchObject({ start: '2026-06-01', end: '2026-12-31' });
  });

  it('end with a part of one day where a cycle keeps the day on which the next begins', () => {
    const years = yearsOf({ start: day('2024-05-01'), end: day('2027-05-01') });

    expect(years.map(({ end, whole }) => [end, whole])).toEqual([
      ['2025-04-30', true],
      ['2026-04-30', true],
      ['2027-04-30', true],
      ['2027-05-01', false],
    ]);
  });

  it.each`
    date            | year
    ${'2024-12-31'} | ${0}
    ${'2025-01-01'} | ${0}
    ${'2025-12-31'} | ${0}
    ${'2026-01-01'} | ${1}
    ${'2027-12-31'} | ${2}
    ${'2028-02-01'} | ${2}
  `('take $date into year $year', ({ date, year }) => {
    const years = yearsOf({ start: day('2025-01-01'), end: day('2027-12-31') });

    expect(yearIndexOf(years, day(date))).toBe(year);
  });
});

it('takes both dates as they are given where the rule is not known, and asks for both', () => {
  const dates = { start: day('2026-01-01'), expiry: day('2026-12-31') };
  const unknown = { kind: 'credits', cycle: { months: known(12) } } as const;

  expect(proposeCycle(unknown, dates, day('2026-11-23'))).toEqual({ start: dates.start, end: dates.expiry });
  expect(proposeCycle(unknown, { start: dates.start }, day('2026-11-23'))).toBeUndefined();
});

it('looks back over fewer months at the first checks of a rolling cycle', () => {
  const totals = known([{ credits: 0 }, { credits: 0 }, { credits: 2000, months: 12 }]);
  const texas = { ...rule('rolling', 36), newHolder: { totals } };

  expect(proposeCycle(texas, { start: day('2024-05-10'), expiry: day('2026-08-31') }, day('2026-01-01'))).toEqual({
    start: '2025-09-01',
    end: '2026-08-31',
  });
  expect(nextCycle({ start: day('2024-09-01'), end: day('2027-08-31') }, texas.cycle, 36)).toEqual({
    start: '2025-09-01',
    end: '2028-08-31',
  });
});

it.each`
  certified       | today           | from            | until
  ${'2026-05-10'} | ${'2026-11-29'} | ${'2026-05-10'} | ${'2027-12-31'}
  ${'2026-12-31'} | ${'2027-01-05'} | ${'2026-12-31'} | ${'2027-12-31'}
  ${'2022-03-01'} | ${'2026-11-29'} | ${'2024-01-01'} | ${'2026-12-31'}
`('a first cycle with a length of its own ends after it: $certified on $today', ({ certified, today, from, until }) => {
  const ohio = loadCatalogue().get('cpa-ohio')?.renewal;
  if (ohio?.kind !== 'credits') throw new Error('CPA (Ohio) is renewed by credits.');

  expect(proposeCycle(ohio, { start: day(certified) }, day(today))).toEqual({ start: from, end: until });
});
