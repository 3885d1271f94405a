import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/roles.ts';
import { formOf, type Talk, textOf } from '../support/conversation.ts';
import { asOperator, openStore } from '../support/store.ts';
import { foundTeam, type TeamWorld } from '../support/team.ts';

const world = openStore();
const ROUNDS = 50;
const REFUSED = /doesn’t allow this|don’t manage a team|no team|Only the team’s managers/iu;
let team: TeamWorld;

const setRole = (name: string, role: Role) =>
  asOperator(world.store, team.workspaceId, async ({ people }) => {
    const person = (await people.all()).find((one) => one.name === name);
    await people.setRole(person?.personId ?? '', role);
  });

const read = () =>
  asOperator(world.store, team.workspaceId, async ({ people, teams, workspace }) => ({
    roles: (await people.all()).map(({ name, role }) => `${name} ${role}`),
    teams: (await teams.all()).map(({ name, digestHour }) => `${name} ${digestHour}`),
    settings: JSON.stringify(workspace),
  }));

beforeAll(async () => {
  team = await foundTeam(world.store, ['Ada', 'Bo', 'Mia']);
  await asOperator(world.store, team.workspaceId, async ({ people, teams }) => {
    const idOf = new Map((await people.all()).map(({ name, personId }) => [name, personId]));
    const other = (await teams.add('Audit', new Date())) ?? '';
    await teams.setMembers(other, [{ personId: idOf.get('Mia') ?? '', isManager: true }], new Date());
    await people.setRole(idOf.get('Mia') ?? '', 'manager');
  });
});

describe('a form sent after the role was taken away', () => {
  it.each([
    ['settings', { tolerance: '99' }],
    ['people Bo', { role: 'admin' }],
    ['team Security', { hour: '23' }],
  ])(
    `is refused, ${ROUNDS} times of “%s”`,
    async (line, answers) => {
      const ada: Talk = team.member('Ada');
      const before = await read();
      for (let round = 0; round < ROUNDS; round += 1) {
        await setRole('Ada', 'admin');
        const form = formOf(await ada.say(line));
        await setRole('Ada', round % 2 === 0 ? 'member' : 'auditor');

        expect(textOf(await ada.send(form, answers, `${line} ${round}`))).toMatch(REFUSED);
      }
      await setRole('Ada', 'member');

      expect(await read()).toEqual(before);
    },
    60_000,
  );
});

describe('a manager', () => {
  it.each([
    'risk Security',
    'team Security',
    'digest preview Security',
    'digest now Security',
    'digest history Security',
    'export team Security',
    'report team Security',
  ])('is refused “%s” of a team that isn’t theirs', async (line) => {
    const reply = await team.member('Mia').say(line);

    expect(reply.kind).toBe('card');
    expect(textOf(reply)).toMatch(
      /no team called|isn’t one of|Only (?:an admin|the team’s managers)|Audit|doesn’t allow/iu,
    );
    expect(textOf(reply)).not.toMatch(/"(?:Ada|Bo)|CISSP/u);
  });

  it('sees in an overview only the teams they lead', async () => {
    expect(textOf(await team.member('Mia').say('team'))).not.toContain('Security');
    expect(textOf(await team.member('Mia').say('risk'))).not.toMatch(/"(?:Ada|Bo)/u);
  });
});
