import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { type Explanation, explain } from '../../src/domain/explain.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { courseOf } from '../../src/domain/holding.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { randomCase } from '../oracle/cases.ts';
import { anEntry, aRenewal, known } from './rules.ts';

/** Every explanation of the random case of a seed. */
function explanationsOf(seed: number): readonly { id: string; explanation: Explanation }[] {
  const { certification, activities, openings, on, tolerance, ...holding } = randomCase(seed);
  if (certification.renewal.kind !== 'credits') return [];
  const entries = activities
    .filter(({ planned }) => !planned)
    .map((activity, order): Entry => ({ ...activity, order, course: courseOf(activity.provider, activity.title) }));
  const standing = creditStanding({ renewal: certification.renewal, cycle: holding, entries, openings }, on, tolerance);
  return standing.paces.map((pace) => ({ id: pace.requirement.id, explanation: explain(standing, entries, pace) }));
}

function raise(): never {
  throw new Error('It has a pace.');
}

describe('an explanation', () => {
  it('adds up, of every requirement in a thousand random cases', () => {
    const wrong: unknown[] = [];
    for (let seed = 1; seed <= 1000; seed += 1)
      for (const { id, explanation } of explanationsOf(seed)) {
        const { claimed, carriedOver, carriedFromYear, stated, cuts, counted } = explanation;
        const left = cuts.reduce(
          (rest, { credits }) => rest - credits,
          claimed + carriedOver + carriedFromYear + stated,
        );
        if (left !== counted) wrong.push({ seed, id, left, ...explanation });
      }

    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('has opening balances as records leave them, in the year of their day', () => {
    const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
    const renewal = aRenewal({
      yearly: [{ amount: known(1000), severity: 'hard' }],
      caps: [{ per: 'cycle', limit: known(500), name: 'everything' }],
    });
    const entries = [anEntry({ end: '2025-03-01', credits: 200 })];
    const openings = [{ on: day('2025-12-31'), parts: [{ category: 'total', credits: 900 }] }];
    const standing = creditStanding({ renewal, cycle, entries, openings }, day('2026-06-01'), 7);
    const explained = (id: string) => {
      const pace = standing.paces.find(({ requirement }) => requirement.id === id);
      const { claimed, stated, cuts, counted } = explain(standing, entries, pace ?? raise());
      return [claimed, stated, cuts.map(({ credits }) => credits), counted];
    };

    expect(explained('total')).toEqual([200, 700, [400], 500]);
    expect(explained('year:1')).toEqual([200, 700, [], 900]);
    expect(explained('year:2')).toEqual([0, 0, [], 0]);
  });

  it('leaves out of a year what only the cycle cuts, and out of a category what the total cuts', () => {
    const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
    const renewal = aRenewal({
      categories: [{ code: 'a', name: 'A', minimum: known(100) }],
      yearly: [{ amount: known(1000), severity: 'hard' }],
      caps: [{ per: 'cycle', limit: known(300), name: 'everything' }],
    });
    const entries = [anEntry({ end: '2025-03-01', parts: [{ category: 'a', credits: 800 }] })];
    const standing = creditStanding({ renewal, cycle, entries }, day('2025-06-01'), 7);
    const cutsOf = (id: string) => {
      const pace = standing.paces.find(({ requirement }) => requirement.id === id);
      return pace && explain(standing, entries, pace).cuts.map(({ credits }) => credits);
    };

    expect([cutsOf('total'), cutsOf('category:a'), cutsOf('year:1')]).toEqual([[500], [], []]);
  });
});
