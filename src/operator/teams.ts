import { setMembers } from '../services/teams/team-members.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Membership } from '../store/teams/teams.ts';
import type { NamedWorkspace } from './named-workspace.ts';
import { BadTable } from './table-error.ts';
import { readTeamTable, type TeamRow } from './team-table.ts';

const MAX_PROBLEMS = 20;

interface TeamImport {
  readonly workspace: NamedWorkspace;
  readonly now: Date;
}

interface TeamImportCounts {
  readonly teams: number;
  /** People who were added. */
  readonly joined: number;
  /** Memberships that were added, removed or given another role. */
  readonly changed: number;
}

/** The members of a team in the table, by person. */
interface TeamMembers {
  readonly name: string;
  readonly members: Map<string, Membership>;
}

/**
 * Replaces the members of each team in a CSV table, and adds teams and people that are new; all of it or nothing. Importing the same table
 * again changes nothing. Throws `UsageError` if the file isn't such a table, and `BadTable` with a line for each problem.
 */
export async function importTeams(
  data: WorkspaceData,
  path: string,
  { workspace, now }: TeamImport,
): Promise<TeamImportCounts> {
  const rows = readTeamTable(path);
  const people = await PeopleFinder.load(data);
  const teams = new Map<string, TeamMembers>();
  const problems: string[] = [];
  let joined = 0;
  for (const [index, row] of rows.entries()) {
    const problem = problemOf(row, people);
    if (problem !== undefined) {
      problems.push(`Row ${index + 2}: ${problem}`);
      continue;
    }
    const known = people.find(row)[0];
    if (known === undefined) joined += 1;
    addMember(teams, row, known ?? (await addPerson(row, people, { data, workspace, now })));
  }
  if (problems.length > 0) throw new BadTable(problems, MAX_PROBLEMS);
  data.audit.actAs('operator', now);
  return { teams: teams.size, joined, changed: await saveMembers(teams, data, now) };
}

function problemOf(row: TeamRow, people: PeopleFinder): string | undefined {
  const { team, user, name, role } = row;
  if (team === '') return 'team is missing.';
  if (team.length > 60) return 'team is longer than 60 characters.';
  if (user === '' && name === '') return 'user and name are missing. Enter one of them.';
  if (!['', 'member', 'manager'].includes(role)) return `role '${role}' isn't valid. Use member or manager.`;
  const found = people.find(row);
  if (found.length > 1) return `more than one member is called '${name}'. Enter user, the platform's user ID.`;
  if (found.length === 0 && (user === '' || name === ''))
    return `'${user || name}' isn't a member yet. Enter user and name to add them.`;
  return undefined;
}

async function addPerson(
  { user, name }: TeamRow,
  people: PeopleFinder,
  { data, workspace, now }: TeamImport & { readonly data: WorkspaceData },
): Promise<string> {
  const { platform, tenant } = workspace;
  const details = { name, zone: null, locale: null };
  const { personId } = await data.people.join({ platform, tenant, user }, { ...details, role: 'member' }, now);
  people.add({ user, name, personId });
  return personId;
}

function addMember(teams: Map<string, TeamMembers>, { team, role }: TeamRow, personId: string): void {
  const key = team.toLowerCase();
  const { name, members } = teams.get(key) ?? { name: team, members: new Map<string, Membership>() };
  const isManager = role === 'manager' || members.get(personId)?.isManager === true;
  teams.set(key, { name, members: members.set(personId, { personId, isManager }) });
}

/** Saves the members of each team and returns the number of memberships that changed. */
async function saveMembers(teams: ReadonlyMap<string, TeamMembers>, data: WorkspaceData, now: Date): Promise<number> {
  const existing = new Map((await data.teams.all()).map((one) => [one.name.toLowerCase(), one.teamId]));
  let changed = 0;
  for (const [key, { name, members }] of teams) {
    const teamId = existing.get(key) ?? (await data.teams.add(name, now)) ?? '';
    changed += (await setMembers(teamId, [...members.values()], { data, now })).length;
  }
  return changed;
}

interface KnownPerson {
  readonly user: string;
  readonly name: string;
  readonly personId: string;
}

/** Finds people by the platform's user ID, or by name if a row has no user ID. */
class PeopleFinder {
  readonly #byUser = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();

  static async load({ people }: WorkspaceData): Promise<PeopleFinder> {
    const finder = new PeopleFinder();
    for (const one of await people.withIdentities()) finder.add(one);
    return finder;
  }

  add({ user, name, personId }: KnownPerson): void {
    const key = name.toLowerCase();
    this.#byUser.set(user, personId);
    this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(personId));
  }

  /** Returns the ids of the people a row may mean. */
  find({ user, name }: TeamRow): readonly string[] {
    if (user === '') return [...(this.#byName.get(name.toLowerCase()) ?? [])];
    const personId = this.#byUser.get(user);
    return personId === undefined ? [] : [personId];
  }
}
