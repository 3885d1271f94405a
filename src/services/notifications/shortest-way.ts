import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Entry } from '../../domain/holding.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import type { Pace } from '../../domain/pace.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { distinctBest } from '../../opportunities/merge-duplicates.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { SearchableData } from '../data-with-catalogue.ts';
import { type RankingContext, rankOpportunities } from '../opportunities/rank-opportunities.ts';
import { findFittingOpportunities } from '../opportunities/team-recommendations.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';

/** The fewest and shortest activities that meet the binding requirement, and opportunities of which each meets it alone. */
export interface ShortestWay {
  readonly kind: WayKind;
  readonly count: number;
  /** Of each activity. */
  readonly minutes: number;
  /** The last day for them. */
  readonly before: Day;
  /** The code of the category that they must be in; absent if any counts. */
  readonly category?: string | undefined;
  readonly offers: readonly IndexedOpportunity[];
}

/** The kinds that are tried, in this order. */
const KINDS = ['webinar', 'course'] as const;
type WayKind = (typeof KINDS)[number];
/** The lengths of one activity that are tried, up to a day, in minutes. */
const LENGTHS = [30, 60, 90, 120, 180, 240, 300, 360, 420, 480];
/** Several activities are this long each, one a day. */
const OF_SEVERAL = 120;
const MAX_COUNT = 6;
const MAX_OFFERS = 3;
const MAX_RANKED = 50;

interface Activity {
  readonly kind: ActivityKind;
  readonly minutes: number;
  readonly day: Day;
  readonly category: string;
}

/**
 * Returns the shortest way to meet the binding requirement of a holding; undefined if nothing that was tried meets it, so that nothing is promised.
 * Every activity is estimated and counted as if it were logged, with all limits of the body.
 */
export async function findShortestWay(
  holding: CreditHolding,
  {
    data,
    now,
    locale,
    view,
  }: {
    readonly data: SearchableData;
    readonly now: Date;
    readonly locale: string | null | undefined;
    readonly view: RankingContext;
  },
): Promise<ShortestWay | undefined> {
  const { binding } = creditStandingOn(holding, view.today, view.tolerance);
  if (binding === undefined || binding.remaining === 0 || binding.daysLeft === 0) return undefined;
  const way = KINDS.map((kind) => wayOf(kind, { holding, binding, view })).find((found) => found !== undefined);
  if (way === undefined) return undefined;
  if (way.count > 1) return { ...way, offers: [] };
  const fitting = findFittingOpportunities(await data.opportunityIndex(), { minutes: 480, locale }, { view, now });
  const ranked = distinctBest(rankOpportunities(fitting, [holding], view), MAX_RANKED);
  const closing = ranked.filter(({ opportunity, estimates: [estimate] }) => {
    const { kind, minutes } = opportunity;
    const day = opportunityDay(opportunity, view.zone) ?? view.today;
    if (minutes === undefined || estimate === undefined || estimate.isUndecided) return false;
    if (estimate.fit !== undefined && estimate.fit.verdict !== 'counts') return false;
    return isMetBy([{ kind, minutes, day, category: estimate.category }], { holding, binding, view });
  });
  return { ...way, offers: closing.slice(0, MAX_OFFERS).map(({ opportunity }) => opportunity) };
}

interface Question {
  readonly holding: CreditHolding;
  readonly binding: Pace;
  readonly view: RankingContext;
}

function wayOf(kind: WayKind, question: Question): Omit<ShortestWay, 'offers'> | undefined {
  const { binding, view } = question;
  const { requirement, daysLeft } = binding;
  const category = categoryFor(kind, question);
  if (category === undefined) return undefined;
  const about = {
    kind,
    before: requirement.lastDay,
    ...(requirement.category === undefined ? {} : { category }),
  };
  const at = (minutes: number, count: number): readonly Activity[] =>
    Array.from({ length: count }, (_unused, index) => {
      return { kind, minutes, day: addDays(view.today, index), category };
    });
  const minutes = LENGTHS.find((length) => isMetBy(at(length, 1), question));
  if (minutes !== undefined) return { ...about, count: 1, minutes };
  for (let count = 2; count <= Math.min(MAX_COUNT, daysLeft); count += 1)
    if (isMetBy(at(OF_SEVERAL, count), question)) return { ...about, count, minutes: OF_SEVERAL };
  return undefined;
}

/** Returns a category that counts towards the requirement; undefined if that depends on more than the category. */
function categoryFor(kind: WayKind, { holding, binding }: Question): string | undefined {
  const { category, mark } = binding.requirement;
  if (mark !== undefined) return undefined;
  const { renewal } = holding;
  if (category === undefined)
    return chooseCategory(holding, { kind, provider: '', title: '', topics: '' })?.category ?? WHOLE;
  const isBelow = (code: string): boolean => {
    const parent = renewal.categories.find((one) => one.code === code)?.parent;
    return code === category || (parent !== undefined && isBelow(parent));
  };
  return leavesOf(renewal).find(({ code }) => isBelow(code))?.code;
}

/** Whether the requirement would be met with these activities; what they are worth is the least of the estimate. */
function isMetBy(activities: readonly Activity[], { holding, binding, view }: Question): boolean {
  const { requirement } = binding;
  let entries: readonly Entry[] = holding.entries;
  let last = view.today;
  for (const [index, { kind, minutes, day, category }] of activities.entries()) {
    if (day > requirement.lastDay) return false;
    const estimate = estimateForHolding(
      { ...holding, entries: [...entries] },
      { kind, start: day, end: day, minutes, category },
    );
    if (estimate === undefined || estimate.low <= 0) return false;
    const parts = [{ category, credits: estimate.low }];
    entries = [...entries, { id: `probe ${index}`, kind, start: day, end: day, order: Number.MAX_SAFE_INTEGER, parts }];
    if (day > last) last = day;
  }
  const { paces } = creditStandingOn({ ...holding, entries: [...entries] }, last, view.tolerance);
  return paces.some((pace) => pace.requirement.id === requirement.id && pace.remaining === 0);
}
