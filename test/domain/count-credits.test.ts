import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { countCredits } from '../../src/domain/count-credits.ts';
import { sum } from '../../src/domain/credit.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { fc } from '../support/properties.ts';
import { anEntry, aRenewal, type CategoryWithLimits, known } from './rules.ts';

const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

function figures(renewal: CreditRenewal, entries: readonly Entry[], certifiedOn?: string) {
  const holdings = { cycle, certifiedOn: certifiedOn === undefined ? undefined : day(certifiedOn) };
  const counted = countCredits({ renewal, cycle: holdings, entries });
  const total = (which: 'cyclic' | 'yearly', category: string, year?: number) =>
    sum(
      (counted[which].get(category) ?? [])
        .filter((one) => year === undefined || one.year === year)
        .map((one) => one.credits),
    );
  return { counted, total };
}

const groups: readonly CategoryWithLimits[] = [
  { code: 'group-a', name: 'Group A', minimum: known(3000) },
  { code: 'group-b', name: 'Group B', maximum: known(1000) },
];

const talentTriangle: readonly CategoryWithLimits[] = [
  { code: 'education', name: 'Education' },
  { code: 'ways', name: 'Ways of Working', parent: 'education' },
  { code: 'power', name: 'Power Skills', parent: 'education' },
  { code: 'giving', name: 'Giving Back', maximum: known(2500) },
  { code: 'practitioner', name: 'Working as a Practitioner', parent: 'giving', maximum: known(800) },
  { code: 'other', name: 'Other', parent: 'giving' },
];

describe('counting', () => {
  it.each`
    end             | credits
    ${'2024-12-31'} | ${0}
    ${'2025-01-01'} | ${100}
    ${'2027-12-31'} | ${100}
    ${'2028-03-30'} | ${100}
    ${'2028-03-31'} | ${0}
  `('counts $credits of an activity that ended on $end, with 90 days of grace', ({ end, credits }) => {
    const { total } = figures(aRenewal({ earningGrace: known({ days: 90 }) }), [anEntry({ end, credits: 100 })]);

    expect(total('cyclic', 'total')).toBe(credits);
  });

  it('keeps what was earned outside the cycle, with the reason', () => {
    const { counted } = figures(aRenewal(), [anEntry({ id: 'early', end: '2024-12-31', credits: 150 })]);

    expect(counted.cuts).toMatchObject([{ entry: 'early', credits: 150, reason: { kind: 'outside' } }]);
  });

  it('takes early credits into the first year of the first cycle, where the body does', () => {
    const early = anEntry({ end: '2024-11-01', credits: 300 });

    const isaca = aRenewal({ earlyCredits: known(true), cycle: { anchor: known('january'), months: known(36) } });

    const { total } = figures(isaca, [early], '2024-10-01');

    expect(total('yearly', 'total', 0)).toBe(300);
    expect(figures(isaca, [early], '2024-11-02').total('cyclic', 'total')).toBe(0);
    expect(figures(aRenewal(), [early], '2024-10-01').total('cyclic', 'total')).toBe(0);
    expect(figures(isaca, [early], '2021-10-01').total('cyclic', 'total')).toBe(0);
  });

  it('leaves out what ended after the day looked at', () => {
    const entries = [anEntry({ end: '2026-01-01', credits: 100 }), anEntry({ end: '2026-01-02', credits: 200 })];

    const counted = countCredits({ renewal: aRenewal(), cycle: { cycle }, entries }, day('2026-01-01'));

    expect(counted.cyclic.get('total')?.map((one) => one.credits)).toEqual([100]);
  });

  it('cuts the later entry when a yearly cap is reached, and says by how much', () => {
    const cap = {
      per: 'year',
      limit: known(1000),
      kinds: ['vendor-presentation'],
      name: 'vendor presentations',
    } as const;
    const entries = [
      anEntry({ id: 'first', end: '2025-03-01', credits: 700, kind: 'vendor-presentation' }),
      anEntry({ id: 'second', end: '2025-04-01', credits: 700, kind: 'vendor-presentation' }),
      anEntry({ id: 'next-year', end: '2026-04-01', credits: 700, kind: 'vendor-presentation' }),
    ];

    const { counted, total } = figures(aRenewal({ caps: [cap] }), [...entries].reverse());

    expect(total('yearly', 'total', 0)).toBe(1000);
    expect(total('cyclic', 'total')).toBe(1700);
    expect(counted.cuts).toMatchObject([
      {
        entry: 'second',
        credits: 400,
        parts: [{ category: 'total', credits: 400 }],
        reason: { kind: 'cap', cap, limit: 1000 },
      },
    ]);
  });

  it('cuts by time of entry on the same day', () => {
    const caps = [{ per: 'cycle', limit: known(100), kinds: ['webinar'], name: 'webinars' } as const];
    const late = anEntry({ id: 'late', end: '2025-03-01', credits: 100, kind: 'webinar', order: 2 });
    const early = anEntry({ id: 'early', end: '2025-03-01', credits: 100, kind: 'webinar', order: 1 });

    expect(figures(aRenewal({ caps }), [late, early]).counted.cuts.map((cut) => cut.entry)).toEqual(['late']);
  });

  it('lets a yearly cap of a kind cut what the cycle counts, but a cycle cap not what the year counts', () => {
    const caps = [{ per: 'cycle', limit: known(1000), kinds: ['webinar'], name: 'webinars' } as const];
    const entries = [anEntry({ end: '2025-03-01', credits: 1500, kind: 'webinar' })];

    const { total } = figures(aRenewal({ caps }), entries);

    expect(total('yearly', 'total', 0)).toBe(1500);
    expect(total('cyclic', 'total')).toBe(1000);
  });

  it('caps Group B, and lets Group A fill the total alone', () => {
    const entries = [
      anEntry({ end: '2025-03-01', parts: [{ category: 'group-b', credits: 1500 }] }),
      anEntry({ end: '2025-04-01', parts: [{ category: 'group-a', credits: 4000 }] }),
    ];

    const { total } = figures(aRenewal({ categories: groups }), entries);

    expect(total('cyclic', 'group-b')).toBe(1000);
    expect(total('cyclic', 'group-a')).toBe(4000);
    expect(total('cyclic', 'total')).toBe(5000);
  });

  it('caps an inner category first, and leaves its figure alone when the outer one is cut', () => {
    const parts = [
      { category: 'practitioner', credits: 1000 },
      { category: 'other', credits: 2000 },
      { category: 'ways', credits: 500 },
    ];

    const { total } = figures(aRenewal({ categories: talentTriangle }), [anEntry({ end: '2025-03-01', parts })]);

    expect(total('cyclic', 'practitioner')).toBe(800);
    expect(total('cyclic', 'other')).toBe(2000);
    expect(total('cyclic', 'giving')).toBe(2500);
    expect(total('cyclic', 'education')).toBe(500);
    expect(total('cyclic', 'total')).toBe(3000);
  });

  it('cuts the last category of an entry first', () => {
    const caps = [{ per: 'entry', limit: known(1000), name: 'one entry' } as const];
    const parts = [
      { category: 'power', credits: 600 },
      { category: 'ways', credits: 600 },
    ];

    const { total } = figures(aRenewal({ categories: talentTriangle, caps }), [anEntry({ end: '2025-03-01', parts })]);

    expect(total('cyclic', 'ways')).toBe(600);
    expect(total('cyclic', 'power')).toBe(400);
  });

  it('loses nothing silently: counted and cut add up to claimed', () => {
    const entry = fc.record({
      end: fc.constantFrom('2024-12-30', '2025-02-01', '2025-02-02', '2026-07-01', '2027-12-31', '2028-01-05'),
      kind: fc.constantFrom('webinar' as const, 'course' as const, 'work-experience' as const),
      parts: fc.uniqueArray(
        fc.record({
          category: fc.constantFrom('ways', 'power', 'practitioner', 'other'),
          credits: fc.integer({ min: 1, max: 3000 }),
        }),
        { minLength: 1, selector: (part) => part.category },
      ),
    });
    const renewal = aRenewal({
      categories: talentTriangle,
      caps: [
        { per: 'entry', limit: known(4000), name: 'entry' },
        { per: 'year', limit: known(2000), kinds: ['webinar'], name: 'webinars' },
        { per: 'year', limit: known(5000), name: 'year' },
        { per: 'cycle', limit: known(3000), kinds: ['course', 'webinar'], name: 'courses' },
      ],
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (list) => {
        const entries = list.map((one, order) => anEntry({ ...one, order }));
        const claimed = sum(entries.flatMap((one) => one.parts.map((part) => part.credits)));

        const { counted, total } = figures(renewal, entries);

        expect(total('cyclic', 'total') + sum(counted.cuts.map((cut) => cut.credits))).toBe(claimed);
      }),
    );
  });
});
