import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { ShownOpportunity } from '../../views/opportunity-item.ts';
import type { Scope } from '../workspace-data.ts';
import type { CreditEstimate } from './rank-opportunities.ts';

/** Adds the formatted time and the estimates that are shown with an opportunity. */
export function toShownOpportunity(
  opportunity: IndexedOpportunity,
  estimates: readonly CreditEstimate[],
  scope: Scope,
): ShownOpportunity {
  const { startsAt } = opportunity;
  const when = startsAt === undefined ? '' : scope.request.words.moment(startsAt, timeZoneOf(scope));
  return { ...opportunity, when, estimates };
}

/** Returns the time zone of the person, or of the workspace. */
export function timeZoneOf({ request: { person }, data }: Scope): string {
  return person.zone ?? data.workspace.zone;
}
