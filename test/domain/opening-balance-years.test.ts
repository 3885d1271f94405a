import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { statedCredits } from '../../src/domain/opening-balance-credits.ts';
import { openingYears } from '../../src/domain/opening-balance-years.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const cycle = { cycle: { start: day('2024-01-01'), end: day('2026-12-31') } };
const yearly = aRenewal({ yearly: [{ amount: known(2000), severity: 'hard' }] });
const suggested = aRenewal({ yearly: [{ amount: known(2000), severity: 'suggested' }] });
const total = (credits: number) => [{ category: 'total', credits }];

describe('the years that are asked about', () => {
  it.each`
    rules                      | renewal      | today           | asked
    ${'hard minimums'}         | ${yearly}    | ${'2026-11-29'} | ${['2024-12-31', '2025-12-31', '2026-11-29']}
    ${'hard minimums, year 1'} | ${yearly}    | ${'2024-03-01'} | ${['2024-03-01']}
    ${'recommendations'}       | ${suggested} | ${'2026-11-29'} | ${['2026-11-29']}
    ${'hard minimums, before'} | ${yearly}    | ${'2023-12-31'} | ${[]}
    ${'hard minimums, after'}  | ${yearly}    | ${'2027-01-15'} | ${['2024-12-31', '2025-12-31', '2026-12-31']}
  `('are $asked with $rules on $today', ({ renewal, today, asked }) => {
    expect(openingYears({ renewal, cycle }, day(today)).map(({ days }) => days.end)).toEqual(asked);
  });

  it('include those with a statement', () => {
    const openings = [{ on: day('2024-06-30'), parts: total(1000) }];

    const years = openingYears({ renewal: suggested, cycle, openings }, day('2026-11-29'));

    expect(years.map(({ year, stated }) => [year, stated?.on])).toEqual([
      [1, '2024-06-30'],
      [3, undefined],
    ]);
  });
});

it('tells what was stated, what records took the place of, and what counts', () => {
  const openings = [{ on: day('2026-06-30'), parts: total(1500) }];
  const entries = [anEntry({ end: '2026-06-10', parts: total(600) })];
  const standing = creditStanding({ renewal: yearly, cycle, entries, openings }, day('2026-11-29'), 7);

  expect(statedCredits(standing.counted)).toEqual({ stated: 1500, covered: 600, counted: 900 });
});
