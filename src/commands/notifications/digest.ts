import type { Reply } from '../../chat/interaction.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { may } from '../../domain/roles.ts';
import { nextOccurrence, weekOf } from '../../domain/weekly-schedule.ts';
import { remedyFor } from '../../services/notifications/delivery-remedy.ts';
import type { DigestDeps } from '../../services/notifications/team-digest.ts';
import {
  buildDigest,
  digestScheduleOf,
  planCorrection,
  planDigest,
  wordsForTeam,
} from '../../services/notifications/team-digest.ts';
import { Refusal } from '../../services/refusal.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { lineCard } from '../../views/line-card.ts';
import { digestPreviewCard } from '../../views/notifications/digest-card.ts';
import { digestHistoryCard } from '../../views/notifications/message-cards.ts';
import type { Command, Context } from '../command.ts';

const HISTORY = 15;

/** The weekly message about a team: seen first, posted now, brought to a place, turned off, explained. */
export const digest: Command = {
  name: 'digest',
  role: 'manager',
  writes: 'always',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { args } = request;
    if (args.again !== undefined) return resendMessage(args.again, context);
    if (args.arrived !== undefined) return confirmArrival(args.arrived, context);
    const { text = '' } = args;
    const [, verb = '', rest = ''] = /^\s*(preview|now|here|off|history)?\b\s*(.*)$/isu.exec(text) ?? [];
    const team = await findTeamOrRefuse(rest, context);
    switch (verb.toLowerCase()) {
      case 'now':
        return postNow(team, context);
      case 'here':
        return postHere(team, context);
      case 'off':
        return turnOff(team, context);
      case 'history':
        return history(team, context);
      default:
        return preview(team, context);
    }
  },
};

function digestDeps({ request: { now }, data }: Context): DigestDeps {
  return { data, now };
}

async function preview(team: Team, context: Context): Promise<Reply> {
  const { request } = context;
  const { words } = request;
  const shown = await buildDigest(team, words, digestDeps(context));
  const when = team.place && team.digestSince ? nextAt(team, context) : undefined;
  return { kind: 'card', to: 'sender', card: digestPreviewCard(shown, when, words) };
}

/** Posts this week's digest, or corrects the one that stands there. */
async function postNow(team: Team, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  if (!team.place) throw new Refusal(words.digest.nowhere(team.name));
  const { zone } = digestScheduleOf(team, data.workspace);
  const week = weekOf(zone, now);
  const [last] = (await data.outbox.latest({ teamId: team.teamId, purposes: ['digest'] }, HISTORY)).filter(
    (one) => one.week === week && one.state === 'sent' && one.message,
  );
  if (last?.message)
    await planCorrection(team, { week, message: last.message, place: last.place }, digestDeps(context));
  else if (await data.outbox.has(`digest ${team.teamId} ${week}`)) return history(team, context);
  else await planDigest(team, week, digestDeps(context));
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  const text = last === undefined ? words.digest.planned(team.name) : words.digest.correcting(team.name);
  return { kind: 'card', to: 'sender', card: lineCard(words.digest.hereTitle, text) };
}

/** Brings the digest to the place where it was said, once the place has taken the line that says so. */
async function postHere(team: Team, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const phrases = words.digest;
  const { place } = request;
  const own = wordsForTeam(team, data.workspace);
  const weekday = own.digest.weekdays[team.digestDay - 1] ?? '';
  const announcement = own.digest.hereAnnounced(team.name, weekday, own.digest.hourOf(team.digestHour));
  const stated = await context.effects.postNow(
    place,
    withLanguage(lineCard(own.digest.hereTitle, announcement), own.language),
  );
  if (stated.kind === 'refused') throw new Refusal(phrases.cannotPost(remedyFor(stated.reason, words)));
  await data.teams.set(team.teamId, { place, digestSince: now, lastError: '' });
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  const when = nextAt(team, context);
  const text = phrases.hereDone(team.name, when);
  return {
    kind: 'card',
    to: 'sender',
    card: lineCard(phrases.hereTitle, stated.kind === 'sent' ? text : `${text} ${phrases.hereUnsure}`),
  };
}

async function turnOff(team: Team, { request: { words, now }, data }: Context): Promise<Reply> {
  await data.teams.set(team.teamId, { digestSince: null, lastError: '' });
  await data.outbox.withdraw({ teamId: team.teamId }, 'off', now);
  return { kind: 'card', to: 'sender', card: lineCard(words.digest.hereTitle, words.digest.offDone(team.name)) };
}

async function history(team: Team, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const messages = await data.outbox.latest({ teamId: team.teamId, purposes: ['digest', 'details'] }, HISTORY);
  const metrics = may(person.role, 'admin') ? await data.outbox.countByState() : [];
  const zone = person.zone ?? data.workspace.zone;
  return { kind: 'card', to: 'sender', card: digestHistoryCard(team, { messages, metrics, zone }, words) };
}

async function resendMessage(messageId: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  await openMessage(messageId, context);
  if (!(await data.outbox.resend(messageId, now))) throw new Refusal(words.digest.gone);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return { kind: 'card', to: 'sender', card: lineCard(words.digest.hereTitle, words.digest.again) };
}

async function confirmArrival(messageId: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  await openMessage(messageId, context);
  if (!(await data.outbox.confirmArrived(messageId))) throw new Refusal(words.digest.gone);
  return { kind: 'card', to: 'sender', card: lineCard(words.digest.hereTitle, words.digest.settled) };
}

/** A message that the person may decide about: one of a team of theirs, and any for admins. */
async function openMessage(messageId: string, context: Context): Promise<OutboxMessage> {
  const { request, data } = context;
  const { words, person } = request;
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(messageId);
  const message = isId ? await data.outbox.get(messageId) : null;
  if (message === null) throw new Refusal(words.digest.gone);
  if (!may(person.role, 'admin')) await findTeamOrRefuse(message.teamId ?? 'none', context);
  return message;
}

/** When the next digest is posted, in words. */
function nextAt(team: Team, { request: { now, words, person }, data }: Context): string {
  const { at } = nextOccurrence(digestScheduleOf(team, data.workspace), now);
  return words.moment(at, person.zone ?? data.workspace.zone);
}
