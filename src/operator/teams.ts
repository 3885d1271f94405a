import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { setMembers } from '../services/teams/team-members.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Membership } from '../store/teams/teams.ts';
import { BadTable } from './bad-table.ts';
import { type NamedWorkspace, UsageError } from './workspace.ts';

/** The columns, in any order; `team` and one of `user` and `name` must be there. */
const COLUMNS = ['team', 'user', 'name', 'role'] as const;
const MOST_ROWS = 100_000;
const MAX_PROBLEMS = 20;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/**
 * Makes the members of each team a table names those that stand there, adding teams and people who were never here; all of it or nothing.
 * The same table once more changes nothing. Throws `UsageError` for what is no such table, and `BadTable` with a line for each problem.
 */
export async function importTeams(
  data: WorkspaceData,
  path: string,
  workspace: NamedWorkspace,
  now: Date,
): Promise<{ readonly teams: number; readonly joined: number; readonly changed: number }> {
  const rows = rowsOf(path);
  const found = await peopleFinder(data);
  const problems: string[] = [];
  const query = new Map<string, { readonly name: string; readonly members: Map<string, Membership> }>();
  let joined = 0;
  for (const [index, row] of rows.entries()) {
    const { team = '', user = '', name = '', role = '' } = row;
    const problem = problemOf(row, found);
    if (problem !== undefined) {
      problems.push(`Row ${index + 2}: ${problem}`);
      continue;
    }
    let personId = found(row)[0];
    if (personId === undefined) {
      const { platform, tenant } = workspace;
      const details = { name, zone: null, locale: null };
      ({ personId } = await data.people.join({ platform, tenant, user }, { ...details, role: 'member' }, now));
      found.add({ user, name, personId });
      joined += 1;
    }
    const key = team.toLowerCase();
    const { members } = query.get(key) ?? query.set(key, { name: team, members: new Map() }).get(key) ?? NONE;
    members.set(personId, {
      personId,
      isManager: role.toLowerCase() === 'manager' || members.get(personId)?.isManager === true,
    });
  }
  if (problems.length > 0) throw new BadTable(problems, MAX_PROBLEMS);
  data.audit.actAs('operator', now);
  const before = new Map((await data.teams.all()).map((one) => [one.name.toLowerCase(), one.teamId]));
  let changed = 0;
  for (const [key, { name, members }] of query) {
    const teamId = before.get(key) ?? (await data.teams.add(name, now)) ?? '';
    changed += (await setMembers(teamId, [...members.values()], { data, now })).length;
  }
  return { teams: query.size, joined, changed };
}

const NONE = { members: new Map<string, Membership>() };

function rowsOf(path: string): readonly Row[] {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const { fields = [] } = meta;
  if (!fields.includes('team') || !['user', 'name'].some((one) => fields.includes(one)))
    throw new UsageError(
      `${path} doesn't have the columns team, and user or name. Its columns are: ${fields.join(', ')}.`,
    );
  if (data.length > MOST_ROWS) throw new UsageError(`${path} has more than ${MOST_ROWS} rows. Split it.`);
  return data.map((row) => Object.fromEntries(COLUMNS.map((one) => [one, row[one]?.trim() ?? ''])));
}

function problemOf(row: Row, found: (row: Row) => readonly string[]): string | undefined {
  const { team = '', user = '', name = '', role = '' } = row;
  if (team === '') return 'team is missing.';
  if (team.length > 60) return 'team is longer than 60 characters.';
  if (user === '' && name === '') return 'user and name are missing. Enter one of them.';
  if (!['', 'member', 'manager'].includes(role.toLowerCase()))
    return `role '${role}' isn't valid. Use member or manager.`;
  const [, ...others] = found(row);
  if (others.length > 0) return `more than one member is called '${name}'. Enter user, the platform's user ID.`;
  if (found(row).length === 0 && (user === '' || name === ''))
    return `'${user || name}' isn't a member yet. Enter user and name to add them.`;
  return undefined;
}

/** Finds whom a row means: by the platform's user id where there is one, else by name. */
async function peopleFinder(data: WorkspaceData) {
  const byUser = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  const add = ({ user, name, personId }: { user: string; name: string; personId: string }) => {
    byUser.set(user, personId);
    byName.set(name.toLowerCase(), (byName.get(name.toLowerCase()) ?? new Set()).add(personId));
  };
  for (const one of await data.people.withIdentities()) add(one);
  const find = ({ user = '', name = '' }: Row): readonly string[] => {
    const known = byUser.get(user);
    if (user !== '') return known === undefined ? [] : [known];
    return [...(byName.get(name.toLowerCase()) ?? [])];
  };
  return Object.assign(find, { add });
}
