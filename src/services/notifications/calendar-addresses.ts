import type { CalendarAddress } from '../../store/notifications/notification-entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { calendarAddress } from './calendar-route.ts';

/** A calendar that a person subscribes to: their own, or that of a team. */
export interface Subscription {
  readonly team: Team | undefined;
  /** The address, which is shown once, when it is new. */
  readonly url: string | undefined;
  readonly remindDays: number | null;
  /** Since when the address is in use. */
  readonly since: Date;
}

/** Returns the subscription of the person; opens one if there is none, or if a new address is wanted. Throws `Refusal` without a public address. */
export async function subscribe(
  team: Team | undefined,
  { isNew }: { readonly isNew: boolean },
  { request, data }: Scope,
): Promise<Subscription> {
  const { person, words, now, baseUrl } = request;
  const owner = { personId: person.personId, teamId: team?.teamId ?? null };
  const existing = await data.calendarAddresses.of(owner);
  if (existing !== null && !isNew) return about(existing, team, undefined);
  if (baseUrl === undefined) throw new Refusal(words.calendar.noAddress);
  const link = await data.calendarAddresses.open(owner, now);
  const { workspaceId } = data.workspace;
  const url = calendarAddress(baseUrl, { workspaceId, ...link });
  return { team, url, remindDays: existing?.remindDays ?? null, since: now };
}

/** Makes the address of a calendar stop working. Returns whether there was one. */
export async function unsubscribe(team: Team | undefined, { request, data }: Scope): Promise<boolean> {
  return data.calendarAddresses.close({ personId: request.person.personId, teamId: team?.teamId ?? null });
}

/** Sets how many days before each deadline the calendars of the person remind; null for never. */
export async function setReminder(days: number | null, { request, data }: Scope): Promise<void> {
  await data.calendarAddresses.remind(request.person.personId, days);
}

function about(
  { remindDays, createdAt }: CalendarAddress,
  team: Team | undefined,
  url: string | undefined,
): Subscription {
  return { team, url, remindDays: remindDays ?? null, since: createdAt };
}
