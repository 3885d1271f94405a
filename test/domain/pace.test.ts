import { describe, expect, it } from 'vitest';
import { addDays, day, lengthOf } from '../../src/domain/calendar.ts';
import { countCredits } from '../../src/domain/count-credits.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { dueToday, type Pace, paceOf } from '../../src/domain/pace.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { requirementsOf } from '../../src/domain/requirement.ts';
import { fc } from '../support/properties.ts';
import { anEntry, aRenewal, aRequirement, counted } from './rules.ts';

const sourced = { certainty: 'O', sources: [] } as const;

describe('the pace of one requirement', () => {
  // The worked examples of the formula, in hundredths.
  it.each`
    start           | end             | today           | required | credits | N       | E       | P       | delta    | status        | rate
    ${'2025-01-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${12000} | ${6000} | ${1095} | ${691}  | ${547}  | ${-144}  | ${'behind'}   | ${104}
    ${'2025-01-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${12000} | ${7600} | ${1095} | ${691}  | ${693}  | ${2}     | ${'on-track'} | ${77}
    ${'2026-01-01'} | ${'2026-12-31'} | ${'2026-11-23'} | ${2000}  | ${1950} | ${365}  | ${326}  | ${355}  | ${29}    | ${'ahead'}    | ${9}
    ${'2024-02-29'} | ${'2027-02-27'} | ${'2024-02-29'} | ${9000}  | ${0}    | ${1095} | ${0}    | ${0}    | ${0}     | ${'on-track'} | ${58}
    ${'2023-12-01'} | ${'2026-11-30'} | ${'2026-11-30'} | ${6000}  | ${5975} | ${1096} | ${1095} | ${1091} | ${-4}    | ${'on-track'} | ${175}
    ${'2023-12-01'} | ${'2026-11-22'} | ${'2026-11-23'} | ${6000}  | ${5975} | ${1088} | ${1088} | ${1083} | ${-5}    | ${'missed'}   | ${undefined}
    ${'2027-01-01'} | ${'2027-12-31'} | ${'2027-01-10'} | ${2000}  | ${0}    | ${365}  | ${9}    | ${0}    | ${-9}    | ${'on-track'} | ${40}
    ${'2025-01-31'} | ${'2028-01-30'} | ${'2027-07-31'} | ${100}   | ${0}    | ${1095} | ${911}  | ${0}    | ${-911}  | ${'on-track'} | ${4}
    ${'2025-01-31'} | ${'2028-01-30'} | ${'2027-12-30'} | ${100}   | ${0}    | ${1095} | ${1063} | ${0}    | ${-1063} | ${'behind'}   | ${22}
  `('is $delta days and $status on $today for $credits of $required', (row) => {
    const requirement = aRequirement({ start: row.start, end: row.end, required: row.required });

    const pace = paceOf(requirement, counted(row.credits, row.start), { today: day(row.today) });

    expect(pace).toMatchObject({
      days: row.N,
      elapsed: row.E,
      reached: row.P,
      delta: row.delta,
      status: row.status,
    });
    expect(pace.weeklyRate).toBe(row.rate);
  });

  it.each`
    today           | credits | status           | daysLeft
    ${'2025-12-31'} | ${0}    | ${'not-started'} | ${365}
    ${'2025-12-31'} | ${4000} | ${'met'}         | ${365}
    ${'2026-01-01'} | ${0}    | ${'on-track'}    | ${365}
    ${'2026-12-31'} | ${3999} | ${'on-track'}    | ${1}
    ${'2027-01-01'} | ${3999} | ${'behind'}      | ${90}
    ${'2027-03-31'} | ${3999} | ${'behind'}      | ${1}
    ${'2027-04-01'} | ${3999} | ${'missed'}      | ${0}
    ${'2027-04-01'} | ${4000} | ${'met'}         | ${0}
  `('is $status with $daysLeft days left on $today, with 90 days of grace', ({ today, credits, status, daysLeft }) => {
    const requirement = aRequirement({ start: '2026-01-01', end: '2026-12-31', lastDay: '2027-03-31', required: 4000 });

    const pace = paceOf(requirement, counted(credits, '2025-01-01'), { today: day(today) });

    expect(pace).toMatchObject({ status, daysLeft });
  });

  it('calls a delta of exactly the tolerance on track, and one more ahead or behind', () => {
    const requirement = aRequirement({ start: '2026-01-01', end: '2026-04-10', required: 10_000 });
    const status = (credits: number) =>
      paceOf(requirement, counted(credits, '2026-01-01'), { today: day('2026-02-20') }).status;

    expect([4200, 4300, 5700, 5800].map(status)).toEqual(['behind', 'on-track', 'on-track', 'ahead']);
  });

  // lead = min(90, floor(N / 4)): 90 days of 1095 and of 365, 25 of 100 and of 103. One credit is ceil(N * 100 / R) days.
  it.each`
    start           | days    | today           | required | slack   | why
    ${'2027-01-01'} | ${365}  | ${'2027-01-10'} | ${2000}  | ${19}   | ${'365 / 20 = 18.25'}
    ${'2025-01-01'} | ${1095} | ${'2026-11-23'} | ${12000} | ${10}   | ${'1095 / 120 = 9.125'}
    ${'2025-01-01'} | ${1095} | ${'2026-11-23'} | ${10950} | ${10}   | ${'one credit is 10 days exactly'}
    ${'2025-01-31'} | ${1095} | ${'2027-07-31'} | ${100}   | ${1095} | ${'the whole window for its one credit'}
    ${'2025-01-31'} | ${1095} | ${'2027-07-31'} | ${50}    | ${2190} | ${'less than one credit is asked for'}
    ${'2026-01-01'} | ${365}  | ${'2026-06-01'} | ${6000}  | ${7}    | ${'one credit is 7 days, no less than the tolerance'}
    ${'2026-01-01'} | ${365}  | ${'2026-06-01'} | ${20000} | ${7}    | ${'one credit is less than the tolerance'}
    ${'2026-01-01'} | ${365}  | ${'2026-10-02'} | ${2000}  | ${19}   | ${'91 days are left'}
    ${'2026-01-01'} | ${365}  | ${'2026-10-03'} | ${2000}  | ${7}    | ${'90 days are left'}
    ${'2026-01-01'} | ${100}  | ${'2026-03-16'} | ${500}   | ${20}   | ${'26 of 100 days are left'}
    ${'2026-01-01'} | ${100}  | ${'2026-03-17'} | ${500}   | ${7}    | ${'25 of 100 days are left'}
    ${'2026-01-01'} | ${103}  | ${'2026-03-19'} | ${500}   | ${21}   | ${'26 of 103 days are left'}
    ${'2026-01-01'} | ${103}  | ${'2026-03-20'} | ${500}   | ${7}    | ${'25 of 103 days are left'}
    ${'2026-01-01'} | ${365}  | ${'2027-06-01'} | ${2000}  | ${7}    | ${'no day is left'}
  `('has $slack days of slack on $today where $why', ({ start, days, today, required, slack }) => {
    const requirement = aRequirement({ start, end: addDays(day(start), days - 1), required });

    expect(paceOf(requirement, counted(0, start), { today: day(today) }).slack).toBe(slack);
  });

  it('is behind one day after the slack of one credit, and ahead by the tolerance alone', () => {
    const requirement = aRequirement({ start: '2027-01-01', end: '2027-12-31', required: 2000 });
    const status = (credits: number, today: string, tolerance = 7) =>
      paceOf(requirement, counted(credits, '2027-01-01'), { today: day(today), tolerance }).status;

    expect([status(0, '2027-01-20'), status(0, '2027-01-21')]).toEqual(['on-track', 'behind']);
    expect([status(100, '2027-01-12'), status(100, '2027-01-11')]).toEqual(['on-track', 'ahead']);
    expect([status(0, '2027-01-31', 30), status(0, '2027-02-01', 30)]).toEqual(['on-track', 'behind']);
  });

  it('has the tolerance alone in the grace, where it is behind whatever is left', () => {
    const requirement = aRequirement({ start: '2026-01-01', end: '2026-12-31', lastDay: '2027-12-31', required: 100 });

    expect(paceOf(requirement, counted(99, '2026-01-01'), { today: day('2027-02-01') })).toMatchObject({
      ...{ status: 'behind', daysLeft: 334, slack: 365 },
    });
  });

  it.each`
    credits | lately          | today           | forecast
    ${4000} | ${'2026-05-01'} | ${'2026-06-01'} | ${{ kind: 'nothing-remains' }}
    ${3000} | ${'2026-01-05'} | ${'2026-06-01'} | ${{ kind: 'nothing-earned' }}
    ${3000} | ${'2026-05-01'} | ${'2026-06-01'} | ${{ kind: 'on', day: '2026-07-01' }}
    ${3000} | ${'2026-03-04'} | ${'2026-06-01'} | ${{ kind: 'on', day: '2026-07-01' }}
    ${3000} | ${'2026-03-03'} | ${'2026-06-01'} | ${{ kind: 'nothing-earned' }}
    ${3000} | ${'2026-12-01'} | ${'2027-01-01'} | ${{ kind: 'too-late' }}
  `(
    'forecasts $forecast.kind from $credits earned on $lately, on $today',
    ({ credits, lately: recently, today, forecast }) => {
      const requirement = aRequirement({ start: '2026-01-01', end: '2026-12-31', required: 4000 });

      expect(paceOf(requirement, counted(credits, recently), { today: day(today) }).forecast).toEqual(forecast);
    },
  );
});

describe('properties of pace', () => {
  const today = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays(day('2024-02-28'), offset));
  const entries = fc
    .array(fc.record({ on: fc.integer({ min: -30, max: 1200 }), credits: fc.integer({ min: 1, max: 4000 }) }), {
      maxLength: 12,
    })
    .map((list) =>
      list.map(({ on, credits }, order) => anEntry({ end: addDays(day('2024-02-29'), on), credits, order })),
    );
  const cycle = { start: day('2024-02-29'), end: day('2027-02-27') };
  const renewal: CreditRenewal = aRenewal({
    total: { value: 9000, ...sourced },
    yearly: [{ amount: { value: 2000, ...sourced }, severity: 'hard' }],
    caps: [
      { per: 'year', limit: { value: 1000, ...sourced }, kinds: ['webinar'], name: 'webinars' },
      { per: 'cycle', limit: { value: 7000, ...sourced }, kinds: ['course'], name: 'courses' },
    ],
  });
  const paces = (list: readonly Entry[], on: ReturnType<typeof day>): readonly Pace[] => {
    const credits = countCredits({ renewal, cycle: { cycle }, entries: list }, on);
    return requirementsOf(termsOf(renewal, { cycle }, on)).map((requirement) =>
      paceOf(requirement, credits, { today: on }),
    );
  };

  it('never falls when an entry later than all others is added', () => {
    fc.assert(
      fc.property(entries, today, fc.integer({ min: 1, max: 4000 }), (list, on, credits) => {
        const last = list.reduce((latest, entry) => (entry.end > latest ? entry.end : latest), cycle.start);
        const more = [...list, anEntry({ end: last, credits, order: list.length })];

        const before = paces(list, on);
        const after = paces(more, on);

        for (const [index, pace] of after.entries())
          expect(pace.delta).toBeGreaterThanOrEqual(before[index]?.delta ?? 0);
      }),
    );
  });

  it('does not depend on the order in which the entries are given', () => {
    fc.assert(
      fc.property(entries, today, (list, on) => {
        expect(paces([...list].reverse(), on)).toEqual(paces(list, on));
      }),
    );
  });

  it('is 0 with nothing earned on the first day of any window', () => {
    const starts = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays(day('1990-01-01'), offset));
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (start, days, required) => {
          const requirement = aRequirement({ start, end: addDays(start, days), required });

          expect(paceOf(requirement, counted(0, start), { today: start }).delta).toBe(0);
        },
      ),
    );
  });

  it('moves back by exactly one day with each day in which nothing is earned', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 1000 }), (list, offset) => {
        const on = addDays(cycle.start, offset);
        const next = addDays(on, 1);
        const quiet = list.filter((entry) => entry.end !== next);

        const delta = (date: typeof on) => paces(quiet, date)[0]?.delta ?? 0;

        expect(delta(next)).toBe(delta(on) - 1);
      }),
    );
  });

  it('is exact: an independent sum over the days agrees', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: -5, max: 1600 }),
        (length, required, credits, offset) => {
          const start = day('2023-07-01');
          const requirement = aRequirement({ start, end: addDays(start, length - 1), required });
          const on = addDays(start, offset);

          const pace = paceOf(requirement, counted(credits, start), { today: on });

          // The last day d of the window by whose end even accrual asks for no more than is there.
          let reached = 0;
          while (reached < length && BigInt(reached + 1) * BigInt(required) <= BigInt(credits) * BigInt(length))
            reached += 1;
          const removed = Math.min(Math.max(offset, 0), length);
          expect(pace.delta).toBe(reached - removed);
          expect(pace.days).toBe(lengthOf(requirement.window));
        },
      ),
    );
  });
});

it('is due today what is needed not to be behind an even pace, and no hundredth more', () => {
  const dates = fc.record({
    required: fc.integer({ min: 1, max: 20_000 }),
    elapsed: fc.integer({ min: -5, max: 400 }),
  });
  fc.assert(
    fc.property(dates, ({ required, elapsed }) => {
      const requirement = aRequirement({ start: '2026-01-01', end: '2026-12-31', required });
      const today = addDays(day('2026-01-01'), elapsed);
      const paceWith = (credits: number) => paceOf(requirement, counted(credits, '2026-01-01'), { today });

      const due = dueToday(paceWith(0));

      expect(paceWith(due).delta).toBeGreaterThanOrEqual(0);
      if (due > 0) expect(paceWith(due - 1).delta).toBeLessThan(0);
    }),
  );
});
