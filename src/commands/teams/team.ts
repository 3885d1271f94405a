import { answerOf } from '../../chat/form.ts';
import { withLabels } from '../../chat/mention.ts';
import type { Reply } from '../../chat/reply.ts';
import { may } from '../../domain/roles.ts';
import { parseFormState } from '../../services/form-state.ts';
import { labelsOfPeople } from '../../services/person-labels.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { refusalOfNonAdmin } from '../../services/teams/ask-admin.ts';
import { findMembersToRemove } from '../../services/teams/confirm-removal.ts';
import { deleteTeam, type GroupChoice, setFollowedGroup } from '../../services/teams/edit-team.ts';
import { openTeamForm, submitTeamForm } from '../../services/teams/team-form.ts';
import { changeMembers, type TypedChange } from '../../services/teams/team-members.ts';
import { findVisibleTeams } from '../../services/teams/visibility.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { confirmMemberRemovalCard, confirmTeamDeletionCard } from '../../views/teams/confirm-cards.ts';
import { teamsCard } from '../../views/teams/team-cards.ts';
import { answerCard, lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Lists, creates and edits teams: members, managers, and the time of the digest. Admins create teams; managers edit their own. */
export const team: Command = {
  name: 'team',
  role: 'manager',
  writes: 'on-submit',
  namesPeople: true,
  async run(context): Promise<Reply> {
    const { request } = context;
    const { person, words } = request;
    const { delete: deleted } = request.args;
    const text = request.markedText;
    if (request.answers !== undefined) return submitTeam(context);
    const marked = [text, deleted ?? ''].join(' ').trim();
    if (marked === '') return list(context);
    const byHand = /^(.+?)\s+(add|remove|lead|follow)\s+(.+)$/isu.exec(marked);
    const requested = withLabels(marked, request.mentions);
    const seen = await findVisibleTeams(context);
    const named = (name: string) =>
      seen.find((one) => one.teamId === name || one.name.toLowerCase() === name.trim().toLowerCase());
    const target = named(withLabels(byHand?.[1] ?? marked, request.mentions));
    if (target === undefined) {
      if (!may(person.role, 'admin'))
        throw await refusalOfNonAdmin(words.team.adminMakes(requested.slice(0, 60)), context.data, words);
      if (byHand || deleted !== undefined)
        throw new Refusal(
          words.team.unknown(
            requested,
            seen.map(({ name }) => name),
          ),
        );
      return { kind: 'form', form: await openTeamForm({ team: undefined, name: requested.slice(0, 60) }, context) };
    }
    if (deleted !== undefined) return removeTeam(target, context);
    if (byHand === null)
      return { kind: 'form', form: await openTeamForm({ team: target, name: target.name }, context) };
    const [, , verb = '', names = ''] = byHand;
    if (verb.toLowerCase() === 'follow') return follow(target, withLabels(names, request.mentions), context);
    const question = verb.toLowerCase() === 'remove' ? await askToRemove(target, names, context) : undefined;
    if (question !== undefined) return question;
    await changeMembers(target, { verb: verb.toLowerCase() as TypedChange['verb'], names }, context);
    return savedReply(target.teamId, target.name, context);
  },
};

async function list(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const memberships = await data.teams.memberships();
  const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
  const preferences = await data.preferences.all();
  const isHere = ({ personId }: { readonly personId: string }) => !preferences.get(personId)?.leftOn;
  const shown = (await findVisibleTeams(context)).map((one) => {
    const members = (memberships.get(one.teamId) ?? []).filter(isHere);
    const { teamId, name, digestDay: weekday, digestHour: hour, lastError: problems } = one;
    const zone = one.zone ?? data.workspace.zone;
    return {
      teamId,
      name,
      problem: problems,
      follows: one.follows?.name,
      members: members.length,
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => labelOf(personId)),
      digest: one.place && one.digestSince ? { weekday, hour, zone } : undefined,
    };
  });
  const about = { from: requestedOffset(request.args.skip), mayAdd: may(person.role, 'admin') };
  return { kind: 'card', to: 'sender', card: teamsCard(shown, about, words) };
}

async function submitTeam(context: Context): Promise<Reply> {
  const { request } = context;
  const { words, person } = request;
  const state = parseFormState(request.state);
  const team = (await findVisibleTeams(context)).find(({ teamId }) => teamId === state.team);
  if (team === undefined && (state.team !== undefined || !may(person.role, 'admin')))
    throw await refusalOfNonAdmin(
      words.team.adminMakes(answerOf(request.answers, 'name').slice(0, 60)),
      context.data,
      words,
    );
  const outcome = await submitTeamForm(team, context);
  return outcome.kind === 'form' ? outcome : savedReply(outcome.teamId, outcome.name, context);
}

/** Syncs a team with a group of the platform from now on, or stops it. */
async function follow(team: Team, typed: string, context: Context): Promise<Reply> {
  const { words, person } = context.request;
  if (!may(person.role, 'admin')) throw await refusalOfNonAdmin(words.team.adminAdds, context.data, words);
  const group = parseGroup(typed.trim());
  await setFollowedGroup(team, group, context);
  if (group.kind !== 'none') context.effects.defer({ kind: 'sync-team', teamId: team.teamId });
  const text = group.kind === 'none' ? words.team.followsNone : words.team.followBegun;
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(team.name), text) };
}

function parseGroup(typed: string): GroupChoice {
  if (/^(nobody|niemand(em)?)$/iu.test(typed)) return { kind: 'none' };
  return /^(here|hier)$/iu.test(typed) ? { kind: 'here' } : { kind: 'named', name: typed };
}

async function savedReply(teamId: string, name: string, { request: { words }, data }: Context): Promise<Reply> {
  const members = await data.teams.membersOf(teamId);
  const leaders = members.filter(({ isManager }) => isManager).length;
  const text = words.team.savedText(members.length, leaders);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(name), text) };
}

/** Asks before members are removed by a typed line; undefined if there is nothing to ask, or the button was pressed. */
async function askToRemove(team: Team, names: string, context: Context): Promise<Reply | undefined> {
  const { args, words } = context.request;
  const removed = args.confirm === 'yes' ? [] : await findMembersToRemove(team, names, context);
  if (removed.length === 0) return undefined;
  return { kind: 'card', to: 'sender', card: confirmMemberRemovalCard(team, removed, words) };
}

async function removeTeam(team: Team, context: Context): Promise<Reply> {
  const { words, person, args } = context.request;
  if (!may(person.role, 'admin')) throw await refusalOfNonAdmin(words.failure.notAllowed, context.data, words);
  if (args.confirm !== 'yes') return { kind: 'card', to: 'sender', card: confirmTeamDeletionCard(team, words) };
  await deleteTeam(team, context);
  return { kind: 'card', to: 'sender', card: answerCard(words.team.deleted(team.name), words.team.title) };
}
