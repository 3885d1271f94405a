import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { type DateRange, day } from '../../src/domain/calendar.ts';
import { sum } from '../../src/domain/credit.ts';
import { type Debt, debtOf, type ProvableEntry, type ProvableHolding } from '../../src/domain/debt.ts';
import { claimed } from '../../src/domain/holding.ts';
import { cutsOf } from '../../src/domain/pace-change.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { fc } from '../support/properties.ts';
import { aFile, aRecord } from './provable.ts';
import { anEntry } from './rules.ts';

const TODAY = day('2026-11-25');

function span(start: string, end: string): { cycle: DateRange } {
  return { cycle: { start: day(start), end: day(end) } };
}

function certification(code: string) {
  const found = loadCatalogue().get(code);
  if (found === undefined) throw new Error(`${code} is missing.`);
  return found;
}

/** What was logged: an id, the day, credits in hundredths by category, and whether a certificate is there. */
interface Did {
  readonly id: string;
  readonly on: string;
  readonly credits: number;
  readonly proved?: boolean;
  readonly kind?: ActivityKind;
  readonly category?: string;
  readonly cycle?: string;
  readonly course?: string;
}

function entry({ id, on, credits, proved = false, kind = 'webinar', category = 'total', ...rest }: Did): ProvableEntry {
  const proofs = proved ? [aFile('certificate')] : [];
  const parts = [{ category, credits }];
  return { ...anEntry({ id, end: on, kind, parts, ...rest }), record: aRecord({ kind, proofs }) };
}

function holding(code: string, cycles: readonly { cycle: DateRange }[], did: readonly Did[]): ProvableHolding {
  return { certification: certification(code), cycles, entries: did.map(entry) };
}

/** A debt in short: `cisa 3 of 5` by certification, then `b cisa 3 incomplete 10` for each entry. */
function inShort({ byCertification, entries }: Debt): readonly string[] {
  return [
    ...byCertification.map((one) => `${one.certification.code} ${one.inDebt / 100} of ${one.counted / 100}`),
    ...entries.map(
      (one) => `${one.entry.id} ${one.certification.code} ${one.credits / 100} ${one.state.kind} ${one.days}`,
    ),
  ];
}

const CISA = span('2025-01-01', '2027-12-31');

describe('documentation debt', () => {
  it('is what counts without proof, of what counts, the oldest first', () => {
    const debt = debtOf(
      [
        holding(
          'cisa',
          [CISA],
          [
            { id: 'a', on: '2026-11-20', credits: 300 },
            { id: 'b', on: '2026-03-02', credits: 200, proved: true },
            { id: 'c', on: '2025-11-25', credits: 150 },
          ],
        ),
      ],
      TODAY,
    );

    // 3 + 1.5 of 3 + 2 + 1.5; 20 to 25 November are 5 days, and a whole year is 365.
    expect(inShort(debt)).toEqual(['cisa 4.5 of 6.5', 'c cisa 1.5 incomplete 365', 'a cisa 3 incomplete 5']);
  });

  it('is only what is left after the limits', () => {
    // ISACA counts 10 of vendor presentations in a year: of 8 and 5 are left 8 and 2, and nothing of the third.
    const vendor = { kind: 'vendor-presentation' } as const;
    const debt = debtOf(
      [
        holding(
          'cisa',
          [CISA],
          [
            { id: 'a', on: '2026-03-02', credits: 800, proved: true, ...vendor },
            { id: 'b', on: '2026-04-02', credits: 500, ...vendor },
            { id: 'c', on: '2026-05-02', credits: 400, ...vendor },
          ],
        ),
      ],
      TODAY,
    );

    expect(inShort(debt)).toEqual(['cisa 2 of 10', 'b cisa 2 incomplete 237']);
  });

  it('is not what came again, came outside the cycle, or lies ahead', () => {
    // CompTIA counts a course once.
    const debt = debtOf(
      [
        holding(
          'security-plus',
          [CISA],
          [
            { id: 'a', on: '2026-03-02', credits: 500, kind: 'course', course: 'sans|zerotrust' },
            { id: 'again', on: '2026-04-02', credits: 500, kind: 'course', course: 'sans|zerotrust' },
            { id: 'outside', on: '2024-12-31', credits: 500 },
            { id: 'ahead', on: '2026-11-26', credits: 500 },
          ],
        ),
      ],
      TODAY,
    );

    expect(inShort(debt)).toEqual(['security-plus 5 of 5', 'a security-plus 5 incomplete 268']);
  });

  it.each`
    today           | expected
    ${'2025-12-31'} | ${['cisa 3 of 3', 'old cisa 3 incomplete 730']}
    ${'2026-01-01'} | ${['cisa 0 of 0']}
  `('ends with the last day on which the records of a cycle must be kept: $today', ({ today, expected }) => {
    // ISACA: 12 months after 31 December 2024.
    const cycles = [span('2022-01-01', '2024-12-31'), CISA];
    const did = [{ id: 'old', on: '2024-01-01', credits: 300, cycle: '2022-01-01' }];

    expect(inShort(debtOf([holding('cisa', cycles, did)], day(today)))).toEqual(expected);
  });

  it('keeps the cycles of a holding apart', () => {
    const cycles = [span('2023-01-01', '2025-12-31'), span('2026-01-01', '2028-12-31')];
    const did = [
      { id: 'old', on: '2025-06-01', credits: 100, cycle: '2023-01-01' },
      { id: 'new', on: '2026-06-01', credits: 200, cycle: '2026-01-01' },
    ];

    const debt = debtOf([holding('cisa', cycles, did)], TODAY);

    expect(debt.entries.map(({ entry: { id }, cycle }) => `${id} ${cycle}`)).toEqual([
      'old 2023-01-01',
      'new 2026-01-01',
    ]);
  });

  it('counts what lies in several rolling cycles once', () => {
    const cycles = [span('2022-07-01', '2025-06-30'), span('2023-07-01', '2026-06-30')];
    const did = [{ id: 'a', on: '2025-01-15', credits: 400, kind: 'course', category: 'technical' } as const];

    const debt = debtOf([holding('cpa-texas', cycles, did)], TODAY);

    expect(debt.entries.map(({ cycle, credits }) => [cycle, credits])).toEqual([['2023-07-01', 400]]);
  });

  it('asks of each body what that body wants', () => {
    const read = [{ id: 'a', on: '2026-11-24', credits: 500, kind: 'reading', category: 'group-a' } as const];
    const debt = debtOf(
      [
        holding('cissp', [CISA], read),
        holding(
          'cfe',
          [span('2026-04-01', '2027-03-31')],
          [{ id: 'b', on: '2026-11-24', credits: 100, proved: true, category: 'fraud' }],
        ),
      ],
      TODAY,
    );

    expect(inShort(debt)).toEqual(['cissp 5 of 5', 'cfe 1 of 1', 'a cissp 5 needs-summary 1', 'b cfe 1 incomplete 1']);
  });

  it('is not what was carried over, nor anything of what an exam renews', () => {
    const carried = { ...CISA, carryOver: [{ category: 'group-a', credits: 1000 }] };

    expect(inShort(debtOf([holding('cissp', [carried], []), holding('cka', [CISA], [])], TODAY))).toEqual([
      'cissp 0 of 0',
    ]);
  });

  it('is the claimed credits less their cuts, for whatever is logged', () => {
    const kinds = fc.constantFrom<ActivityKind[]>('vendor-presentation', 'mentoring', 'committee', 'webinar');
    const one = fc.record({
      month: fc.integer({ min: 1, max: 10 }),
      credits: fc.integer({ min: 1, max: 3000 }),
      kind: kinds,
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (logged) => {
        const did = logged.map(({ month, credits, kind }, index) => ({
          id: `${index}`,
          on: `2026-${String(month).padStart(2, '0')}-11`,
          credits,
          kind,
        }));
        const cisa = holding('cisa', [CISA], did);
        const { renewal } = cisa.certification;
        if (renewal.kind !== 'credits') throw new Error('CISA is renewed by credits.');
        const standing = creditStanding({ renewal, cycle: CISA, entries: cisa.entries }, TODAY, 0);
        const debt = new Map(debtOf([cisa], TODAY).entries.map((found) => [found.entry.id, found.credits]));
        for (const each of cisa.entries)
          expect(debt.get(each.id) ?? 0).toBe(
            claimed(each) - sum(cutsOf(standing, each.id).map(({ credits }) => credits)),
          );
      }),
    );
  });
});

describe('stated credits', () => {
  const openings = (accepted: boolean) => [
    { on: day('2025-12-31'), parts: [{ category: 'total', credits: 1000 }], accepted },
  ];
  const debtWith = (accepted: boolean) =>
    debtOf(
      [
        {
          ...holding('cisa', [CISA], [{ id: 'a', on: '2025-05-01', credits: 300, proved: true }]),
          openings: openings(accepted),
        },
      ],
      TODAY,
    );

  it('are debt until the portal shows them as accepted, less what records prove', () => {
    expect(inShort(debtWith(false))[0]).toBe('cisa 7 of 10');
    expect(debtWith(false).stated).toEqual([
      { certification: certification('cisa'), cycle: '2025-01-01', on: '2025-12-31', credits: 700, days: 329 },
    ]);
    expect(inShort(debtWith(true))[0]).toBe('cisa 0 of 10');
    expect(debtWith(true).stated).toEqual([]);
  });
});
