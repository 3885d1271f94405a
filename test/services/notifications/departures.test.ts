import { beforeEach, describe, expect, it } from 'vitest';
import type { MemberGroup } from '../../../src/chat/group.ts';
import type { UserResult } from '../../../src/chat/user.ts';
import { syncDueTeams } from '../../../src/jobs/group-sync.ts';
import { formOf, newcomer, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Cy', 'Dee']);
});

const account = (user: string, platform: 'slack' | 'teams' = 'slack') => ({
  platform,
  tenant: team.hugo.options.tenant,
  user,
});

const stateOf = (name: string) =>
  asOperator(world.store, team.workspaceId, async ({ people, preferences }) => {
    const person = (await people.all()).find((one) => one.name === name);
    return preferences.of(person?.personId ?? '');
  });

const notices = () => team.mailbox.posted.filter(({ card }) => card.title === 'Someone has left');

describe('a person whose account is gone', () => {
  it('has left, isn’t told, and is named to an admin once', async () => {
    await team.hugo.core.recordDeparture(account('Bo'));
    await team.hugo.core.recordDeparture(account('Bo'));
    for (const at of ['2026-11-23T13:00:00Z', '2026-11-24T13:00:00Z', '2026-12-01T13:00:00Z']) await team.at(at);

    expect(await stateOf('Bo')).toMatchObject({ leftOn: '2026-11-23', leftBy: 'platform' });
    expect(team.mailbox.posted.filter(({ address }) => address === 'Bo')).toEqual([]);
    expect(notices().map(({ address }) => address)).toEqual(['Hugo']);
    expect(JSON.stringify(notices())).toContain('Bo (Member) no longer has an account here');
  });

  it('is counted nowhere', async () => {
    const before = textOf(await team.hugo.say('digest preview Security'));
    await team.hugo.core.recordDeparture(account('Bo'));
    const after = textOf(await team.hugo.say('digest preview Security'));

    expect(before).toContain('4 people');
    expect(after).not.toContain('4 people');
    expect(textOf(await team.hugo.say('risk Security'))).not.toContain('Bo');
    expect(textOf(await team.hugo.say('team'))).toContain('3 members');
  });

  it('gets nothing that was planned for them before', async () => {
    await asOperator(world.store, team.workspaceId, async ({ people, outbox, schedule }) => {
      const bo = (await people.all()).find(({ name }) => name === 'Bo');
      const place = { ...account('Bo'), address: 'Bo' };
      const card = { title: 'A nudge', blocks: [] };
      const message = { key: 'k', purpose: 'notice', place, card, personId: bo?.personId ?? '' } as const;
      await outbox.plan(message, new Date('2026-11-23T12:30:00Z'));
      await schedule.scheduleNoLaterThan(team.workspaceId, new Date('2026-11-23T12:30:00Z'));
    });
    await team.hugo.core.recordDeparture(account('Bo'));
    await team.at('2026-11-23T13:00:00Z');

    expect(team.mailbox.titlesAt('Bo')).toEqual([]);
  });

  it.each([
    ['is reported as active', () => team.hugo.core.recordReturn(account('Bo'))],
    ['writes', () => team.member('Bo').say('pace')],
  ])('is back when the account %s', async (_, comeBack) => {
    await team.hugo.core.recordDeparture(account('Bo'));
    await comeBack();

    expect(await stateOf('Bo')).toMatchObject({ leftOn: null, leftBy: null });
  });

  it('stays away when an admin marked them as having left', async () => {
    await team.hugo.send(formOf(await team.hugo.say('people Bo')), { status: 'left' });
    await team.hugo.core.recordDeparture(account('Bo'));
    await team.hugo.core.recordReturn(account('Bo'));
    await team.member('Bo').say('pace');

    expect(await stateOf('Bo')).toMatchObject({ leftBy: 'admin', leftOn: '2026-11-23' });
  });

  it('is brought back by an admin', async () => {
    await team.hugo.core.recordDeparture(account('Bo'));
    await team.hugo.send(formOf(await team.hugo.say('people Bo')), { status: 'here' });

    expect(await stateOf('Bo')).toMatchObject({ leftOn: null, leftBy: null });
  });

  it('hasn’t left while another account of theirs is there', async () => {
    await asOperator(world.store, team.workspaceId, async ({ people, directory }) => {
      const bo = (await people.all()).find(({ name }) => name === 'Bo');
      const key = { workspaceId: team.workspaceId, personId: bo?.personId ?? '' };
      await directory.link(account('bo-on-teams', 'teams'), key, new Date());
    });
    await team.hugo.core.recordDeparture(account('Bo'));

    expect(await stateOf('Bo')).toMatchObject({ leftOn: null });
  });

  it('is ignored when unknown, and adds nobody', async () => {
    await team.hugo.core.recordDeparture(account('Zoe'));
    await team.hugo.core.recordDeparture({ platform: 'slack', tenant: 'T0OTHER', user: 'Bo' });
    await team.hugo.core.recordReturn(account('Zoe'));

    expect(textOf(await team.hugo.say('people'))).not.toContain('Zoe');
    expect(await world.store.directory.knownWorkspace('slack', 'T0OTHER')).toBeUndefined();
  });
});

it('whose only admin is gone, a workspace gets a new one from the platform’s administrators', async () => {
  await team.hugo.core.recordDeparture(account('Hugo'));
  const ana = talk({ ...team.hugo.options, user: 'Ana', profile: { name: 'Ana', isAdmin: true } });

  expect(textOf(await newcomer(team.hugo, 'Bo').say('people'))).toContain('Your role doesn’t allow this.');
  expect(textOf(await ana.say('people'))).toContain('Hugo');
});

describe('who drops out of a group', () => {
  const read = new Map<string, UserResult>();
  const groupOf = (...users: readonly string[]): MemberGroup => ({
    kind: 'group',
    id: 'S1',
    name: '@secops',
    members: users.map((user) => ({ user, profile: { name: user } })),
  });

  it('has left only if the platform says that the account is gone', async () => {
    let group = groupOf('Ana', 'Bo', 'Cy');
    Object.assign(team.mailbox.adapter, {
      readGroup: async () => group,
      readUser: async ({ user, isOwnChat }: { user: string; isOwnChat?: true }): Promise<UserResult> =>
        (isOwnChat ? read.get(user) : undefined) ?? { kind: 'unread', user },
    });
    await team.hugo.say('team Security follow @secops');
    await team.hugo.core.idle();
    group = groupOf('Ana');
    read.set('Bo', { kind: 'gone' }).set('Cy', { kind: 'member', user: 'Cy' });
    await syncDueTeams({ ...team.parts, clock: { now: () => new Date('2026-11-23T19:00:00Z') } });
    await team.at('2026-11-24T13:00:00Z');

    expect(await stateOf('Bo')).toMatchObject({ leftBy: 'platform' });
    expect(await stateOf('Cy')).toMatchObject({ leftOn: null });
    expect(await stateOf('Dee')).toMatchObject({ leftOn: null });
    expect(notices()).toHaveLength(1);
  });
});
