import { it } from 'vitest';
import type { Day } from '../../src/domain/calendar.ts';
import type { RequirementFigures } from '../../src/domain/evaluate.ts';
import { countingExamples } from './known-counting.ts';
import { activity, holding, minimum, same } from './known-holding.ts';
import { oracle } from './oracle.ts';
import { daysIn, plusDays, plusMonths, plusYears } from './oracle-calendar.ts';

type PaceRow = readonly [string, string, string, number, number, number, number, number, number, string, number | null];

/** The table of section 3: window, today, R, C, N, E, P, delta, status, weekly rate. */
const PACE: readonly PaceRow[] = [
  ['2025-01-01', '2027-12-31', '2026-11-23', 120, 6000, 1095, 691, 547, -144, 'behind', 104],
  ['2025-01-01', '2027-12-31', '2026-11-23', 120, 7600, 1095, 691, 693, 2, 'on-track', 77],
  ['2026-01-01', '2026-12-31', '2026-11-23', 20, 1950, 365, 326, 355, 29, 'ahead', 9],
  ['2024-02-29', '2027-02-27', '2024-02-29', 90, 0, 1095, 0, 0, 0, 'on-track', 58],
  ['2023-12-01', '2026-11-30', '2026-11-30', 60, 5975, 1096, 1095, 1091, -4, 'on-track', 175],
  ['2023-12-01', '2026-11-22', '2026-11-23', 60, 5975, 1088, 1088, 1083, -5, 'missed', null],
  ['2027-01-01', '2027-12-31', '2027-01-10', 20, 0, 365, 9, 0, -9, 'on-track', 40],
  ['2025-01-31', '2028-01-30', '2027-07-31', 1, 0, 1095, 911, 0, -911, 'on-track', 4],
  ['2025-01-31', '2028-01-30', '2027-12-30', 1, 0, 1095, 1063, 0, -1063, 'behind', 22],
];

function paceOn([start, end, on, required, counted]: readonly [
  string,
  string,
  string,
  number,
  number,
]): RequirementFigures {
  const parts = [{ category: 'total', credits: counted }];
  const figures = oracle(
    holding(
      { requirements: [minimum('total', required)] },
      {
        cycle: { start: start as Day, end: end as Day },
        on: on as Day,
        activities: counted === 0 ? [] : [activity('one', start, { parts })],
      },
    ),
  );
  const [total] = figures.requirements;
  if (total === undefined) throw new Error('No total');
  return total;
}

function paceExamples(): void {
  for (const [start, end, on, required, counted, ...expected] of PACE) {
    const { N, E, P, delta, status, weeklyRate, binding } = paceOn([start, end, on, required, counted]);
    same(`${start} to ${end} on ${on}`, [N, E, P, delta, status, weeklyRate, binding], [...expected, true]);
  }
  same('20 a year', paceOn(['2027-01-01', '2027-12-31', '2027-01-10', 20, 0]).slack, 19);
  same('120 in three years', paceOn(['2025-01-01', '2027-12-31', '2025-06-01', 120, 0]).slack, 10);
  same('one hour of ethics', paceOn(['2025-01-31', '2028-01-30', '2027-07-31', 1, 0]).slack, 1095);
  same('91 days left', paceOn(['2025-01-31', '2028-01-30', '2027-11-01', 1, 0]).status, 'on-track');
  same('90 days left', paceOn(['2025-01-31', '2028-01-30', '2027-11-02', 1, 0]).status, 'behind');
  same('32 days left', paceOn(['2025-01-31', '2028-01-30', '2027-12-30', 1, 0]).daysLeft, 32);
}

function calendarExamples(): void {
  same('29 Feb and a year', plusYears('2024-02-29' as Day, 1), '2025-02-28');
  same('29 Feb and four years', plusYears('2024-02-29' as Day, 4), '2028-02-29');
  same('31 Jan and a month', plusMonths('2023-01-31' as Day, 1), '2023-02-28');
  same('a month back over a year', plusMonths('2024-01-31' as Day, -2), '2023-11-30');
  same('a day over a year', plusDays('2024-12-31' as Day, 1), '2025-01-01');
  same('days back', plusDays('2024-03-01' as Day, -1), '2024-02-29');
  same('days of a leap year', daysIn('2024-01-01' as Day, '2024-12-31' as Day), 366);
  for (let days = -3000; days <= 3000; days += 1) {
    const day = plusDays('2024-02-29' as Day, days);
    same(`${days} days from a day`, daysIn('2024-02-29' as Day, day), days + 1);
    const shown = new Date(Date.UTC(2024, 1, 29 + days)).toISOString().slice(0, 10);
    same(`${days} days by the system's calendar`, day, shown);
  }
}

it('reckons with days as the calendar does', calendarExamples);
it('has the figures of the worked examples', paceExamples);
it.each(countingExamples().map((example) => [example.name, example] as const))('counts: %s', (_name, example) =>
  example(),
);
