import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importTeams } from '../../src/operator/teams.ts';
import { asOperator, openStore } from '../support/store.ts';
import { foundTeam, type TeamWorld } from '../support/team.ts';

const world = openStore();
const folder = mkdtempSync(join(tmpdir(), 'recert-teams-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let team: TeamWorld;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo']);
});

const imported = (text: string) => {
  const path = join(folder, 'teams.csv');
  writeFileSync(path, text);
  const { workspaceId } = team;
  const workspace = { platform: 'slack', tenant: team.hugo.options.tenant, workspaceId };
  return asOperator(world.store, workspaceId, (data) => importTeams(data, path, { workspace, now: new Date() }));
};

const teamsThere = () =>
  asOperator(world.store, team.workspaceId, async ({ teams, people }) => {
    const names = new Map((await people.all()).map(({ personId, name, role }) => [personId, `${name} ${role}`]));
    const memberships = await teams.memberships();
    return Object.fromEntries(
      (await teams.all()).map(({ teamId, name }) => [
        name,
        (memberships.get(teamId) ?? []).map(({ personId }) => names.get(personId)).sort(),
      ]),
    );
  });

describe('a table of teams', () => {
  it.each([',', ';', '\t'])('is read, separated by %j, and twice is as once', async (separator) => {
    const rows = [
      ['\ufeffRole', 'Team', 'User', 'Name'],
      ['Manager', 'security', '', 'ana'],
      ['', 'Security', 'U9', 'Zoë Ærø'],
      ['member', 'Platform', 'Bo', ''],
    ];
    const text = rows.map((row) => row.join(separator)).join('\r\n');
    const first = await imported(text);
    const there = await teamsThere();
    const second = await imported(text);

    expect(first).toEqual({ teams: 2, joined: 1, changed: 4 });
    expect(there).toEqual({ Platform: ['Bo member'], Security: ['Ana manager', 'Zoë Ærø member'] });
    expect(second).toEqual({ teams: 2, joined: 0, changed: 0 });
    expect(await teamsThere()).toEqual(there);
  });

  it('with anything wrong is not taken at all, and each line says what', async () => {
    await asOperator(world.store, team.workspaceId, ({ people }) =>
      people.join(
        { platform: 'slack', tenant: team.hugo.options.tenant, user: 'Ana2' },
        { name: 'Ana', zone: null, locale: null, role: 'member' },
        new Date(),
      ),
    );
    const before = await teamsThere();
    const rows = ['Red,U5,New,', ',,Bo,', 'Red,,,', 'Red,,Ghost,', 'Red,U7,,', 'Red,,Ana,', 'Red,,Bo,boss'];
    const failed = await imported(['team,user,name,role', ...rows].join('\n')).catch((error: Error) => error.message);

    for (const stated of [
      '6 problems; nothing was imported:',
      'Row 3: team is missing',
      'Row 4: user and name are missing',
      "Row 5: 'Ghost' isn't a member yet",
      "Row 6: 'U7' isn't a member yet",
      "Row 7: more than one member is called 'Ana'",
      "Row 8: role 'boss' isn't valid",
    ])
      expect(failed).toContain(stated);
    expect(await teamsThere()).toEqual(before);
  });

  it('without the columns is refused with those it has', async () => {
    await expect(imported('squad;who\nRed;Ana\n')).rejects.toThrow('Its columns are: squad, who');
  });
});
