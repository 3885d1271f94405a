import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/calendar.ts';
import { proposeCycle } from '../../src/domain/cycle.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { creditRenewal } from '../support/catalogue.ts';

const TODAY = day('2026-11-29');

interface Held {
  readonly code: string;
  readonly certified: string;
  readonly expiry?: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly entries?: readonly Entry[];
}

/** What each requirement of the current cycle asks for and has, in credits. */
function requirements({ code, certified, expiry, answers, entries = [] }: Held): Record<string, readonly number[]> {
  const renewal = creditRenewal(code);
  const dates = { start: day(certified), ...(expiry && { expiry: day(expiry) }) };
  const cycle = proposeCycle(renewal, dates, TODAY);
  if (cycle === undefined) throw new Error('The dates must give a cycle.');
  const holding = { cycle, certifiedOn: dates.start, ...(answers && { conditions: answers }) };
  const { paces } = creditStanding({ renewal, cycle: holding, entries }, TODAY, 7);
  return Object.fromEntries(
    paces.map(({ requirement, counted }) => [requirement.id, [requirement.required / 100, counted / 100]]),
  );
}

function entry(end: string, credits: number, more: Partial<Entry> & { marks?: readonly string[] } = {}): Entry {
  const { marks = [], ...rest } = more;
  const on: Day = day(end);
  const parts = [{ category: 'total', credits: credits * 100, marks }];
  return { id: `${end}-${credits}-${marks.join('-')}`, kind: 'course', start: on, end: on, order: 1, parts, ...rest };
}

describe('cycles that end on the same day for everybody', () => {
  it.each`
    code                    | certified       | start           | end
    ${'cpa-illinois'}       | ${'2016-05-01'} | ${'2024-10-01'} | ${'2027-09-30'}
    ${'cpa-pennsylvania'}   | ${'2016-05-01'} | ${'2026-01-01'} | ${'2027-12-31'}
    ${'cpa-new-jersey'}     | ${'2016-05-01'} | ${'2024-01-01'} | ${'2026-12-31'}
    ${'cpa-georgia'}        | ${'2016-05-01'} | ${'2026-01-01'} | ${'2027-12-31'}
    ${'cpa-colorado'}       | ${'2026-02-10'} | ${'2026-02-10'} | ${'2027-12-31'}
    ${'cpa-north-carolina'} | ${'2016-05-01'} | ${'2026-01-01'} | ${'2026-12-31'}
    ${'icaew'}              | ${'2016-05-01'} | ${'2026-11-01'} | ${'2027-10-31'}
    ${'cpp-payroll'}        | ${'2020-05-01'} | ${'2026-01-01'} | ${'2030-12-31'}
    ${'fpc-payroll'}        | ${'2022-05-01'} | ${'2026-01-01'} | ${'2028-12-31'}
    ${'bar-colorado'}       | ${'2025-05-01'} | ${'2026-01-01'} | ${'2028-12-31'}
  `('$code of those certified on $certified ends on $end', ({ code, certified, start, end }) => {
    expect(proposeCycle(creditRenewal(code), { start: day(certified) }, TODAY)).toEqual({ start, end });
  });

  it.each([
    ...['cpa-florida', 'cpa-massachusetts', 'cpa-michigan', 'cpa-washington', 'cpa-australia'],
    ...['enrolled-agent', 'cams', 'ctp', 'frm', 'bar-california'],
  ])('but %s asks the holder for the year', (code) => {
    expect(proposeCycle(creditRenewal(code), { start: day('2025-05-01') }, TODAY)).toBeUndefined();
  });
});

describe('first periods', () => {
  it.each`
    code                    | certified       | expiry          | total
    ${'cpa-north-carolina'} | ${'2026-05-10'} | ${undefined}    | ${30}
    ${'cpa-north-carolina'} | ${'2026-08-10'} | ${undefined}    | ${20}
    ${'cpa-georgia'}        | ${'2026-05-01'} | ${undefined}    | ${40}
    ${'cpa-massachusetts'}  | ${'2025-11-01'} | ${'2027-06-30'} | ${70}
    ${'cpa-ohio'}           | ${'2026-05-01'} | ${'2027-12-31'} | ${40}
    ${'cpa-colorado'}       | ${'2026-02-10'} | ${undefined}    | ${70}
    ${'cpa-illinois'}       | ${'2026-06-10'} | ${undefined}    | ${undefined}
    ${'cpa-ontario'}        | ${'2025-03-01'} | ${'2026-12-31'} | ${80}
  `('$code asks $total of those certified on $certified', ({ code, certified, expiry, total }) => {
    expect(requirements({ code, certified, expiry }).total?.[0]).toBe(total);
  });

  it('asks nothing in Pennsylvania when the exam was passed in the same two years', () => {
    const held = { code: 'cpa-pennsylvania', certified: '2026-03-01' };

    expect(requirements(held)['cycle:total-first-period']).toEqual([80, 0]);
    expect(requirements({ ...held, answers: { 'exam-passed': 'yes', 'attest-work': 'yes' } })).toEqual({});
  });
});

describe('rules that depend on an answer', () => {
  it('takes 24 hours in one subject for 40 in New York', () => {
    const held = { code: 'cpa-new-york', certified: '2016-05-01' };

    expect(Object.keys(requirements(held))).toEqual(['total']);
    expect(requirements({ ...held, answers: { concentration: 'yes' } })).toEqual({ 'mark:concentration': [24, 0] });
  });

  it.each`
    practice | category | total                           | verifiable
    ${'yes'} | ${'1'}   | ${{ total: [40, 0] }}           | ${30}
    ${'yes'} | ${'3'}   | ${{ 'cycle:total-3': [20, 0] }} | ${10}
    ${'no'}  | ${'3'}   | ${{ 'cycle:total-3': [20, 0] }} | ${5}
  `('asks an ICAEW member of category $category, in practice: $practice, for $verifiable', (row) => {
    const answers = { practice: row.practice, category: row.category };

    const asked = requirements({ code: 'icaew', certified: '2016-05-01', answers });
    expect(asked).toMatchObject({ ...row.total, 'mark:verifiable': [row.verifiable, 0], 'mark:ethics': [1, 0] });
  });
});

describe('what counts where', () => {
  it('counts at most 2 of the 4 ethics hours of Colorado on its own rules', () => {
    const rules = entry('2026-03-01', 4, { marks: ['ethics'] });

    const counted = requirements({ code: 'cpa-colorado', certified: '2016-05-01', entries: [rules] });
    expect(counted).toMatchObject({ total: [80, 4], 'mark:ethics': [4, 4], 'mark:general-ethics': [2, 0] });
  });

  it('counts service in Washington in the total, not in the year', () => {
    const entries = [entry('2026-03-01', 5, { kind: 'committee' }), entry('2026-04-01', 3)];

    const counted = requirements({ code: 'cpa-washington', certified: '2016-05-01', expiry: '2028-12-31', entries });
    expect(counted).toMatchObject({ total: [120, 8], 'year:1': [20, 3] });
  });

  it('takes live hours in Arizona from how they were delivered', () => {
    const entries = [
      entry('2026-03-01', 5, { delivery: 'in-person' }),
      entry('2026-04-01', 3, { delivery: 'online-live' }),
      entry('2026-05-01', 8, { delivery: 'self-paced' }),
    ];

    const counted = requirements({ code: 'cpa-arizona', certified: '2016-05-01', expiry: '2027-05-31', entries });
    expect(counted).toMatchObject({ total: [80, 16], 'mark:live': [16, 8] });
  });

  it('counts no more than 2 ethics hours of an Enrolled Agent in a year', () => {
    const entries = [entry('2026-03-01', 5, { marks: ['ethics'] }), entry('2026-04-01', 10)];

    const counted = requirements({ code: 'enrolled-agent', certified: '2016-05-01', expiry: '2027-12-31', entries });
    expect(counted).toMatchObject({ total: [72, 12], 'year:2': [16, 12], 'year:2:mark:ethics': [2, 2] });
  });

  it('counts in Florida what was earned since the certificate in a longer first period', () => {
    const entries = [entry('2025-08-01', 10)];

    const counted = requirements({ code: 'cpa-florida', certified: '2025-07-15', expiry: '2028-06-30', entries });
    expect(counted.total).toEqual([80, 10]);
  });
});
