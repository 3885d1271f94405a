import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Words } from '../../strings/en/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { refusalOfNonAdmin } from './ask-admin.ts';

/** Returns the teams whose members the person may see, by name: all for admins, the teams they lead for managers. */
export async function findVisibleTeams({ request: { person }, data }: Scope): Promise<readonly Team[]> {
  const all = await data.teams.all();
  if (may(person.role, 'admin')) return all;
  if (!may(person.role, 'manager')) return [];
  const led = new Set(
    (await data.teams.of(person.personId)).filter(({ isManager }) => isManager).map(({ teamId }) => teamId),
  );
  return all.filter(({ teamId }) => led.has(teamId));
}

/** Returns the visible team with a name or id; without a name, the only one. Throws `Refusal` when none or several match. */
export async function findTeamOrRefuse(text: string, scope: Scope): Promise<Team> {
  const teams = await findVisibleTeams(scope);
  const { words } = scope.request;
  if (teams.length === 0) throw await refusalOfNonAdmin(words.team.none, scope.data, words);
  return pickTeamOrRefuse(teams, text, words);
}

/** Picks the team with a name, id or unique beginning of a name; without a name, the only one. Throws `Refusal` otherwise. */
export function pickTeamOrRefuse(teams: readonly Team[], text: string, words: Words): Team {
  const query = text.trim().toLowerCase();
  const [first, ...others] = teams;
  if (first === undefined) throw new Refusal(words.team.none);
  if (query === '' && others.length === 0) return first;
  if (query === '') throw new Refusal(words.team.which(teams.map(({ name }) => name)));
  const found = teams.find(({ teamId, name }) => teamId === query || name.toLowerCase() === query);
  if (found !== undefined) return found;
  const [prefixed, ...ambiguous] = teams.filter(({ name }) => name.toLowerCase().startsWith(query));
  if (prefixed !== undefined && ambiguous.length === 0) return prefixed;
  throw new Refusal(
    words.team.unknown(
      text.slice(0, 60),
      teams.map(({ name }) => name),
    ),
  );
}
