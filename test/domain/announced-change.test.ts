import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { isAnnouncedBy, withAnnouncedAmounts } from '../../src/domain/announced-change.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import { type EvaluationInput, evaluate } from '../../src/domain/evaluate.ts';
import { aCertification, aRenewal, known } from './rules.ts';

const TODAY = day('2026-11-29');
const change = (from?: string) => known({ what: 'x', amounts: { total: 4000 }, ...(from && { from: day(from) }) });
const entry = (over: Partial<Certification>) => aCertification({ renewal: aRenewal(), ...over });

describe('an announced change', () => {
  it.each`
    from            | year    | announced
    ${'2027-06-01'} | ${2026} | ${false}
    ${'2027-06-01'} | ${2027} | ${true}
    ${undefined}    | ${2026} | ${true}
    ${undefined}    | ${2025} | ${false}
  `('from $from is known by the end of $year: $announced', ({ from, year, announced }) => {
    expect(isAnnouncedBy({ nextChange: change(from) }, year, TODAY)).toBe(announced);
    expect(withAnnouncedAmounts(entry({ nextChange: change(from) }), year, TODAY) !== undefined).toBe(announced);
  });

  it.each<[string, Partial<Certification>]>([
    ['nobody looked for', {}],
    ['there is none', { nextChange: known('none' as const) }],
    ['has no figures', { nextChange: known({ what: 'x' }) }],
    ['belongs to an exam', { nextChange: change(), renewal: { kind: 'exam', cycle: {}, how: 'x' } }],
  ])('that %s changes no rules', (_name, over) => {
    expect(withAnnouncedAmounts(entry(over), 2027, TODAY)).toBeUndefined();
  });
});

it('gives the figures of the 12th example for the CFP under the rules of 2027', () => {
  const cfp = loadCatalogue().get('cfp') as Certification;
  const of2027 = withAnnouncedAmounts(cfp, 2027, TODAY) as Certification;
  const question = {
    cycle: { start: day('2025-12-01'), end: day('2027-11-30') },
    certifiedOn: day('2023-12-01'),
    ...{ conditions: {}, periods: {}, carryOver: [], on: TODAY, tolerance: 7 },
    openings: [
      { on: day('2026-06-30'), parts: [{ category: 'general', credits: 1500 }], accepted: true, cycle: undefined },
    ],
    activities: [
      {
        ...{ id: 'r1', title: 'Retirement planning update', provider: 'Prairie CPE', kind: 'course', planned: false },
        ...{ start: day('2026-06-09'), end: day('2026-06-10'), parts: [{ category: 'general', credits: 600 }] },
      },
    ],
  } as unknown as Omit<EvaluationInput, 'certification'>;
  const totalOf = (certification: Certification) =>
    evaluate({ ...question, certification }).requirements.find(({ id }) => id === 'total');

  expect(totalOf(cfp)).toMatchObject({ counted: 1500, required: 3000, P: 365, delta: 2, status: 'on-track' });
  expect(totalOf(of2027)).toMatchObject({
    counted: 1500,
    required: 4000,
    P: 273,
    delta: -90,
    slack: 19,
    status: 'behind',
  });
});
