import { type Day, dayIn } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { applyRatio } from '../../domain/estimate-ratio.ts';
import type { Entry } from '../../domain/holding.ts';
import { type PaceGain, paceGains, scoreGains } from '../../domain/pace-gain.ts';
import { inForce } from '../../domain/sourced.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';
import type { LearnedRatios } from './learned-ratios.ts';

/** Where a body says no step, credits are estimated in quarters. */
const QUARTER = 25;

/** What an opportunity may be worth for one certification. */
export interface CreditEstimate {
  readonly certification: Certification;
  readonly category: string;
  readonly estimate: Estimate;
  /** Members' certificates came to so much of what is estimated, in percent, and the estimate is corrected by it. */
  readonly learned?: number;
}

/** An opportunity with what it would do for somebody. */
export interface RankedOpportunity {
  readonly opportunity: IndexedOpportunity;
  readonly estimates: readonly CreditEstimate[];
  readonly gains: readonly (PaceGain & { readonly certification: Certification })[];
  readonly score: number;
}

/** From where opportunities are looked at: a clock, a day, and the days of slack. */
export interface RankingContext {
  readonly zone: string;
  readonly today: Day;
  readonly tolerance: number;
}

/** From where the person who asks looks. */
export function rankingContextOf({ request: { person, today }, data }: Scope): RankingContext {
  const { zone, tolerance } = data.workspace;
  return { zone: person.zone ?? zone, today, tolerance };
}

/** The day on which somebody would have done it: its own, or today for what can be taken at any time. */
export function opportunityDay({ startsAt }: IndexedOpportunity, { zone, today }: RankingContext): Day {
  return startsAt === undefined ? today : dayIn(zone, startsAt);
}

/**
 * What an opportunity may be worth for each certification, after the limits, in the category of that name or in its usual one; nothing
 * where nobody says how long it is, or where a certification has no such category.
 */
export function estimateOpportunity(
  opportunity: IndexedOpportunity,
  holdings: readonly CreditHolding[],
  view: RankingContext,
  { learned, categoryNamed }: { readonly learned: LearnedRatios; readonly categoryNamed?: string | undefined },
): readonly CreditEstimate[] {
  const { minutes, kind } = opportunity;
  if (minutes === undefined) return [];
  const day = opportunityDay(opportunity, view);
  return holdings.flatMap((holding) => {
    const leaves = leavesOf(holding.renewal);
    const isMeant = ({ name }: { readonly name: string }) => name.toLowerCase() === categoryNamed;
    const leaf = categoryNamed === undefined ? leaves[0] : leaves.find(isMeant);
    if (categoryNamed !== undefined && leaf === undefined) return [];
    const category = leaf?.code ?? WHOLE;
    const estimate = estimateForHolding(holding, { kind, start: day, end: day, minutes, category });
    if (estimate === undefined) return [];
    const { certification, renewal } = holding;
    const percent = learned(opportunity.provider, certification.code);
    if (percent === undefined) return [{ certification, category, estimate }];
    const step = inForce(renewal.conversion.step, day)?.value ?? QUARTER;
    return [{ certification, category, estimate: applyRatio(estimate, percent, step), learned: percent }];
  });
}

/** The opportunities that serve open requirements, the most helpful first; what serves none is left out. */
export function rankOpportunities(
  opportunities: Iterable<IndexedOpportunity>,
  holdings: readonly CreditHolding[],
  view: RankingContext,
  learned: LearnedRatios = () => undefined,
): readonly RankedOpportunity[] {
  const known = new Map<string, Omit<RankedOpportunity, 'opportunity'>>();
  const helping: RankedOpportunity[] = [];
  for (const opportunity of opportunities) {
    // Of its kind, length and day depends what it does, and of what is known of its provider.
    const notified = holdings.map(({ certification }) => learned(opportunity.provider, certification.code) ?? '');
    const signature = `${opportunity.kind} ${opportunity.minutes} ${opportunityDay(opportunity, view)} ${notified}`;
    const done = known.get(signature) ?? scoreOpportunity(opportunity, holdings, view, learned);
    known.set(signature, done);
    if (done.score > 0) helping.push({ opportunity, ...done });
  }
  return helping.sort(
    (one, other) =>
      other.score - one.score ||
      (one.opportunity.minutes ?? 0) - (other.opportunity.minutes ?? 0) ||
      timeOf(one.opportunity) - timeOf(other.opportunity) ||
      (one.opportunity.id < other.opportunity.id ? -1 : 1),
  );
}

function scoreOpportunity(
  opportunity: IndexedOpportunity,
  holdings: readonly CreditHolding[],
  view: RankingContext,
  learned: LearnedRatios,
): Omit<RankedOpportunity, 'opportunity'> {
  const estimates = estimateOpportunity(opportunity, holdings, view, { learned }).filter(
    ({ estimate }) => estimate.likely > 0,
  );
  const day = opportunityDay(opportunity, view);
  const { tolerance, today } = view;
  const gains = estimates.flatMap(({ certification, category, estimate }) => {
    const holding = holdings.find((one) => one.certification === certification) as CreditHolding;
    const parts = [{ category, credits: estimate.likely }];
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'offered', kind: opportunity.kind, start: day, end: day, order, parts, marks: [] };
    const before = creditStandingOn(holding, day, tolerance);
    const after = creditStandingOn({ ...holding, entries: [...holding.entries, entry] }, day, tolerance);
    const now = creditStandingOn(holding, today, tolerance);
    return paceGains(before, after, now).map((gain) => ({ ...gain, certification }));
  });
  return { estimates, gains, score: scoreGains(gains) };
}

function timeOf({ startsAt, publishedAt }: IndexedOpportunity): number {
  return startsAt?.getTime() ?? 10 ** 13 - (publishedAt?.getTime() ?? 0);
}
