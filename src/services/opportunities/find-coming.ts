import type { Day } from '../../domain/calendar.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import type { Scope } from '../data-with-catalogue.ts';

/** An opportunity that has not begun. */
export interface ComingOpportunity {
  readonly id: string;
  readonly title: string;
  readonly startsOn: Day;
  /** It can be planned only if its length is known. */
  readonly hasLength: boolean;
}

/** Returns an opportunity that begins later than now; undefined for any other, and for one that is gone. */
export async function findComing(id: string, { request, data }: Scope): Promise<ComingOpportunity | undefined> {
  const { person, now } = request;
  const opportunity = await data.opportunities.get(id);
  if (!opportunity?.startsAt || opportunity.startsAt.getTime() <= now.getTime()) return undefined;
  const { title, minutes } = opportunity;
  const startsOn = opportunityDay(opportunity, person.zone ?? data.workspace.zone) ?? request.today;
  return { id, title, startsOn, hasLength: minutes !== null && minutes !== undefined };
}
