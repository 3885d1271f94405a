import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { estimateForHolding } from '../../../src/services/records/estimate-for-holding.ts';
import { aCertification, anEntry, aRenewal, known, type RenewalInShort } from '../../domain/rules.ts';

const cycle = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };

function aHolding(rules: RenewalInShort, entries: CreditHolding['entries'] = []): CreditHolding {
  const renewal = aRenewal(rules);
  const certification = aCertification({ renewal });
  return { holdingId: 'h', personId: 'p', number: '', certification, renewal, cycle, cycles: [cycle], entries };
}

function likely(holding: CreditHolding, over: { minutes?: number; on?: string; category?: string } = {}) {
  const { minutes = 60, on = '2026-03-02', category } = over;
  const about = { kind: 'webinar', start: day(on), end: day(on), minutes } as const;
  return estimateForHolding(holding, { ...about, ...(category === undefined ? {} : { category }) })?.likely;
}

const capped: RenewalInShort = {
  categories: [
    { code: 'a', name: 'A', maximum: known(200) },
    { code: 'b', name: 'B' },
  ],
};

describe('the estimated credits of an activity', () => {
  it.each([
    [60, 100],
    [45, 75],
    [14, 0],
    [90, 150],
  ])('%i minutes are worth %i hundredths', (minutes, credits) => {
    expect(likely(aHolding({}), { minutes })).toBe(credits);
  });

  it('are unknown where the body has no conversion', () => {
    expect(likely(aHolding({ conversion: {} }))).toBeUndefined();
  });

  it.each([
    ['of the total where the category isn’t known', undefined, 100],
    ['of a category with a limit', 'a', 50],
    ['of one without', 'b', 100],
  ])('leave room %s', (_, category, credits) => {
    const entries = [anEntry({ end: '2026-01-10', parts: [{ category: 'a', credits: 150 }] })];

    expect(likely(aHolding(capped, entries), category === undefined ? {} : { category })).toBe(credits);
  });

  it('are 0 where no room is left', () => {
    const entries = [anEntry({ end: '2026-01-10', parts: [{ category: 'a', credits: 200 }] })];

    expect(likely(aHolding(capped, entries), { category: 'a' })).toBe(0);
  });

  it.each([
    ['2024-12-31', 100],
    ['2025-01-01', 0],
    ['2027-12-31', 0],
    ['2028-01-01', 100],
  ])('are not reduced outside the cycle: %s', (on, credits) => {
    const entries = [anEntry({ end: '2026-01-10', parts: [{ category: 'a', credits: 200 }] })];

    expect(likely(aHolding(capped, entries), { on, category: 'a' })).toBe(credits);
  });
});
