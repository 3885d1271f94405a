import { randomUUID } from 'node:crypto';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { may } from '../../domain/roles.ts';
import { nextOccurrence, weekOf } from '../../domain/weekly-schedule.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findTeamOrRefuse } from '../teams/visibility.ts';
import { digestScheduleOf, planCorrection, planDigest, wordsForTeam } from './plan-digest.ts';

/** How many of the latest digests are checked for one of this week. */
const LATEST = 15;

/** Plans this week's digest of a team, or a correction if it was sent already. Returns `in-progress` if it is planned or its delivery is uncertain. */
export async function planDigestNow(
  team: Team,
  { request: { words, now }, data }: Scope,
): Promise<'planned' | 'correcting' | 'in-progress'> {
  if (!team.place) throw new Refusal(words.digest.nowhere(team.name));
  const week = weekOf(digestScheduleOf(team, data.workspace).zone, now);
  const latest = await data.outbox.latest({ teamId: team.teamId, purposes: ['digest'] }, LATEST);
  const sent = latest.find((one) => one.week === week && one.state === 'sent' && one.message);
  if (sent?.message) await planCorrection(team, { week, message: sent.message, place: sent.place }, { data, now });
  else if (await data.outbox.has(`digest ${team.teamId} ${week}`)) return 'in-progress';
  else await planDigest(team, week, { data, now });
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return sent === undefined ? 'planned' : 'correcting';
}

/**
 * Announces the digest of a team in the place of the request. Once the announcement is sent, the digest is posted there; if it is refused, the
 * person is told and nothing changes. Returns the id of the announcement.
 */
export async function moveDigestHere(team: Team, { request: { place, now, person }, data }: Scope): Promise<string> {
  const { teamId } = team;
  const words = wordsForTeam(team, data.workspace);
  const { hereTitle, hereAnnounced, weekdays, hourOf } = words.digest;
  const { zone } = digestScheduleOf(team, data.workspace);
  const text = hereAnnounced(team.name, weekdays[team.digestDay - 1] ?? '', hourOf(team.digestHour), zone);
  const card = withLanguage(lineCard(hereTitle, text), words.language);
  const key = `here ${teamId} ${randomUUID()}`;
  const about = { key, purpose: 'notice', place, card, teamId, personId: person.personId } as const;
  const messageId = await data.outbox.plan(about, now);
  if (messageId === undefined) throw new Error('A message with a new key was planned before.');
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return messageId;
}

/** Stops the digest of a team and withdraws messages that were not sent yet. */
export async function turnOffDigest({ teamId }: Team, { request: { now }, data }: Scope): Promise<void> {
  await data.teams.set(teamId, { digestSince: null, lastError: '' });
  await data.outbox.withdraw({ teamId, purposes: ['digest', 'details', 'notice'] }, 'off', now);
}

/** Sends a message again whose delivery is uncertain. Throws `Refusal` if it is gone or the person may not decide about it. */
export async function resendMessage(messageId: string, context: Scope): Promise<void> {
  const { request, data } = context;
  const { words, now } = request;
  await findMessageOrRefuse(messageId, context);
  if (!(await data.outbox.resend(messageId, now))) throw new Refusal(words.digest.gone);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
}

/** Notes that a message whose delivery was uncertain has arrived. Throws `Refusal` if it is gone or the person may not decide about it. */
export async function confirmArrival(messageId: string, context: Scope): Promise<void> {
  const { request, data } = context;
  await findMessageOrRefuse(messageId, context);
  if (!(await data.outbox.confirmDelivered(messageId))) throw new Refusal(request.words.digest.gone);
  // Its details may be waiting for this answer.
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, request.now);
}

/** Returns a message of a team that the person manages; any message for admins. */
async function findMessageOrRefuse(messageId: string, context: Scope): Promise<OutboxMessage> {
  const { request, data } = context;
  const { words, person } = request;
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(messageId);
  const message = isId ? await data.outbox.get(messageId) : null;
  if (message === null) throw new Refusal(words.digest.gone);
  if (!may(person.role, 'admin')) await findTeamOrRefuse(message.teamId ?? 'none', context);
  return message;
}

/** Returns the moment of the next digest of a team. */
export function nextDigestAt(team: Team, { request: { now }, data }: Scope): Date {
  return nextOccurrence(digestScheduleOf(team, data.workspace), now).at;
}
