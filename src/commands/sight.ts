import { may } from '../domain/roles.ts';
import type { Team } from '../store/team-entities.ts';
import { type Context, Refusal } from './command.ts';

/** The teams whose members somebody may look at: every one for admins, those they lead for managers, by name. */
export async function teamsSeenBy({ person, data }: Pick<Context, 'person' | 'data'>): Promise<readonly Team[]> {
  const all = await data.teams.all();
  if (may(person.role, 'admin')) return all;
  if (!may(person.role, 'manager')) return [];
  const led = new Set(
    (await data.teams.of(person.personId)).filter(({ isManager }) => isManager).map(({ teamId }) => teamId),
  );
  return all.filter(({ teamId }) => led.has(teamId));
}

/** The team that is meant by a name or an id, among those somebody may look at; refused in words. Without a name, the only one. */
export async function teamMeant(text: string, context: Context): Promise<Team> {
  return teamAmong(await teamsSeenBy(context), text, context);
}

/** The team that is meant by a name or an id among some; refused in words. Without a name, the only one. */
export function teamAmong(seen: readonly Team[], text: string, { words }: Pick<Context, 'words'>): Team {
  const wanted = text.trim().toLowerCase();
  const [first, ...others] = seen;
  if (first === undefined) throw new Refusal(words.team.none);
  if (wanted === '' && others.length === 0) return first;
  if (wanted === '') throw new Refusal(words.team.which(seen.map(({ name }) => name)));
  const found = seen.find(({ teamId, name }) => teamId === wanted || name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const begins = seen.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  if (begins.length === 1) return begins[0] as Team;
  throw new Refusal(
    words.team.unknown(
      text.slice(0, 60),
      seen.map(({ name }) => name),
    ),
  );
}
