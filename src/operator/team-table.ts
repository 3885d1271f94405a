import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { UsageError } from './named-workspace.ts';

const MAX_ROWS = 100_000;

/** A row of the table of team members; an empty or missing cell is an empty text. */
export interface TeamRow {
  readonly team: string;
  readonly user: string;
  readonly name: string;
  /** In lower case. */
  readonly role: string;
}

/** Reads a CSV table with the columns `team`, `user`, `name` and `role` in any order. Throws `UsageError` without `team` and one of `user` and `name`. */
export function readTeamTable(path: string): readonly TeamRow[] {
  const { data, meta } = Papa.parse<Partial<Record<string, string>>>(
    readFileSync(path, 'utf8').replace(/^\ufeff/u, ''),
    {
      header: true,
      skipEmptyLines: 'greedy',
      delimitersToGuess: [',', ';', '\t'],
      transformHeader: (name) => name.trim().toLowerCase(),
    },
  );
  const { fields = [] } = meta;
  if (!fields.includes('team') || !['user', 'name'].some((one) => fields.includes(one)))
    throw new UsageError(
      `${path} doesn't have the columns team, and user or name. Its columns are: ${fields.join(', ')}.`,
    );
  if (data.length > MAX_ROWS) throw new UsageError(`${path} has more than ${MAX_ROWS} rows. Split it.`);
  return data.map(({ team = '', user = '', name = '', role = '' }) => ({
    team: team.trim(),
    user: user.trim(),
    name: name.trim(),
    role: role.trim().toLowerCase(),
  }));
}
