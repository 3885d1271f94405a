import { expect, it } from 'vitest';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Identity, Profile } from '../../src/chat/identity.ts';
import type { Role } from '../../src/domain/roles.ts';
import { MAX_NAMED_USERS, readNamedUsers } from '../../src/services/named-users.ts';
import { callService } from '../support/call-service.ts';
import { talk } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

/** The users that the platform is asked about when a member of a role names some for a command of managers. */
async function lookedUp(role: Role, users: readonly string[], profile?: Partial<Profile>): Promise<readonly string[]> {
  const ana = talk(world);
  await ana.say('help');
  await callService(ana, ({ request, data }) => data.people.setRole(request.person.personId, role));
  const asked: string[] = [];
  const readUser: ChatAdapter['readUser'] = async ({ user }) => {
    asked.push(user);
    return { kind: 'stranger' };
  };
  const from: Identity = { platform: 'slack', tenant: ana.options.tenant, user: 'ana' };
  const sender = { name: 'Ana', locale: 'en-GB', ...profile } as Profile;
  await readNamedUsers(
    {
      from,
      place: { platform: 'slack', tenant: ana.options.tenant, address: 'C1' },
      profile: sender,
      users,
      role: 'manager',
      now: new Date('2026-11-23T12:00:00Z'),
    },
    { store: world.store, adapters: [{ platform: 'slack', readUser } as unknown as ChatAdapter] },
  );
  return asked;
}

it('asks the platform about users who aren’t known, each once', async () => {
  expect(await lookedUp('manager', ['U1', 'U2', 'U1', 'ana'])).toEqual(['U1', 'U2']);
});

it('asks nothing for a member whom the command isn’t for', async () => {
  expect(await lookedUp('member', ['U1'])).toEqual([]);
});

it('asks for an administrator of the platform, who becomes the first admin', async () => {
  expect(await lookedUp('member', ['U1'], { isAdmin: true })).toEqual(['U1']);
});

it('asks nothing about more users than a field of a form has', async () => {
  expect(
    await lookedUp(
      'admin',
      Array.from({ length: MAX_NAMED_USERS + 1 }, (_, at) => `U${at}`),
    ),
  ).toEqual([]);
});
