import { type Day, within } from '../../domain/calendar.ts';
import { WHOLE } from '../../domain/category-tree.ts';
import { cutToRoom, type Estimable, type Estimate, estimateCredits } from '../../domain/estimate.ts';
import { earningDays } from '../../domain/renewal-terms.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** An activity that has a duration; without a category, its credits count in the total only. */
type EstimatedActivity = Estimable & { readonly start: Day; readonly minutes: number; readonly category?: string };

/**
 * Estimates the credits of an activity for a holding, reduced to the room left under its caps (0 when none is left). An activity outside the
 * earning days isn't reduced, since it doesn't count. Returns undefined when the body has no conversion for it, or several of which it isn't
 * known which applies.
 */
export function estimateForHolding(holding: CreditHolding, activity: EstimatedActivity): Estimate | undefined {
  const { renewal, cycle, entries, openings } = holding;
  const estimate = estimateCredits(renewal, activity, activity);
  if (estimate === undefined || !within(earningDays(renewal, cycle), activity.end)) return estimate;
  const { category = WHOLE } = activity;
  return cutToRoom({ renewal, cycle, entries, openings }, { ...activity, category, marks: [] }, estimate);
}
