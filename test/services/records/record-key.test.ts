import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { recordKey } from '../../../src/services/records/record-key.ts';

const codes = new Map([
  ['h1', 'cissp'],
  ['h2', 'cism'],
]);
const record = {
  title: 'Zero trust',
  provider: 'SANS',
  starts: day('2026-03-01'),
  ends: day('2026-03-02'),
  claims: [
    { holdingId: 'h1', parts: [{ category: 'group-a', credits: 100 }] },
    { holdingId: 'h2', parts: [{ category: 'total', credits: 150 }] },
  ],
};

describe('the key of a record', () => {
  it('does not depend on the marks of its parts', () => {
    const parts = [
      { category: 'group-a', credits: 60, marks: ['ethics'] },
      { category: 'group-a', credits: 40 },
    ];
    const marked = { ...record, claims: record.claims.with(0, { holdingId: 'h1', parts }) };

    expect(recordKey(marked, codes)).toBe(recordKey(record, codes));
  });

  it('does not depend on the order of its claims or the ids of the holdings', () => {
    const other = { ...record, claims: [...record.claims].reverse() };
    const renamed = {
      ...record,
      claims: record.claims.map((claim) => ({ ...claim, holdingId: `x${claim.holdingId}` })),
    };
    const renamedCodes = new Map([...codes].map(([id, code]) => [`x${id}`, code]));

    expect(recordKey(other, codes)).toBe(recordKey(record, codes));
    expect(recordKey(renamed, renamedCodes)).toBe(recordKey(record, codes));
  });

  it.each([
    ['title', { title: 'Zero trusts' }],
    ['provider', { provider: 'SANS Institute' }],
    ['first day', { starts: day('2026-02-28') }],
    ['last day', { ends: day('2026-03-03') }],
    ['claims', { claims: record.claims.slice(1) }],
    ['credits', { claims: [{ holdingId: 'h1', parts: [{ category: 'group-a', credits: 101 }] }] }],
    ['category', { claims: [{ holdingId: 'h1', parts: [{ category: 'group-b', credits: 100 }] }] }],
  ])('is another one with another %s', (_what, over) => {
    const base = 'claims' in over ? { ...record, claims: record.claims.slice(0, 1) } : record;

    expect(recordKey({ ...record, ...over }, codes)).not.toBe(recordKey(base, codes));
  });
});
