import type { Day } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { DomainFit, FitVerdict } from '../../domain/domain-fit.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { applyRatio } from '../../domain/estimate-ratio.ts';
import type { Entry } from '../../domain/holding.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import { type PaceGain, paceGains, scoreGains } from '../../domain/pace-gain.ts';
import { inForce } from '../../domain/sourced-value.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { domainFit } from '../records/domain-fit.ts';
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
  /** Whether it counts for the certification, and why; absent if the certification's domains aren't known. */
  readonly fit?: DomainFit;
  readonly estimate: Estimate;
  /** The percentage of the estimate found on members' certificates, by which it was corrected. */
  readonly learned?: number;
}

/** An opportunity with its estimated credits and the days it would gain. */
export interface RankedOpportunity {
  readonly opportunity: IndexedOpportunity;
  readonly estimates: readonly CreditEstimate[];
  /** Of what counts. */
  readonly gains: readonly CertificationGain[];
  readonly score: number;
  /** The gains of what counts only if it fits the member's work, and their score. */
  readonly ifItFits: { readonly gains: readonly CertificationGain[]; readonly score: number };
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
  opportunity: IndexedOpportunity,
  holding: CreditHolding,
  categoryNamed: string | undefined,
): Pick<CreditEstimate, 'category' | 'isUndecided' | 'fit'> | undefined {
  const { kind, provider, title, topics = [], description } = opportunity;
  const text = { title, topics: [...topics, description].join(' . ') };
  const named = leavesOf(holding.renewal).find(({ name }) => name.toLowerCase() === categoryNamed);
  if (categoryNamed !== undefined && named === undefined) return undefined;
  const category = chooseCategory(holding, { kind, provider, ...text }, named?.code)?.category;
  const fit = domainFit(holding.certification, opportunity);
  return { category: category ?? WHOLE, isUndecided: category === undefined, ...(fit && { fit }) };
}

/** How opportunities are ranked; without `learned`, estimates aren't corrected by certificates. */
export interface RankingOptions extends RankingContext, Pick<EstimateOptions, 'categoryNamed'> {
  readonly learned?: LearnedRatios;
  /** The least credits of one of the estimates, in hundredths. */
  readonly minCredits?: Credits | undefined;
}

/** Returns the opportunities that help with open requirements, most helpful first: what counts before what counts only if it fits. */
export function rankOpportunities(
  opportunities: Iterable<IndexedOpportunity>,
  holdings: readonly CreditHolding[],
  { learned = () => undefined, minCredits = 0, ...view }: RankingOptions,
): readonly RankedOpportunity[] {
  const scores = new Map<string, Omit<RankedOpportunity, 'opportunity'>>();
  const ranked: RankedOpportunity[] = [];
  for (const opportunity of opportunities) {
    // Opportunities of the same kind, duration, day, categories and learned ratios have the same score, so it is computed once.
    const ratios = holdings.map(({ certification }) => learned(opportunity.provider, certification.code) ?? '');
    const places = JSON.stringify(holdings.map((holding) => placeOf(opportunity, holding, view.categoryNamed)));
    const signature = `${opportunity.kind} ${opportunity.minutes} ${dayToAttend(opportunity, view)} ${ratios} ${places}`;
    const scored = scores.get(signature) ?? scoreOpportunity(opportunity, holdings, { ...view, learned });
    scores.set(signature, scored);
    const isEnough = scored.estimates.some(({ estimate }) => estimate.likely >= minCredits);
    if (isEnough && (scored.score > 0 || scored.ifItFits.score > 0)) ranked.push({ opportunity, ...scored });
  }
  return ranked.sort(
    (one, other) =>
      other.score - one.score ||
      other.ifItFits.score - one.ifItFits.score ||
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
  const estimates = estimateOpportunity(opportunity, holdings, options).filter(
    ({ estimate, fit }) => estimate.likely > 0 && verdictOf(fit) !== 'does-not-count',
  );
  const gainsOf = (verdict: FitVerdict) =>
    estimates.flatMap((estimate) => {
      if (verdictOf(estimate.fit) !== verdict) return [];
      const holding = holdings.find((one) => one.certification === estimate.certification);
      return holding === undefined ? [] : gainsFor(opportunity, { estimate, holding }, options);
    });
  const gains = gainsOf('counts');
  const fitting = gainsOf('if-it-fits');
  return { estimates, gains, score: scoreGains(gains), ifItFits: { gains: fitting, score: scoreGains(fitting) } };
}

/** What isn't judged, because the domains of the certification aren't known, is ranked as if it counts. */
function verdictOf(fit: DomainFit | undefined): FitVerdict {
  return fit?.verdict ?? 'counts';
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
