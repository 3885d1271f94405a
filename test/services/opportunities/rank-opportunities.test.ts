import { expect, it } from 'vitest';
import { addDays, type Day, day, dayIn } from '../../../src/domain/calendar.ts';
import { leavesOf, WHOLE } from '../../../src/domain/category-tree.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { Entry } from '../../../src/domain/holding.ts';
import { cutsOf } from '../../../src/domain/pace-change.ts';
import { creditStanding } from '../../../src/domain/standing.ts';
import type { IndexedOpportunity } from '../../../src/opportunities/indexed-opportunity.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { rankOpportunities } from '../../../src/services/opportunities/rank-opportunities.ts';
import { estimateForHolding } from '../../../src/services/records/estimate-for-holding.ts';
import { anEntry, aRenewal, known } from '../../domain/rules.ts';
import { fc } from '../../support/properties.ts';

/** Ten thousand of them take a minute: `npm run test:ranks`. */
const CASES = Number(process.env.RECERT_CASES ?? 1000);
const today = day('2026-11-25');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

const renewals = fc
  .record({
    total: fc.integer({ min: 1, max: 30 }),
    year: fc.integer({ min: 0, max: 10 }),
    cap: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ total, year, cap }) =>
    aRenewal({
      total: known(total * 100),
      yearly: year === 0 ? [] : [{ amount: known(year * 100), severity: 'hard' }],
      categories: [
        { code: 'a', name: 'A', ...(cap === 0 ? {} : { maximum: known(cap * 100) }) },
        { code: 'b', name: 'B' },
      ],
      defaultCategories: [{ kinds: ['webinar', 'course'], category: 'a', certainty: 'O', sources: ['S1'] }],
    }),
  );
const entries = fc.array(
  fc.record({ ago: fc.nat(600), credits: fc.integer({ min: 1, max: 12 }), category: fc.constantFrom('a', 'b') }),
  { maxLength: 4 },
);
const holdings = fc.array(fc.tuple(renewals, entries), { minLength: 1, maxLength: 2 }).map((some) =>
  some.map(([renewal, logged], index): CreditHolding => {
    const certification = { code: `c${index}`, short: `C${index}`, renewal } as Certification;
    return {
      holdingId: `h${index}`,
      personId: 'p',
      number: '',
      certification,
      renewal,
      cycle: { cycleId: 'y', cycle },
      cycles: [{ cycleId: 'y', cycle }],
      entries: logged.map(({ ago, credits, category }, order) =>
        anEntry({ id: `e${order}`, end: addDays(today, -ago), order, parts: [{ category, credits: credits * 100 }] }),
      ),
    };
  }),
);
const offers = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 5, max: 400 }),
      kind: fc.constantFrom('webinar', 'course'),
      inDays: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((some) =>
    some.map(({ minutes, kind, inDays }, index): IndexedOpportunity => {
      const startsAt = inDays === null ? undefined : new Date(`${addDays(today, inDays)}T12:00:00Z`);
      const rest = { provider: '', url: '', description: '', delivery: '', language: '' } as const;
      return { id: `o${index}`, title: `O${index}`, kind: kind as 'webinar' | 'course', minutes, startsAt, ...rest };
    }),
  );

const view = { today, zone: 'UTC', tolerance: 0 };

/** What remains of every hard requirement in force on a day, written without the house's own comparison. */
function remaining(holding: CreditHolding, more: readonly Entry[], on: Day): Map<string, number> {
  const standing = creditStanding({ ...holding, entries: [...holding.entries, ...more] }, on, 0);
  return new Map(
    standing.paces
      .filter(({ requirement, hasBegun }) => requirement.severity === 'hard' && hasBegun)
      .map(({ requirement, counted }) => [requirement.id, Math.max(0, requirement.required - counted)]),
  );
}

function bruteForce(opportunity: IndexedOpportunity, all: readonly CreditHolding[]): { score: number; cut: number } {
  const on = opportunity.startsAt === undefined ? today : dayIn('UTC', opportunity.startsAt);
  let [score, cut] = [0, 0];
  for (const holding of all) {
    const category = leavesOf(holding.renewal)[0]?.code ?? WHOLE;
    const { kind, minutes = 0 } = opportunity;
    const credits = estimateForHolding(holding, { kind, start: on, end: on, minutes, category })?.likely ?? 0;
    if (credits === 0) continue;
    const entry: Entry = { id: 'new', kind, start: on, end: on, order: 1e9, parts: [{ category, credits }] };
    const [before, after] = [remaining(holding, [], on), remaining(holding, [entry], on)];
    const now = creditStanding(holding, today, 0);
    const then = creditStanding({ ...holding, entries: [...holding.entries, entry] }, on, 0);
    cut += cutsOf(then, 'new').reduce((sum, one) => sum + one.credits, 0);
    const late = creditStanding(holding, on, 0);
    for (const [id, open] of before) {
      const less = open - (after.get(id) ?? 0);
      if (open === 0 || less <= 0) continue;
      const pace = [...now.paces, ...late.paces].find(({ requirement }) => requirement.id === id);
      if (pace === undefined) throw new Error('It has a pace.');
      const near = 1 + 90 / (90 + Math.max(0, pace.daysLeft));
      score += Math.round(1000 * near * (pace.delta < 0 ? 2 : 1) * (0.5 + 0.5 * Math.min(1, less / open)));
    }
  }
  return { score, cut };
}

it(`the best is the best of all, and no limit discards any of it, in ${CASES} small cases`, () => {
  fc.assert(
    fc.property(holdings, offers, (all, suggested) => {
      const ranked = rankOpportunities(suggested, all, view);
      const each = new Map(suggested.map((opportunity) => [opportunity.id, bruteForce(opportunity, all)]));
      const best = Math.max(0, ...[...each.values()].map(({ score }) => score));

      expect(ranked.map(({ opportunity, score }) => [opportunity.id, score])).toEqual(
        ranked.map(({ opportunity }) => [opportunity.id, each.get(opportunity.id)?.score]),
      );
      expect(ranked[0]?.score ?? 0).toBe(best);
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
      expect(ranked.every(({ opportunity }) => each.get(opportunity.id)?.cut === 0)).toBe(true);
      expect(ranked).toHaveLength([...each.values()].filter(({ score }) => score > 0).length);
    }),
    { numRuns: CASES },
  );
}, 600_000);

it.each`
  startsAt                  | delivery             | isLast
  ${'2026-12-02T09:00:00Z'} | ${'online-live'}     | ${true}
  ${'2026-12-02T12:00:00Z'} | ${'online-live'}     | ${false}
  ${'2026-12-02T03:30:00Z'} | ${'online-live'}     | ${true}
  ${'2026-12-02T09:00:00Z'} | ${'in-person'}       | ${false}
  ${undefined}              | ${'online-recorded'} | ${false}
`('offers what is live at night last: $startsAt, $delivery', ({ startsAt, delivery, isLast }) => {
  const [renewal] = fc.sample(renewals, { numRuns: 1, seed: 1 });
  const certification = { code: 'c', short: 'C', renewal } as Certification;
  const held = { holdingId: 'h', personId: 'p', number: '', certification, cycle: { cycleId: 'y', cycle } };
  const holding = { ...held, renewal, cycles: [{ cycleId: 'y', cycle }], entries: [] } as unknown as CreditHolding;
  const rest = { provider: '', url: '', description: '', language: '', kind: 'webinar' } as const;
  const starts = startsAt === undefined ? undefined : new Date(startsAt);
  const long: IndexedOpportunity = { id: 'long', title: 'Long', minutes: 120, startsAt: starts, delivery, ...rest };
  const short: IndexedOpportunity = { id: 'short', title: 'Short', minutes: 60, delivery: 'self-paced', ...rest };

  const ranked = rankOpportunities([long, short], [holding], { ...view, zone: 'America/Chicago' });

  expect(ranked.map(({ opportunity }) => opportunity.id)).toEqual(isLast ? ['short', 'long'] : ['long', 'short']);
});

it('counts an event of several days on its last day, and offers none that ends after the cycle', () => {
  const renewal = aRenewal({ total: known(3000) });
  const holding: CreditHolding = {
    ...{ holdingId: 'h', personId: 'p', number: '', renewal, entries: [] },
    certification: { code: 'c', short: 'C', renewal } as Certification,
    cycle: { cycleId: 'y', cycle },
    cycles: [{ cycleId: 'y', cycle }],
  };
  const startsAt = new Date('2027-12-30T12:00:00Z');
  const rest = { provider: '', url: '', description: '', delivery: '', language: '', title: 'A' } as const;
  const event = (id: string, lastDay: string): IndexedOpportunity => ({
    ...{ id, kind: 'course', minutes: 300, startsAt, isAllDay: true, lastDay: day(lastDay), ...rest },
  });
  const ranked = rankOpportunities([event('in', '2027-12-31'), event('beyond', '2028-01-02')], [holding], view);

  expect(ranked.map(({ opportunity }) => opportunity.id)).toEqual(['in']);
});
