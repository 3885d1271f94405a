import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { type ShownOpportunity, startText } from '../../views/opportunity-item.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { CreditEstimate } from './rank-opportunities.ts';

/** Adds the formatted time and the estimates that are shown with an opportunity. */
export function toShownOpportunity(
  opportunity: IndexedOpportunity,
  estimates: readonly CreditEstimate[],
  scope: Scope,
): ShownOpportunity {
  const when = startText(opportunity, timeZoneOf(scope), scope.request.words);
  return { ...opportunity, when, estimates };
}

/** Returns the time zone of the person, or of the workspace. */
export function timeZoneOf({ request: { person }, data }: Scope): string {
  return person.zone ?? data.workspace.zone;
}
