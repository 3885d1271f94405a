import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Words } from '../../strings/en/index.ts';
import type { Scope } from '../data.ts';
import { Refusal } from '../refusal.ts';

/** The teams whose members somebody may look at: every one for admins, those they lead for managers, by name. */
export async function findVisibleTeams({ request: { person }, data }: Scope): Promise<readonly Team[]> {
  const all = await data.teams.all();
  if (may(person.role, 'admin')) return all;
  if (!may(person.role, 'manager')) return [];
  const led = new Set(
    (await data.teams.of(person.personId)).filter(({ isManager }) => isManager).map(({ teamId }) => teamId),
  );
  return all.filter(({ teamId }) => led.has(teamId));
}

/** The team that is meant by a name or an id, among those somebody may look at; refused in words. Without a name, the only one. */
export async function findTeamOrRefuse(text: string, context: Scope): Promise<Team> {
  return pickTeamOrRefuse(await findVisibleTeams(context), text, context.request.words);
}

/** The team that is meant by a name or an id among some; refused in words. Without a name, the only one. */
export function pickTeamOrRefuse(seen: readonly Team[], text: string, words: Words): Team {
  const query = text.trim().toLowerCase();
  const [first, ...others] = seen;
  if (first === undefined) throw new Refusal(words.team.none);
  if (query === '' && others.length === 0) return first;
  if (query === '') throw new Refusal(words.team.which(seen.map(({ name }) => name)));
  const found = seen.find(({ teamId, name }) => teamId === query || name.toLowerCase() === query);
  if (found !== undefined) return found;
  const begins = seen.filter(({ name }) => name.toLowerCase().startsWith(query));
  if (begins.length === 1) return begins[0] as Team;
  throw new Refusal(
    words.team.unknown(
      text.slice(0, 60),
      seen.map(({ name }) => name),
    ),
  );
}
