import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../src/domain/calendar.ts';
import { leavesOf, WHOLE } from '../../../src/domain/category-tree.ts';
import type { Credits } from '../../../src/domain/credit.ts';
import type { Entry, HoldingCycle } from '../../../src/domain/holding.ts';
import { type PaceGain, paceGains } from '../../../src/domain/pace-gain.ts';
import { creditStandingOn } from '../../../src/services/certifications/holdings.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { HoldingProbe, type ProbedActivity } from '../../../src/services/opportunities/try-activity.ts';
import { estimateForHolding } from '../../../src/services/records/estimate-for-holding.ts';
import { aCertification, aRenewal, known } from '../../domain/rules.ts';
import { randomCase } from '../../oracle/cases.ts';
import { chanceOf, dayIn } from '../../oracle/random.ts';

/** Thousands of them take minutes: `npm run test:probes`. */
const CASES = Number(process.env.RECERT_CASES ?? 60);
const ACTIVITIES = 24;

/** A holding under random rules with random records, on a day. */
function aCase(seed: number) {
  const { certification, activities, openings, on: lookedAt, tolerance, ...cycle } = randomCase(seed);
  const { renewal } = certification;
  if (renewal.kind !== 'credits') throw new Error('The cases are renewed by credits.');
  const chance = chanceOf(seed + 1);
  const on = chance.percent(75) ? dayIn(cycle.cycle.start, cycle.cycle.end, chance) : lookedAt;
  const answered: HoldingCycle = chance.percent(20) ? { ...cycle, renewals: renewalsOf(on, cycle.cycle.end) } : cycle;
  const stored = { cycleId: 'y', ...answered };
  const holding: CreditHolding = {
    ...{ holdingId: 'h', personId: 'p', number: '', certification, renewal, cycle: stored, cycles: [stored] },
    ...{ entries: activities.slice(0, chance.between(0, 12)).map(toEntry), openings },
  };
  const kinds = [...new Set(activities.map(({ kind }) => kind)), 'course', 'webinar'] as const;
  const categories = [WHOLE, ...leavesOf(renewal).map(({ code }) => code)];
  const ends = [cycle.cycle.end, ...Object.values(cycle.periods)];
  const offered = Array.from({ length: ACTIVITIES }, (): ProbedActivity => {
    const soon = addDays(on, chance.between(0, chance.oneOf([0, 3, 60, 60, 500])));
    const day = chance.percent(70) ? soon : addDays(chance.oneOf(ends), chance.between(-1, 40));
    return { kind: chance.oneOf(kinds), minutes: chance.oneOf([60, 60, 400]), category: chance.oneOf(categories), day };
  });
  return { holding, offered, view: { today: on, tolerance } };
}

function renewalsOf(on: Day, end: Day): HoldingCycle['renewals'] {
  return [{ short: 'Other', on: addDays(on, 20), end: addDays(end, 200) }];
}

function toEntry({ id, kind, delivery, start, end, cycle, parts }: Activity, order: number): Entry {
  return { id, kind, delivery, start, end, cycle, parts, order };
}

type Activity = ReturnType<typeof randomCase>['activities'][number];

/** What an activity would serve, with everything counted anew. */
function recount(
  holding: CreditHolding,
  { kind, day, category }: ProbedActivity,
  { credits, today, tolerance }: { readonly credits: Credits; readonly today: Day; readonly tolerance: number },
): readonly PaceGain[] {
  const parts = [{ category, credits }];
  const entry: Entry = { id: 'new', kind, start: day, end: day, order: Number.MAX_SAFE_INTEGER, parts };
  const standing = (entries: readonly Entry[], on: Day) => creditStandingOn({ ...holding, entries }, on, tolerance);
  const { entries } = holding;
  return paceGains(standing(entries, day), standing([...entries, entry], day), standing(entries, today));
}

/** A holding of a cycle that ends in 2027, with nothing recorded. */
function aHolding(over: Parameters<typeof aRenewal>[0], cycle: Partial<HoldingCycle> = {}): CreditHolding {
  const renewal = aRenewal(over);
  const stored = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') }, ...cycle };
  const certification = aCertification({ renewal });
  return {
    ...{ holdingId: 'h', personId: 'p', number: '', certification, renewal, cycle: stored, cycles: [stored] },
    entries: [],
  };
}

const view = { today: day('2026-11-25'), tolerance: 7 };
const grace = known({ days: 30 });
const ethics = {
  code: 'ethics',
  amount: known(400),
  severity: 'hard',
  per: 'period',
  chosenBy: 'cycle-start',
} as const;
const later = { ...known(400), from: day('2027-03-01') };

describe('the probe of a holding', () => {
  it.each<
    [string, CreditHolding, readonly [string, ProbedActivity['kind']], readonly [string, ProbedActivity['kind']]]
  >([
    [
      'a cap on its kind',
      aHolding({ caps: [{ per: 'cycle', limit: known(100), kinds: ['podcast'], name: 'podcasts' }] }),
      ['2026-12-01', 'course'],
      ['2026-12-01', 'podcast'],
    ],
    ['the last day to earn', aHolding({ earningGrace: grace }), ['2028-01-30', 'course'], ['2028-01-31', 'course']],
    [
      'a period of its own',
      aHolding({ requirements: [ethics] }, { periods: { ethics: day('2027-02-14') } }),
      ['2027-02-14', 'course'],
      ['2027-02-15', 'course'],
    ],
    [
      'how near a requirement is that there is not today',
      aHolding({
        requirements: [{ code: 'extra', amount: later, severity: 'hard', per: 'cycle', chosenBy: 'day' }],
      }),
      ['2027-03-02', 'course'],
      ['2027-08-02', 'course'],
    ],
  ])('two activities differ by %s', (_by, holding, ...both) => {
    const probe = new HoldingProbe(holding, view);
    const [one, other] = both.map(([on, kind]) => {
      const activity = { kind, day: day(on), minutes: 300, category: WHOLE };
      const gains = probe.gains(activity, 500);

      expect(gains).toEqual(recount(holding, activity, { credits: 500, ...view }));
      return gains;
    });

    expect(one).not.toEqual(other);
  });

  it(`the answers are those of a recount of everything, in ${CASES} cases`, () => {
    let gaining = 0;
    for (let seed = 1; seed <= CASES; seed += 1) {
      const { holding, offered, view } = aCase(seed);
      const probe = new HoldingProbe(holding, view);
      for (const activity of offered) {
        const { kind, day, minutes, category } = activity;
        const estimate = estimateForHolding(holding, { kind, start: day, end: day, minutes, category });
        const credits = estimate?.likely ?? 0;
        const gains = recount(holding, activity, { credits, ...view });
        if (gains.length > 0) gaining += 1;

        expect(probe.estimate(activity), `estimate, seed ${seed}, ${day}`).toEqual(estimate);
        expect(probe.gains(activity, credits), `gains, seed ${seed}, ${day}`).toEqual(gains);
      }
    }
    expect(gaining).toBeGreaterThan(CASES / 2);
  }, 600_000);
});
