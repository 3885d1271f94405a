import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { ShownOpportunity } from '../../views/opportunity-item.ts';
import type { Scope } from '../data.ts';
import type { CreditEstimate } from './rank-opportunities.ts';

/** An opportunity as it is shown. */
export function toShownOpportunity(
  opportunity: IndexedOpportunity,
  estimates: readonly CreditEstimate[],
  context: Scope,
): ShownOpportunity {
  const { startsAt } = opportunity;
  const when = startsAt === undefined ? '' : context.request.words.moment(startsAt, timeZoneOf(context));
  return { ...opportunity, when, estimates };
}

/** The zone somebody reads times in. */
export function timeZoneOf({ request: { person }, data }: Scope): string {
  return person.zone ?? data.workspace.zone;
}
