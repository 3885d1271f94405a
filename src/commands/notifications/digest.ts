import type { Reply } from '../../chat/reply.ts';
import { may } from '../../domain/roles.ts';
import {
  confirmArrival,
  moveDigestHere,
  nextDigestAt,
  planDigestNow,
  resendMessage,
  turnOffDigest,
} from '../../services/notifications/digest-actions.ts';
import { buildDigest, digestScheduleOf, wordsForTeam } from '../../services/notifications/plan-digest.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { digestPreviewCard } from '../../views/notifications/digest-card.ts';
import { confirmDigestPlaceCard } from '../../views/notifications/digest-place-card.ts';
import { digestHistoryCard } from '../../views/notifications/message-cards.ts';
import { answerCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Digests and their details that `digest history` lists. */
const HISTORY = 15;

/** The weekly digest of a team: previews it, posts it now, sets its channel, turns it off, and lists what was sent. */
export const digest: Command = {
  name: 'digest',
  role: 'manager',
  writes: 'always',
  readsAlone: ({ args: { text = '', again, delivered } }) =>
    again === undefined && delivered === undefined && !/^\s*(?:now|here|off)\b/iu.test(text),
  async run(context): Promise<Reply> {
    const { args, words } = context.request;
    if (args.again !== undefined) {
      await resendMessage(args.again, context);
      return reply(words.digest.again, context);
    }
    if (args.delivered !== undefined) {
      await confirmArrival(args.delivered, context);
      return reply(words.digest.settled, context);
    }
    const { text = '' } = args;
    const [, verb = '', rest = ''] = /^\s*(preview|now|here|off|history)?\b\s*(.*)$/isu.exec(text) ?? [];
    const team = await findTeamOrRefuse(rest, context);
    switch (verb.toLowerCase()) {
      case 'now':
        return postNow(team, context);
      case 'here':
        return postHere(team, context);
      case 'off':
        await turnOffDigest(team, context);
        return reply(words.digest.offDone(team.name), context);
      case 'history':
        return history(team, context);
      default:
        return preview(team, context);
    }
  },
};

function reply(text: string, { request: { words } }: Context): Reply {
  return { kind: 'card', to: 'sender', card: answerCard(text, words.digest.hereTitle) };
}

async function preview(team: Team, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const posted = wordsForTeam(team, data.workspace);
  const shown = await buildDigest(team, posted, { data, now });
  const when = team.place && team.digestSince ? nextText(team, context) : undefined;
  return { kind: 'card', to: 'sender', card: digestPreviewCard({ digest: shown, posted }, when, words) };
}

async function postNow(team: Team, context: Context): Promise<Reply> {
  const { words } = context.request;
  const outcome = await planDigestNow(team, context);
  if (outcome === 'in-progress') return history(team, context);
  return reply(outcome === 'planned' ? words.digest.planned(team.name) : words.digest.correcting(team.name), context);
}

/**
 * Posts the digest in the place of the request from now on, once that is confirmed: guests and other companies may read there, and no platform
 * tells apps of their rights reliably. The question stands in the place itself, so that its button carries the place.
 */
async function postHere(team: Team, context: Context): Promise<Reply> {
  const { args, words } = context.request;
  if (args.confirm !== 'yes') {
    const schedule = digestScheduleOf(team, context.data.workspace);
    return { kind: 'card', to: 'place', card: confirmDigestPlaceCard(team, schedule, words) };
  }
  const messageId = await moveDigestHere(team, context);
  context.effects.defer({ kind: 'send-message', messageId });
  return reply(context.request.words.digest.hereDone(team.name, nextText(team, context)), context);
}

async function history(team: Team, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const messages = await data.outbox.latest({ teamId: team.teamId, purposes: ['digest', 'details'] }, HISTORY);
  const counts = may(person.role, 'admin') ? await data.outbox.countByState() : [];
  const zone = person.zone ?? data.workspace.zone;
  return { kind: 'card', to: 'sender', card: digestHistoryCard(team, { messages, metrics: counts, zone }, words) };
}

function nextText(team: Team, context: Context): string {
  const { request, data } = context;
  const { words, person } = request;
  return words.moment(nextDigestAt(team, context), person.zone ?? data.workspace.zone);
}
