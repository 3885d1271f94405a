import type { Day } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { applyRatio } from '../../domain/estimate-ratio.ts';
import type { Entry } from '../../domain/holding.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import { type PaceGain, paceGains, scoreGains } from '../../domain/pace-gain.ts';
import { inForce } from '../../domain/sourced-value.ts';
import { isOutsideDomains } from '../../domain/topic-match.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';
import type { Scope } from '../workspace-data.ts';
import type { LearnedRatios } from './learned-ratios.ts';

/** The step of an estimate where a body states none, in hundredths of a credit. */
const DEFAULT_STEP = 25;

/** The estimated credits of an opportunity for one certification. */
export interface CreditEstimate {
  readonly certification: Certification;
  /** The total, if the category isn't decided. */
  readonly category: string;
  /** The member has to select the category. */
  readonly isUndecided: boolean;
  /** The topics are none of the certification's domains, so that it counts only if it fits the member's work. */
  readonly isOutside: boolean;
  readonly estimate: Estimate;
  /** The percentage of the estimate found on members' certificates, by which it was corrected. */
  readonly learned?: number;
}

/** An opportunity with its estimated credits and the days it would gain. */
export interface RankedOpportunity {
  readonly opportunity: IndexedOpportunity;
  readonly estimates: readonly CreditEstimate[];
  /** Without those of certifications whose domains it isn't in. */
  readonly gains: readonly CertificationGain[];
  readonly score: number;
  /** The gains of certifications whose domains it isn't in, and their score. */
  readonly outside: { readonly gains: readonly CertificationGain[]; readonly score: number };
}

type CertificationGain = PaceGain & { readonly certification: Certification };

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
function dayToAttend(opportunity: IndexedOpportunity, { zone, today }: RankingContext): Day {
  return opportunityDay(opportunity, zone) ?? today;
}

/** How the credits of an opportunity are estimated. */
interface EstimateOptions extends RankingContext {
  readonly learned: LearnedRatios;
  /** The name of the category, in lower case; by default the one that its kind and topics decide. */
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
  const { learned } = options;
  const { minutes, kind } = opportunity;
  if (minutes === undefined) return [];
  const day = dayToAttend(opportunity, options);
  return holdings.flatMap((holding) => {
    const place = placeOf(opportunity, holding, options.categoryNamed);
    if (place === undefined) return [];
    const estimate = estimateForHolding(holding, { kind, start: day, end: day, minutes, category: place.category });
    if (estimate === undefined) return [];
    const { certification, renewal } = holding;
    const found = { certification, ...place, estimate };
    const percent = learned(opportunity.provider, certification.code);
    if (percent === undefined) return [found];
    const step = inForce(renewal.conversion.step, day)?.value ?? DEFAULT_STEP;
    return [{ ...found, estimate: applyRatio(estimate, percent, step), learned: percent }];
  });
}

/** Returns the category of an opportunity for a holding; undefined if the holding has no category of the name. */
function placeOf(
  { kind, provider, title, description }: IndexedOpportunity,
  holding: CreditHolding,
  categoryNamed: string | undefined,
): Pick<CreditEstimate, 'category' | 'isUndecided' | 'isOutside'> | undefined {
  const text = { title, topics: description };
  const named = leavesOf(holding.renewal).find(({ name }) => name.toLowerCase() === categoryNamed);
  if (categoryNamed !== undefined && named === undefined) return undefined;
  const category = chooseCategory(holding, { kind, provider, ...text }, named?.code)?.category;
  const isOutside = isOutsideDomains(holding.renewal, text);
  return { category: category ?? WHOLE, isUndecided: category === undefined, isOutside };
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
    // Opportunities of the same kind, duration, day, categories and learned ratios have the same score, so it is computed once.
    const ratios = holdings.map(({ certification }) => learned(opportunity.provider, certification.code) ?? '');
    const places = JSON.stringify(holdings.map((holding) => placeOf(opportunity, holding, undefined)));
    const signature = `${opportunity.kind} ${opportunity.minutes} ${dayToAttend(opportunity, view)} ${ratios} ${places}`;
    const scored = scores.get(signature) ?? scoreOpportunity(opportunity, holdings, { ...view, learned });
    scores.set(signature, scored);
    if (scored.score > 0 || scored.outside.score > 0) ranked.push({ opportunity, ...scored });
  }
  return ranked.sort(
    (one, other) =>
      other.score - one.score ||
      other.outside.score - one.outside.score ||
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
  const estimates = estimateOpportunity(opportunity, holdings, options).filter(({ estimate }) => estimate.likely > 0);
  const gainsOf = (some: readonly CreditEstimate[]) =>
    some.flatMap((estimate) => {
      const holding = holdings.find((one) => one.certification === estimate.certification);
      return holding === undefined ? [] : gainsFor(opportunity, { estimate, holding }, options);
    });
  const gains = gainsOf(estimates.filter(({ isOutside }) => !isOutside));
  const outside = gainsOf(estimates.filter(({ isOutside }) => isOutside));
  return { estimates, gains, score: scoreGains(gains), outside: { gains: outside, score: scoreGains(outside) } };
}

function gainsFor(
  opportunity: IndexedOpportunity,
  { estimate, holding }: { readonly estimate: CreditEstimate; readonly holding: CreditHolding },
  options: EstimateOptions,
): readonly CertificationGain[] {
  const { tolerance, today } = options;
  const { certification, category } = estimate;
  const day = dayToAttend(opportunity, options);
  const parts = [{ category, credits: estimate.estimate.likely }];
  const order = Number.MAX_SAFE_INTEGER;
  const entry: Entry = { id: 'offered', kind: opportunity.kind, start: day, end: day, order, parts };
  const before = creditStandingOn(holding, day, tolerance);
  const after = creditStandingOn({ ...holding, entries: [...holding.entries, entry] }, day, tolerance);
  const now = creditStandingOn(holding, today, tolerance);
  return paceGains(before, after, now).map((gain) => ({ ...gain, certification }));
}

function timeOf({ startsAt, publishedAt }: IndexedOpportunity): number {
  return startsAt?.getTime() ?? 10 ** 13 - (publishedAt?.getTime() ?? 0);
}
