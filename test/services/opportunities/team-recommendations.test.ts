import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { IndexedOpportunity } from '../../../src/opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../../src/opportunities/opportunity-index.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { findFittingOpportunities, rankForTeam } from '../../../src/services/opportunities/team-recommendations.ts';
import { aCertification, anEntry, aRenewal, known } from '../../domain/rules.ts';

const now = new Date('2026-11-25T12:00:00Z');
const view = { zone: 'UTC', today: day('2026-11-25'), tolerance: 0 };
const cycle = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };

function anOpportunity(id: string, over: Partial<IndexedOpportunity> = {}): IndexedOpportunity {
  const rest = { provider: '', url: '', description: '', delivery: '', language: '' } as const;
  return { id, title: id, kind: 'webinar', minutes: 60, ...rest, ...over };
}

function aHolding(credits: number): CreditHolding {
  const renewal = aRenewal({ yearly: [{ amount: known(4000), severity: 'hard' }] });
  const certification = aCertification({ renewal });
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-01-10', credits })];
  return { holdingId: 'h', personId: 'p', number: '', certification, renewal, cycle, cycles: [cycle], entries };
}

async function fitting(over: Partial<IndexedOpportunity>, query: { text?: string; locale?: string | null } = {}) {
  const index = new OpportunityIndex();
  await index.put([anOpportunity('a', over)]);
  return findFittingOpportunities(index, { minutes: 60, locale: 'de-DE', ...query }, { view, now }).length === 1;
}

describe('an opportunity for a team', () => {
  it.each([
    [{}, true],
    [{ minutes: 61 }, false],
    [{ startsAt: new Date('2027-01-24T20:00:00Z') }, true],
    [{ startsAt: new Date('2027-01-25T08:00:00Z') }, false],
    [{ startsAt: new Date('2026-11-24T08:00:00Z') }, false],
    [{ language: 'de-AT' }, true],
    [{ language: 'EN' }, true],
    [{ language: 'fr' }, false],
  ])('%j fits: %s', async (over, expected) => {
    expect(await fitting(over)).toBe(expected);
  });

  it('is in English where no language is known', async () => {
    expect([
      await fitting({ language: 'de' }, { locale: null }),
      await fitting({ language: 'en' }, { locale: null }),
    ]).toEqual([false, true]);
  });
});

describe('the opportunities for a team', () => {
  it('come by how much they help, with the number of people and gaps', async () => {
    const [short, long, none] = [
      anOpportunity('short', { minutes: 30 }),
      anOpportunity('long', { minutes: 600 }),
      anOpportunity('none', { minutes: 5 }),
    ];
    const ranked = await rankForTeam(
      [short, none, long],
      [[aHolding(0)], [aHolding(3950)], [aHolding(4000)], []],
      view,
    );

    expect(ranked.map(({ opportunity, people, gaps }) => [opportunity.id, people, gaps])).toEqual([
      ['long', 2, 4],
      ['short', 2, 4],
    ]);
  });

  it('come by id where they help as much', async () => {
    const ranked = await rankForTeam([anOpportunity('b'), anOpportunity('a')], [[aHolding(0)]], view);

    expect(ranked.map(({ opportunity }) => opportunity.id)).toEqual(['a', 'b']);
  });
});
