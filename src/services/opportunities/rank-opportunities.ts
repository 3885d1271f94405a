import type { Day } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { applyRatio } from '../../domain/estimate-ratio.ts';
import { type PaceGain, scoreGains } from '../../domain/pace-gain.ts';
import { inForce } from '../../domain/sourced-value.ts';
import type { DomainFit, FitVerdict } from '../../domain/subject-fit.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { nightsIn } from './at-night.ts';
import { Candidate } from './candidate.ts';
import type { LearnedRatios } from './learned-ratios.ts';
import { probeOf } from './try-activity.ts';

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
  const candidate = new Candidate(opportunity, options);
  return holdings.flatMap((holding) => estimateFor(candidate, holding, options) ?? []);
}

/** Returns undefined for a holding without the category, and if the body has no single conversion for the opportunity. */
function estimateFor(
  candidate: Candidate,
  holding: CreditHolding,
  options: EstimateOptions,
): CreditEstimate | undefined {
  const { opportunity, day } = candidate;
  const { kind, minutes, provider } = opportunity;
  const place = minutes === undefined ? undefined : placeOf(candidate, holding, options.categoryNamed);
  if (minutes === undefined || place === undefined) return undefined;
  const estimate = probeOf(holding, options).estimate({ kind, day, minutes, category: place.category });
  if (estimate === undefined) return undefined;
  const { certification, renewal } = holding;
  const found = { certification, ...place, estimate };
  const percent = options.learned(provider, certification.code);
  if (percent === undefined) return found;
  const step = inForce(renewal.conversion.step, day)?.value ?? DEFAULT_STEP;
  return { ...found, estimate: applyRatio(estimate, percent, step), learned: percent };
}

/** Returns the category of an opportunity for a holding; undefined if the holding has no category of the name. */
function placeOf(
  candidate: Candidate,
  holding: CreditHolding,
  categoryNamed: string | undefined,
): Pick<CreditEstimate, 'category' | 'isUndecided' | 'fit'> | undefined {
  const isNamed = ({ name }: { readonly name: string }) => name.toLowerCase() === categoryNamed;
  const named = categoryNamed === undefined ? undefined : leavesOf(holding.renewal).find(isNamed);
  if (categoryNamed !== undefined && named === undefined) return undefined;
  const category = chooseCategory(holding, candidate.activity, named?.code)?.category;
  const fit = candidate.fitFor(holding.certification);
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
  options: RankingOptions,
): readonly RankedOpportunity[] {
  const candidates = Iterator.from(opportunities).map((opportunity) => new Candidate(opportunity, options));
  const isAtNight = nightsIn(options.zone);
  return findHelpful(candidates, holdings, options).sort(
    (one, other) =>
      Number(isAtNight(one.opportunity)) - Number(isAtNight(other.opportunity)) ||
      other.score - one.score ||
      other.ifItFits.score - one.ifItFits.score ||
      (one.opportunity.minutes ?? 0) - (other.opportunity.minutes ?? 0) ||
      timeOf(one.opportunity) - timeOf(other.opportunity) ||
      (one.opportunity.id < other.opportunity.id ? -1 : 1),
  );
}

/** Returns the opportunities that help with open requirements, in their order. */
export function findHelpful(
  candidates: Iterable<Candidate>,
  holdings: readonly CreditHolding[],
  { learned = () => undefined, minCredits = 0, ...view }: RankingOptions,
): RankedOpportunity[] {
  const helpful: RankedOpportunity[] = [];
  for (const candidate of candidates) {
    // Nothing helps a person who has met all requirements by that day.
    if (!holdings.some((holding) => probeOf(holding, view).canGain(candidate.day))) continue;
    const scored = scoreOpportunity(candidate, holdings, { ...view, learned });
    const isEnough = scored.estimates.some(({ estimate }) => estimate.likely >= minCredits);
    if (isEnough && (scored.score > 0 || scored.ifItFits.score > 0))
      helpful.push({ opportunity: candidate.opportunity, ...scored });
  }
  return helpful;
}

function scoreOpportunity(
  candidate: Candidate,
  holdings: readonly CreditHolding[],
  options: EstimateOptions,
): Omit<RankedOpportunity, 'opportunity'> {
  const estimates: CreditEstimate[] = [];
  const gains: CertificationGain[] = [];
  const fitting: CertificationGain[] = [];
  for (const holding of holdings) {
    const estimate = estimateFor(candidate, holding, options);
    if (estimate === undefined) continue;
    const verdict = verdictOf(estimate.fit);
    if (estimate.estimate.likely <= 0 || verdict === 'does-not-count') continue;
    estimates.push(estimate);
    (verdict === 'counts' ? gains : fitting).push(...gainsFor(candidate, { estimate, holding }, options));
  }
  return { estimates, gains, score: scoreGains(gains), ifItFits: { gains: fitting, score: scoreGains(fitting) } };
}

/** What isn't judged, because the domains of the certification aren't known, is ranked as if it counts. */
function verdictOf(fit: DomainFit | undefined): FitVerdict {
  return fit?.verdict ?? 'counts';
}

function gainsFor(
  { opportunity, day }: Candidate,
  { estimate, holding }: { readonly estimate: CreditEstimate; readonly holding: CreditHolding },
  options: EstimateOptions,
): readonly CertificationGain[] {
  const { certification, category } = estimate;
  const { kind, minutes = 0 } = opportunity;
  const gains = probeOf(holding, options).gains({ kind, day, minutes, category }, estimate.estimate.likely);
  return gains.map((gain) => ({ ...gain, certification }));
}

function timeOf({ startsAt, publishedAt }: IndexedOpportunity): number {
  return startsAt?.getTime() ?? 10 ** 13 - (publishedAt?.getTime() ?? 0);
}
