import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { UsageError } from '../../src/operator/named-workspace.ts';
import { readTeamTable } from '../../src/operator/team-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'recert-team-table-'));
const PATH = join(folder, 'team.csv');
const read = (content: string) => {
  writeFileSync(PATH, content);
  return readTeamTable(PATH);
};
const ANNA = { team: 'Blue', user: 'U1', name: 'Anna', role: 'manager' };

afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['commas', 'team,user,name,role\nBlue,U1,Anna,manager\n'],
  ['semicolons', 'team;user;name;role\nBlue;U1;Anna;manager\n'],
  ['tabs', 'team\tuser\tname\trole\nBlue\tU1\tAnna\tmanager\n'],
  ['a byte order mark', '\ufeffteam,user,name,role\nBlue,U1,Anna,manager\n'],
  ['columns in another order', 'role,name,user,team\nmanager,Anna,U1,Blue\n'],
  ['a heading in capitals and with spaces', ' Team , USER,Name,Role\nBlue,U1,Anna,manager\n'],
  ['cells with spaces and capitals', 'team,user,name,role\n Blue , U1 ,Anna , MANAGER\n'],
  ['empty lines', 'team,user,name,role\n\n,,,\nBlue,U1,Anna,manager\n\n'],
  ['columns that nobody reads', 'team,user,name,role,phone\nBlue,U1,Anna,manager,1\n'],
])('reads a table with %s', (_name, content) => {
  expect(read(content)).toEqual([ANNA]);
});

it('has empty texts for cells and columns that are missing', () => {
  expect(read('team,name\nBlue,Anna\nRed\n')).toEqual([
    { team: 'Blue', user: '', name: 'Anna', role: '' },
    { team: 'Red', user: '', name: '', role: '' },
  ]);
});

it.each([
  ['user,name\nU1,Anna\n', 'user, name'],
  ['team,role\nBlue,member\n', 'team, role'],
])('refuses a table without the columns it needs', (content, columns) => {
  expect(() => read(content)).toThrow(UsageError);
  expect(() => read(content)).toThrow(`Its columns are: ${columns}.`);
});

it('takes 100,000 rows and no more', () => {
  const rows = (count: number) => `team,user\n${'B,U\n'.repeat(count)}`;

  expect(read(rows(100_000))).toHaveLength(100_000);
  expect(() => read(rows(100_001))).toThrow('more than 100000 rows');
});
