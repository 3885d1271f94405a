import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { leavesOf } from '../../src/domain/category-tree.ts';
import { claimLimit } from '../../src/domain/over-claim.ts';
import { sampleRecord } from '../../src/sample/seed.ts';
import { DONE, SAMPLE_PEOPLE } from '../../src/sample/team.ts';

const on = day('2026-11-02');
const records = SAMPLE_PEOPLE.flatMap(({ name, holdings }) =>
  holdings.flatMap((holding) => {
    const renewal = loadCatalogue().get(holding.code)?.renewal;
    if (renewal?.kind !== 'credits' || holding.every === undefined) return [];
    const { done = DONE } = holding;
    return done.map((_, turn) => {
      const record = sampleRecord(holding, { renewal, turn, day: on });
      return { what: `${name}: ${record.title}, ${holding.code}`, holding, renewal, record };
    });
  }),
);

describe('the records of the sample team', () => {
  it.each(records)('claim no more than the body gives: $what', ({ renewal, record: { kind, minutes, parts } }) => {
    const claimed = parts.reduce((sum, { credits }) => sum + credits, 0);
    const limit = claimLimit(renewal, { kind, end: on, minutes });

    expect(claimed).toBeGreaterThan(0);
    expect(claimed).toBeLessThanOrEqual(limit?.credits ?? Number.NaN);
  });

  it.each(records)('are in a category that was stated: $what', ({ holding, renewal, record: { parts } }) => {
    const codes = leavesOf(renewal).map(({ code }) => code);
    const stated = holding.categories ?? [];

    for (const { category } of parts) expect(codes.length > 1 ? stated.includes(category) : true).toBe(true);
    expect(codes.length > 1 ? parts.every(({ category }) => codes.includes(category)) : stated.length === 0).toBe(true);
  });
});
