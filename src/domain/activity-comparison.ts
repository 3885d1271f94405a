import { foldedTitle } from './activity-index.ts';
import type { Day } from './calendar.ts';
import { type ClaimDifference, type ComparedClaim, claimDifferences } from './claim-differences.ts';
import { daysApart, isSwappedDay, type NearLimits, numbersIn, titleLikeness } from './near-activity.ts';

/** An activity as it is compared. */
export interface ReconciledActivity {
  readonly id: string;
  readonly title: string;
  /** Absent where a portal has only the day on which it ended. */
  readonly start?: Day | undefined;
  readonly end: Day;
  readonly claims: readonly ComparedClaim[];
}

/** What differs between a record and the entry of a portal for the same activity. */
export type Difference = { readonly field: 'title' | 'days' } | ClaimDifference;

/** At least one. */
export type Group<T> = readonly [T, ...T[]];

/** The credits for each certification: those of equal claims are the same. */
export function amountsOf({ claims }: ReconciledActivity): string {
  return claims
    .map(({ certification, credits }) => `${certification} ${credits}`)
    .sort()
    .join();
}

/** Whether two have one title, in whatever case and punctuation, and the same days, as far as the portal has them. */
export function isSameActivity(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return isSameDays(there, here) && foldedTitle(there) === foldedTitle(here);
}

function isSameDays(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return there.end === here.end && (there.start === undefined || there.start === here.start);
}

/** Returns what differs between an entry and a record. */
export function differencesOf(there: ReconciledActivity, here: ReconciledActivity): readonly Difference[] {
  const isSameTitle = foldedTitle(there) === foldedTitle(here);
  return [
    ...(isSameTitle ? [] : [{ field: 'title' } as const]),
    ...(isSameDays(there, here) ? [] : [{ field: 'days' } as const]),
    ...claimDifferences(there.claims, here.claims),
  ];
}

/** On a day with more records than these only equal titles are compared: a comparison of nearly equal ones takes long. */
export const MAX_COMPARED_PER_DAY = 10;

/** Returns how far an entry is from records on the same days that may be its activity; undefined if they aren't. */
export function distanceOf(
  there: ReconciledActivity,
  among: Group<ReconciledActivity>,
  { sameTitleDays, nearTitleDays, isByNumbers }: NearLimits,
): number | undefined {
  const [here] = among;
  const apart = daysApart(there, here);
  const isSwapped = isSwappedDay(there.end, here.end);
  // Days are compared first, because titles take longer.
  if (apart > sameTitleDays && !isSwapped) return undefined;
  const likeness = titleLikeness(foldedTitle(there), foldedTitle(here));
  const isNearTitle = likeness === 'near' && !(isByNumbers && numbersIn(there.title) !== numbersIn(here.title));
  const isNear = likeness === 'same' || (isNearTitle && apart <= nearTitleDays);
  if (!isNear) return undefined;
  const differences = among.length > 1 ? 0 : claimDifferences(there.claims, here.claims).length;
  return apart * 10 + (likeness === 'same' ? 0 : 5) + Math.min(4, differences);
}
