import { type Day, dayIn } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { applyRatio } from '../../domain/estimate-ratio.ts';
import type { Entry } from '../../domain/holding.ts';
import { type PaceGain, paceGains, scoreGains } from '../../domain/pace-gain.ts';
import { inForce } from '../../domain/sourced-value.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';
import type { Scope } from '../workspace-data.ts';
import type { LearnedRatios } from './learned-ratios.ts';

/** The step of an estimate where a body states none, in hundredths of a credit. */
const DEFAULT_STEP = 25;

/** The estimated credits of an opportunity for one certification. */
export interface CreditEstimate {
  readonly certification: Certification;
  readonly category: string;
  readonly estimate: Estimate;
  /** The percentage of the estimate found on members' certificates, by which it was corrected. */
  readonly learned?: number;
}

/** An opportunity with its estimated credits and the days it would gain. */
export interface RankedOpportunity {
  readonly opportunity: IndexedOpportunity;
  readonly estimates: readonly CreditEstimate[];
  readonly gains: readonly (PaceGain & { readonly certification: Certification })[];
  readonly score: number;
}

/** The time zone, day and tolerance (in days) that opportunities are ranked with. */
export interface RankingContext {
  readonly zone: string;
  readonly today: Day;
  readonly tolerance: number;
}

/** Returns the ranking context of the person who asks. */
export function rankingContextOf({ request: { person, today }, data }: Scope): RankingContext {
  const { zone, tolerance } = data.workspace;
  return { zone: person.zone ?? zone, today, tolerance };
}

/** Returns the day of an opportunity, or today if it can be taken at any time. */
function opportunityDay({ startsAt }: IndexedOpportunity, { zone, today }: RankingContext): Day {
  return startsAt === undefined ? today : dayIn(zone, startsAt);
}

/** How the credits of an opportunity are estimated. */
interface EstimateOptions extends RankingContext {
  readonly learned: LearnedRatios;
  /** The name of the category, in lower case; by default the first one. */
  readonly categoryNamed?: string | undefined;
}

/**
 * Estimates the credits of an opportunity for each holding, after caps. Holdings without the category are left out; an opportunity without
 * a duration has no estimates.
 */
export function estimateOpportunity(
  opportunity: IndexedOpportunity,
  holdings: readonly CreditHolding[],
  options: EstimateOptions,
): readonly CreditEstimate[] {
  const { learned, categoryNamed } = options;
  const { minutes, kind } = opportunity;
  if (minutes === undefined) return [];
  const day = opportunityDay(opportunity, options);
  return holdings.flatMap((holding) => {
    const leaves = leavesOf(holding.renewal);
    const isNamed = ({ name }: { readonly name: string }) => name.toLowerCase() === categoryNamed;
    const leaf = categoryNamed === undefined ? leaves[0] : leaves.find(isNamed);
    if (categoryNamed !== undefined && leaf === undefined) return [];
    const category = leaf?.code ?? WHOLE;
    const estimate = estimateForHolding(holding, { kind, start: day, end: day, minutes, category });
    if (estimate === undefined) return [];
    const { certification, renewal } = holding;
    const percent = learned(opportunity.provider, certification.code);
    if (percent === undefined) return [{ certification, category, estimate }];
    const step = inForce(renewal.conversion.step, day)?.value ?? DEFAULT_STEP;
    return [{ certification, category, estimate: applyRatio(estimate, percent, step), learned: percent }];
  });
}

/** How opportunities are ranked; without `learned`, estimates aren't corrected by certificates. */
interface RankingOptions extends RankingContext {
  readonly learned?: LearnedRatios;
}

/** Returns the opportunities that help with open requirements, most helpful first. */
export function rankOpportunities(
  opportunities: Iterable<IndexedOpportunity>,
  holdings: readonly CreditHolding[],
  { learned = () => undefined, ...view }: RankingOptions,
): readonly RankedOpportunity[] {
  const scores = new Map<string, Omit<RankedOpportunity, 'opportunity'>>();
  const ranked: RankedOpportunity[] = [];
  for (const opportunity of opportunities) {
    // Opportunities of the same kind, duration, day and learned ratios have the same score, so it is computed once.
    const ratios = holdings.map(({ certification }) => learned(opportunity.provider, certification.code) ?? '');
    const signature = `${opportunity.kind} ${opportunity.minutes} ${opportunityDay(opportunity, view)} ${ratios}`;
    const scored = scores.get(signature) ?? scoreOpportunity(opportunity, holdings, { ...view, learned });
    scores.set(signature, scored);
    if (scored.score > 0) ranked.push({ opportunity, ...scored });
  }
  return ranked.sort(
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
  options: EstimateOptions,
): Omit<RankedOpportunity, 'opportunity'> {
  const { tolerance, today } = options;
  const day = opportunityDay(opportunity, options);
  const estimates = estimateOpportunity(opportunity, holdings, options).filter(({ estimate }) => estimate.likely > 0);
  const gains = estimates.flatMap(({ certification, category, estimate }) => {
    const holding = holdings.find((one) => one.certification === certification);
    if (holding === undefined) return [];
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
