import type { Part } from '../../domain/holding.ts';
import { calendarFile } from '../../reports/ical-file.ts';
import type { Planned } from '../../views/pace/plan-card.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';

/** Returns the person's planned activities, earliest first, with what each would claim for these holdings. */
export async function findPlans(
  holdings: readonly CreditHolding[],
  { request: { person }, data }: Scope,
): Promise<readonly Planned[]> {
  const activities = await data.activities.plannedBy(person.personId);
  const entries = await data.activities.entriesOf(
    holdings.map((holding) => holding.holdingId),
    'planned',
  );
  return activities.map(({ activityId, title, starts, ends, minutes }) => {
    const claims = holdings.flatMap(({ holdingId, certification }) => {
      const parts: readonly Part[] = entries.get(holdingId)?.find(({ id }) => id === activityId)?.parts ?? [];
      return parts.length === 0 ? [] : [{ certification, parts }];
    });
    const named = claims.map(({ certification }) => certification.short).join(', ');
    const days = starts === ends ? ends : `${starts} to ${ends}`;
    const line = `${minutes ?? 0}m ${title} ${days}${named === '' ? '' : ` for ${named}`}`;
    return { activityId, title, starts, ends, line, claims };
  });
}

/** Stores the person's planned activities as a calendar file. Returns the id of the file. */
export async function makePlanCalendar({ request: { person, now, today }, data }: Scope): Promise<string> {
  const { personId } = person;
  const planned = (await data.activities.plannedBy(personId)).map(({ activityId: id, ...about }) => ({ id, ...about }));
  const file = { name: `recert-plan-${today}.ics`, type: 'text/calendar; charset=utf-8' };
  return data.files.add({ ...file, personId, command: 'export', bytes: calendarFile(planned, { now }) }, now);
}
