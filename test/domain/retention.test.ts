import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { addDays, addMonths, type Day, day } from '../../src/domain/calendar.ts';
import {
  DEFAULT_RETENTION_MONTHS,
  mayBeRemoved,
  type RetainedClaim,
  retainedUntil,
} from '../../src/domain/retention.ts';
import { fc } from '../support/properties.ts';
import { aRenewal, known } from './rules.ts';

/** A claim in a cycle of three years that ends on a day; the body says for how many months, or says nothing. */
function aClaim(end: string | Day, months?: number, start: string = addMonths(day(end), -36)): RetainedClaim {
  const upkeep = { fees: [], ...(months === undefined ? {} : { retention: known(months) }) };
  return {
    certification: { renewal: aRenewal(), upkeep },
    cycle: { cycle: { start: day(start), end: day(end) } },
    ended: day(end),
  };
}

function claimFor(code: string, start: string, end: string, ended: string, periods = {}): RetainedClaim {
  const certification = loadCatalogue().get(code);
  if (certification === undefined) throw new Error(`${code} is missing.`);
  return { certification, cycle: { cycle: { start: day(start), end: day(end) }, periods }, ended: day(ended) };
}

describe('a record is kept', () => {
  it.each`
    end             | months       | last
    ${'2027-12-31'} | ${12}        | ${'2028-12-31'}
    ${'2027-12-31'} | ${18}        | ${'2029-06-30'}
    ${'2027-12-31'} | ${2}         | ${'2028-02-29'}
    ${'2026-12-31'} | ${2}         | ${'2027-02-28'}
    ${'2027-08-31'} | ${18}        | ${'2029-02-28'}
    ${'2024-02-29'} | ${12}        | ${'2025-02-28'}
    ${'2024-02-29'} | ${48}        | ${'2028-02-29'}
    ${'2027-02-28'} | ${12}        | ${'2028-02-28'}
    ${'2027-01-30'} | ${1}         | ${'2027-02-28'}
    ${'2027-03-31'} | ${undefined} | ${'2028-03-31'}
  `('until $last where the cycle ends on $end and the body says $months months', ({ end, months, last }) => {
    const claims = [aClaim(end, months)];

    expect(retainedUntil(claims)).toBe(last);
    expect(mayBeRemoved(claims, day(last))).toBe(false);
    expect(mayBeRemoved(claims, addDays(day(last), 1))).toBe(true);
  });

  it('until the latest of the days of everything it counts for', () => {
    const claims = [aClaim('2027-12-31', 12), aClaim('2027-06-30', 36), aClaim('2028-01-31')];

    expect(retainedUntil(claims)).toBe('2030-06-30');
    expect(retainedUntil([...claims].reverse())).toBe('2030-06-30');
  });

  it('not at all where it counts for nothing', () => {
    expect(retainedUntil([])).toBeUndefined();
    expect(mayBeRemoved([], day('2026-11-25'))).toBe(true);
  });

  it('for the months in force on the last day of the cycle', () => {
    const before = { ...known(12), until: day('2026-12-31') };
    const since = { ...known(18), from: day('2027-01-01') };
    const until = (end: string) => {
      const claim = aClaim(end);
      return retainedUntil([
        { ...claim, certification: { ...claim.certification, upkeep: { fees: [], retention: [before, since] } } },
      ]);
    };

    expect(until('2026-12-31')).toBe('2027-12-31');
    expect(until('2027-01-01')).toBe('2028-07-01');
  });

  it.each`
    code               | start           | end             | ended           | last            | why
    ${'cissp'}         | ${'2025-01-01'} | ${'2027-12-31'} | ${'2025-02-01'} | ${'2028-12-31'} | ${'12 months after the cycle'}
    ${'cissp'}         | ${'2025-01-01'} | ${'2027-12-31'} | ${'2028-02-01'} | ${'2028-12-31'} | ${'also what was earned in the grace'}
    ${'pmp'}           | ${'2025-06-30'} | ${'2028-06-30'} | ${'2026-02-01'} | ${'2029-12-30'} | ${'18 months after the cycle'}
    ${'cfe'}           | ${'2026-04-01'} | ${'2027-03-31'} | ${'2026-05-01'} | ${'2030-03-31'} | ${'three years after the cycle'}
    ${'security-plus'} | ${'2025-01-01'} | ${'2027-12-31'} | ${'2025-02-01'} | ${'2028-12-31'} | ${'a year, for nobody says'}
    ${'cpa-texas'}     | ${'2023-07-01'} | ${'2026-06-30'} | ${'2024-06-30'} | ${'2028-06-30'} | ${'it counts in this rolling cycle for the last time'}
    ${'cpa-texas'}     | ${'2023-07-01'} | ${'2026-06-30'} | ${'2024-07-01'} | ${'2029-06-30'} | ${'it counts in the next rolling cycle too'}
    ${'cpa-texas'}     | ${'2023-07-01'} | ${'2026-06-30'} | ${'2026-06-30'} | ${'2030-06-30'} | ${'it counts in two more: five reporting periods in all'}
  `('until $last for $code, done on $ended: $why', ({ code, start, end, ended, last }) => {
    expect(retainedUntil([claimFor(code, start, end, ended)])).toBe(last);
  });

  it('as long as it counts in a period that is longer than the cycle', () => {
    const periods = { 'regulatory-review': day('2031-05-31') };
    const until = (ended: string) =>
      retainedUntil([claimFor('cpa-california', '2025-06-01', '2027-05-31', ended, periods)]);

    expect(until('2025-06-01')).toBe('2035-05-31');
    expect(until('2025-05-31')).toBe('2031-05-31');
  });

  it('to the very day, as counting days one by one finds', () => {
    const end = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2010-01-01'), days));
    fc.assert(
      fc.property(end, fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }), (last, months) => {
        const claims = [aClaim(last, months)];
        const counted = countDays(last, months ?? DEFAULT_RETENTION_MONTHS);
        expect(retainedUntil(claims)).toBe(counted);
        expect(mayBeRemoved(claims, counted)).toBe(false);
        expect(mayBeRemoved(claims, addDays(counted, 1))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Walks on day by day until so many months have begun, and stops on the same date or on the last one of the month. */
function countDays(from: Day, months: number): Day {
  const at = new Date(`${from}T00:00:00Z`);
  const query = at.getUTCDate();
  let begun = 0;
  for (;;) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (at.getUTCDate() === 1) begun += 1;
    const tomorrow = new Date(at.getTime() + 86_400_000).getUTCDate();
    if (begun === months && (at.getUTCDate() === query || tomorrow === 1)) return day(at.toISOString().slice(0, 10));
  }
}
