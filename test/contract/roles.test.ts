import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { ROLES, type Role } from '../../src/domain/roles.ts';
import { type Talk, textOf } from '../support/conversation.ts';
import { asOperator, openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

const world = openStore();
const talks = new Map<Role, Talk>();

/** Who may say what: everything that is not here is for everybody. Beside it stands what each of the roles may, one cell each. */
const FOR: Readonly<Record<string, readonly Role[]>> = {
  team: ['manager', 'admin'],
  risk: ['manager', 'admin'],
  digest: ['manager', 'admin'],
  people: ['admin'],
  settings: ['admin'],
  sources: ['admin'],
  customise: ['admin'],
};

beforeAll(async () => {
  const team = await foundTeam(world.store, ['member', 'manager', 'auditor', 'admin']);
  for (const role of ROLES) {
    await asOperator(world.store, team.workspaceId, async ({ people }) => {
      const person = (await people.all()).find(({ name }) => name === role);
      await people.setRole(person?.personId ?? '', role);
    });
    talks.set(role, team.member(role));
  }
});

describe.each(ROLES)('as %s', (role) => {
  it.each(commands.map(({ name }) => [name, (FOR[name] ?? ROLES).includes(role)] as const))(
    '“%s” is answered: %s',
    async (name, isAllowed) => {
      const reply = await (talks.get(role) as Talk).say(name);

      expect(textOf(reply).includes('Your role doesn’t allow this.')).toBe(!isAllowed);
    },
  );
});
