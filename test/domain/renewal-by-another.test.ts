import { describe, expect, it } from 'vitest';
import { type DateRange, day } from '../../src/domain/calendar.ts';
import type { Entry } from '../../src/domain/holding.ts';
import {
  activeSpans,
  cycleOn,
  type RelatedHolding,
  renewalsOf,
  undatedRenewals,
} from '../../src/domain/renewal-by-another.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { certification } from '../support/catalogue.ts';

const TODAY = day('2026-11-29');

function range(start: string, end: string): DateRange {
  return { start: day(start), end: day(end) };
}

function held(code: string, ...cycles: readonly DateRange[]): RelatedHolding {
  return {
    certification: certification(code),
    certifiedOn: cycles[0]?.start,
    cycles: cycles.map((cycle) => ({ cycle })),
  };
}

/** A certification whose cycle another one may renew. */
function under(code: string, cycle: DateRange, others: readonly RelatedHolding[]) {
  return { cycle, certifiedOn: cycle.start, renewals: renewalsOf(code, cycle.start, others) };
}

function webinar(id: string, end: string, credits: number): Entry {
  return { id, kind: 'webinar', start: day(end), end: day(end), order: 1, parts: [{ category: 'total', credits }] };
}

describe('Security+ under CySA+', () => {
  const cycle = range('2024-02-08', '2027-02-07');
  const cysa = held('cysa-plus', range('2025-08-14', '2028-08-13'));
  const tuesdays = Array.from({ length: 18 }, (_unused, index) => webinar(`w${index}`, '2026-02-03', 100));
  const entries = [...tuesdays, { ...webinar('course', '2025-10-09', 3000), kind: 'course' as const }];
  const securityPlus = certification('security-plus');

  it('is renewed from the day CySA+ was earned, and ends with it', () => {
    const renewed = under('security-plus', cycle, [cysa]);

    expect(standingOf({ certification: securityPlus, cycle: renewed, entries }, TODAY, 7)).toMatchObject({
      status: 'met',
      renewedBy: { short: 'CySA+', on: '2025-08-14' },
      cycle: { start: '2024-02-08', end: '2028-08-13' },
    });
    expect(standingOf({ certification: securityPlus, cycle: renewed, entries }, TODAY, 7)).not.toHaveProperty(
      'binding',
    );
  });

  it('is as it was on the day before', () => {
    const renewed = under('security-plus', cycle, [cysa]);

    expect(cycleOn(renewed, securityPlus, day('2025-08-13'))).toBe(renewed);
  });

  it('is as if CySA+ had never been there when that is taken back or lapses', () => {
    const lapsed = held('cysa-plus', range('2023-08-14', '2026-08-13'));
    const alone = { status: 'behind', cycle, binding: { counted: 4000, delta: -149, remaining: 1000 } };

    for (const others of [[], [lapsed]])
      expect(
        standingOf({ certification: securityPlus, cycle: under('security-plus', cycle, others), entries }, TODAY, 7),
      ).toMatchObject(alone);
  });

  it('is not renewed when the holder says so', () => {
    const renewals = renewalsOf('security-plus', cycle.start, [{ ...cysa, doesNotRenew: ['security-plus'] }]);

    expect(renewals).toEqual([]);
  });
});

describe('CCNA under CCNP', () => {
  it('ends with the higher one, and again with its next cycle', () => {
    const cycle = range('2024-03-11', '2027-03-10');
    const once = held('ccnp-security', range('2025-09-02', '2028-09-01'));
    const twice = held('ccnp-security', range('2025-09-02', '2028-09-01'), range('2028-09-02', '2031-09-01'));
    const on = (others: readonly RelatedHolding[], today: string) =>
      cycleOn(under('ccna', cycle, others), certification('ccna'), day(today));

    expect(on([once], '2026-11-29')).toMatchObject({
      cycle: { end: '2028-09-01' },
      renewedBy: { short: 'CCNP Security', on: '2025-09-02' },
    });
    expect(on([twice], '2029-01-01')).toMatchObject({ cycle: { end: '2031-09-01' }, renewedBy: { on: '2028-09-01' } });
    expect(on([twice], '2028-01-01')).toMatchObject({ cycle: { end: '2031-09-01' }, renewedBy: { on: '2028-01-01' } });
  });

  it('is not renewed by one that was earned after it had ended', () => {
    const cycle = range('2021-03-11', '2024-03-10');
    const later = held('ccnp-security', range('2025-09-02', '2028-09-01'));

    expect(cycleOn(under('ccna', cycle, [later]), certification('ccna'), TODAY)).not.toHaveProperty('renewedBy');
  });
});

it('AWS: the Associate is renewed by the Professional, three years from the pass', () => {
  const cycle = range('2024-05-06', '2027-05-05');
  const professional = held('aws-solutions-architect-professional', range('2026-10-05', '2029-10-04'));
  const renewed = under('aws-solutions-architect-associate', cycle, [professional]);

  expect(
    standingOf(
      { certification: certification('aws-solutions-architect-associate'), cycle: renewed, entries: [] },
      TODAY,
      7,
    ),
  ).toMatchObject({ kind: 'exam', expiry: '2029-10-04', renewedBy: { on: '2026-10-05' } });
});

it('never moves an end to an earlier day', () => {
  const cycle = range('2025-01-01', '2030-12-31');
  const cysa = held('cysa-plus', range('2025-08-14', '2028-08-13'));

  expect(cycleOn(under('security-plus', cycle, [cysa]), certification('security-plus'), TODAY).cycle).toEqual(cycle);
});

it.each`
  what                                   | on              | until           | today           | renewed
  ${'on its last day'}                   | ${'2025-03-01'} | ${'2026-08-13'} | ${'2026-08-13'} | ${true}
  ${'no more on the day after'}          | ${'2025-03-01'} | ${'2026-08-13'} | ${'2026-08-14'} | ${false}
  ${'not on the first day of the cycle'} | ${'2024-02-08'} | ${undefined}    | ${'2026-08-13'} | ${false}
  ${'from the second day of the cycle'}  | ${'2024-02-09'} | ${undefined}    | ${'2026-08-13'} | ${true}
`('a renewal by another counts: $what', ({ on, until, today, renewed }) => {
  const event = { short: 'CySA+', on: day(on), until: until && day(until) };
  const holding = { cycle: range('2024-02-08', '2027-02-07'), renewals: [event] };

  expect('renewedBy' in cycleOn(holding, certification('security-plus'), day(today))).toBe(renewed);
});

describe('one whose day of certification is not known', () => {
  const cycle = range('2024-02-08', '2027-02-07');
  const undated = { ...held('cysa-plus', range('2025-08-14', '2028-08-13')), certifiedOn: undefined };

  it('is not said to have renewed another by being earned, and is named as one that may have', () => {
    expect(renewalsOf('security-plus', cycle.start, [undated])).toEqual([]);
    expect(undatedRenewals('security-plus', [undated, held('pentest-plus', cycle)])).toEqual(['CySA+']);
    expect(undatedRenewals('cissp', [undated])).toEqual([]);
    expect(undatedRenewals('security-plus', [{ ...undated, doesNotRenew: ['security-plus'] }])).toEqual([]);
  });

  it('renews another when its own renewal is recorded', () => {
    const renewed = { ...undated, cycles: [...undated.cycles, { cycle: range('2028-08-14', '2031-08-13') }] };

    expect(renewalsOf('security-plus', cycle.start, [renewed])).toMatchObject([{ on: '2028-08-13', isRecorded: true }]);
  });
});

describe('A+ under Cloud+ under CloudNetX', () => {
  const cloud = held('cloud-plus', range('2023-02-01', '2027-01-31'));
  const aPlus = range('2024-05-01', '2027-04-30');
  const under2 = (net: RelatedHolding) => ({
    ...cloud,
    cycles: [
      { cycle: range('2023-02-01', '2027-01-31'), renewals: renewalsOf('cloud-plus', day('2023-02-01'), [net]) },
    ],
  });

  it('is renewed with Cloud+, for being renewed by another is renewing', () => {
    const renewals = renewalsOf('a-plus', aPlus.start, [under2(held('cloudnetx', range('2026-03-01', '2029-02-28')))]);
    const renewed = cycleOn({ cycle: aPlus, renewals }, certification('a-plus'), TODAY);

    expect(renewed).toMatchObject({ cycle: { end: '2029-02-28' }, renewedBy: { short: 'Cloud+', on: '2026-03-01' } });
  });

  it('is as before when CloudNetX lapses, and Cloud+ is held no longer than it was', () => {
    const lapsed = under2(held('cloudnetx', range('2023-03-01', '2026-02-28')));
    const renewals = renewalsOf('a-plus', aPlus.start, [lapsed]);

    expect(cycleOn({ cycle: aPlus, renewals }, certification('a-plus'), TODAY)).not.toHaveProperty('renewedBy');
    expect(activeSpans(lapsed)[0]?.end).toBe('2027-01-31');
    expect(activeSpans(under2(held('cloudnetx', range('2026-03-01', '2029-02-28')))).at(-1)?.end).toBe('2029-02-28');
  });
});
