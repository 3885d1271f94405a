import { describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import { findArchiveProblems, findMissingCycles } from '../../../src/services/portability/check-archive.ts';
import type { PersonalExport } from '../../../src/services/portability/personal-archive-json.ts';
import type { HoldingWithCycles } from '../../../src/store/certifications/holdings.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification, aRenewal } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const { over } = words.import;
type Holding = PersonalExport['certifications'][number];
type Archived = PersonalExport['records'][number];

const whole = aCertification({ code: 'whole' });
const split = aCertification({
  code: 'split',
  renewal: aRenewal({ categories: [{ code: 'a', name: 'A' }], marks: [{ code: 'ethics', name: 'Ethics' }] }),
});
const forever = aCertification({ code: 'forever', renewal: { kind: 'never-expires', certainty: 'M', sources: [] } });
const catalogue: Catalogue = {
  ...loadCatalogue(),
  get: (code) => [whole, split, forever].find((one) => one.code === code),
};
const check = { catalogue, today: day('2026-11-25'), words };

function aHolding(certification: string, cycles: readonly (readonly [string, string])[]): Holding {
  const stated = { conditions: {}, actsDone: {}, carryOver: [], cured: {}, openings: [] };
  return {
    ...{ certification, number: '', periods: {} },
    cycles: cycles.map(([starts, ends]) => ({ ...stated, starts: day(starts), ends: day(ends) })),
  };
}

function aClaim(certification: string, category: string, marks: string[] = []): Archived['claims'][number] {
  const parts = [{ category, credits: 100, ...(marks.length === 0 ? {} : { marks }) }];
  return { certification, cycle: day('2025-01-01'), overClaimReason: '', marks: [], parts };
}

function aRecord(over: Partial<Archived>): Archived {
  return {
    ...{ title: 'Audit', provider: '', kind: 'course', delivery: '', description: '' },
    ...{ starts: day('2026-03-02'), ends: day('2026-03-02'), claims: [], proofs: [], portal: [] },
    ...over,
  };
}

function archive(certifications: readonly Holding[], records: readonly Archived[] = []): PersonalExport {
  return { format: 'recert export 1', certifications: [...certifications], records: [...records] };
}

describe('the certifications of an archive', () => {
  it.each([
    ['one cycle', aHolding('whole', [['2025-01-01', '2027-12-31']]), []],
    ['a cycle of one day', aHolding('whole', [['2025-01-01', '2025-01-01']]), []],
    ['none', aHolding('forever', []), []],
    [
      'cycles one after the other, in any order',
      aHolding('whole', [
        ['2028-01-01', '2030-12-31'],
        ['2025-01-01', '2027-12-31'],
      ]),
      [],
    ],
    ['a cycle that ends before it starts', aHolding('whole', [['2025-01-01', '2024-12-31']]), [over.torn('whole')]],
    [
      'cycles that share a day',
      aHolding('whole', [
        ['2025-01-01', '2027-12-31'],
        ['2027-12-31', '2030-12-30'],
      ]),
      [over.torn('whole')],
    ],
    [
      'a certification that is not in the catalogue',
      aHolding('xyz', [['2025-01-01', '2024-12-31']]),
      [over.unknown('xyz')],
    ],
  ])('%s', (_, holding, problems) => {
    expect(findArchiveProblems(archive([holding]), check)).toEqual(problems);
  });
});

describe('the records of an archive', () => {
  it.each([
    ['a good one', { claims: [aClaim('whole', 'total'), aClaim('split', 'a', ['ethics'])] }, []],
    ['one without claims', {}, []],
    ['one of today', { ends: day('2026-11-25') }, []],
    ['one that ends tomorrow', { ends: day('2026-11-26') }, [over.future]],
    ['one that ends before it starts', { ends: day('2026-03-01') }, [over.ends]],
    ['one that claims twice', { claims: [aClaim('whole', 'total'), aClaim('whole', 'total')] }, [over.twice]],
    ['one for what needs no credits', { claims: [aClaim('forever', 'total')] }, [over.noCredits('forever')]],
    ['one for an unknown certification', { claims: [aClaim('xyz', 'total')] }, [over.noCredits('xyz')]],
    ['one with a category where there is none', { claims: [aClaim('whole', 'a')] }, [over.noCategory('whole', 'a')]],
    [
      'one without a category where there are some',
      { claims: [aClaim('split', 'total')] },
      [over.noCategory('split', 'total')],
    ],
    ['one with an unknown mark', { claims: [aClaim('split', 'a', ['ethics', 'x'])] }, [over.noCategory('split', 'x')]],
    [
      'one with both',
      { claims: [aClaim('split', 'b', ['x'])] },
      [over.noCategory('split', 'b'), over.noCategory('split', 'x')],
    ],
  ] as const)('%s', (_, record, problems) => {
    const lines = problems.map((problem) => over.record(2, 'Audit', problem));
    const records = [aRecord({}), aRecord({ ...record, claims: [...('claims' in record ? record.claims : [])] })];

    expect(findArchiveProblems(archive([], records), check)).toEqual(lines);
  });

  it('are named with 40 characters of their title', () => {
    const record = aRecord({ title: 'x'.repeat(50), ends: day('2026-03-01') });

    expect(findArchiveProblems(archive([], [record]), check)).toEqual([over.record(1, 'x'.repeat(40), over.ends)]);
  });
});

describe('the cycles that claims refer to', () => {
  const holding = {
    holding: { certification: 'whole' },
    cycles: [{ starts: day('2025-01-01') }],
  } as unknown as HoldingWithCycles;
  const records = [aRecord({ claims: [aClaim('whole', 'total')] }), aRecord({ claims: [aClaim('whole', 'total')] })];
  const missing = [over.noCycle('whole', '2025-01-01')];

  it.each([
    ['are those of a holding', { holdings: [holding], added: [] }, []],
    ['are those of the archive', { holdings: [], added: [aHolding('whole', [['2025-01-01', '2027-12-31']])] }, []],
    ['have to start on the day', { holdings: [], added: [aHolding('whole', [['2025-01-02', '2027-12-31']])] }, missing],
    [
      'have to be of the certification',
      { holdings: [], added: [aHolding('split', [['2025-01-01', '2027-12-31']])] },
      missing,
    ],
    ['are named once when they are missing', { holdings: [], added: [] }, missing],
  ])('%s', (_, known, problems) => {
    expect(findMissingCycles(archive([], records), known, words)).toEqual(problems);
  });
});
