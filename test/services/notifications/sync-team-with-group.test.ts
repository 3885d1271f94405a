import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupQuery, MemberGroup } from '../../../src/chat/group.ts';
import { syncDueTeams } from '../../../src/jobs/group-sync.ts';
import { verdictText } from '../../../src/operator/audit.ts';
import { cardOf, formOf, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;
let group: MemberGroup;
let asked: { named: string; known: readonly string[] }[];

const groupOf = (...users: readonly string[]): MemberGroup => ({
  kind: 'group',
  id: 'S1',
  name: '@secops',
  members: users.map((user) => ({
    user,
    profile: { name: user, zone: 'Asia/Tokyo', locale: 'de-DE' },
    direct: { platform: 'slack', tenant: team.hugo.options.tenant, address: user },
  })),
});

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo']);
  asked = [];
  Object.assign(team.mailbox.adapter, {
    readGroup: async ({ where, named, known }: GroupQuery) => {
      // The teams of other tests are looked at too.
      if (where.tenant === team.hugo.options.tenant) asked.push({ named, known: [...known].sort() });
      return group;
    },
  });
});

const namesIn = (isManager?: boolean) =>
  asOperator(world.store, team.workspaceId, async ({ teams, people }) => {
    const [one] = await teams.all();
    const members = await teams.membersOf(one?.teamId ?? '');
    const names = new Map((await people.all()).map(({ personId, name }) => [personId, name]));
    return members
      .filter((member) => isManager === undefined || member.isManager === isManager)
      .map(({ personId }) => names.get(personId))
      .sort();
  });

const follow = async (line: string): Promise<string> => {
  const answer = textOf(await team.hugo.say(line));
  await team.hugo.core.idle();
  return answer;
};

const run = (hours: number) =>
  syncDueTeams({ ...team.parts, clock: { now: () => new Date(Date.UTC(2026, 10, 23, 12 + hours)) } });

describe('a team that follows a group', () => {
  it('has its members, whoever was never here before joins, and the manager stays', async () => {
    group = groupOf('Bo', 'Chidi');
    await team.hugo.say('team Security lead Ana');
    await follow('team Security follow @secops');

    expect(asked).toEqual([{ named: '@secops', known: ['Ana', 'Bo', 'Hugo'] }]);
    expect(await namesIn()).toEqual(['Ana', 'Bo', 'Chidi']);
    expect(await namesIn(true)).toEqual(['Ana']);
    expect(JSON.stringify(team.mailbox.posted.at(-1)?.card)).toContain(
      'The team now follows @secops: 3 members, 1 new.',
    );
    const chidi = await asOperator(world.store, team.workspaceId, async ({ people }) => {
      const person = (await people.all()).find(({ name }) => name === 'Chidi');
      return { ...person, places: await people.addressesOf(person?.personId ?? '') };
    });
    expect(chidi).toMatchObject({
      zone: 'Asia/Tokyo',
      locale: 'de-DE',
      role: 'member',
      places: [{ address: 'Chidi' }],
    });
  });

  it('is compared again by the id of its group, every six hours, by one replica', async () => {
    group = groupOf('Bo', 'Chidi');
    await follow('team Security follow @secops');
    group = groupOf('Chidi');
    await run(1);
    const before = await namesIn();
    await Promise.all([run(7), run(7)]);

    await run(14);
    const log = await world.store.readLog(team.workspaceId, (reading) =>
      verdictText(reading, undefined, async () => undefined),
    );

    expect(before).toEqual(['Bo', 'Chidi']);
    expect(await namesIn()).toEqual(['Chidi']);
    // When it was compared is no change of the team.
    expect(log).toMatchObject({ isWhole: true });
    expect(asked.map(({ named }) => named)).toEqual(['@secops', 'S1', 'S1']);
    expect(textOf(await team.member('Bo').say('pace'))).toContain('CISSP');
  });

  it('stays as it is when its group cannot be read, and the admins hear of it once', async () => {
    group = groupOf('Bo', 'Chidi');
    await follow('team Security follow @secops');
    group = { kind: 'refused', reason: 'missing_scope' };
    await run(7);
    await run(14);
    await team.at('2026-11-24T12:00:00Z');

    expect(await namesIn()).toEqual(['Bo', 'Chidi']);
    const notified = team.mailbox.posted.filter(({ card }) =>
      JSON.stringify(card).includes('doesn’t have permission to read user groups'),
    );
    expect(notified.map(({ address }) => address)).toEqual(['Hugo']);
  });

  it.each([
    ['no_such_subteam', 'no active user group with this handle'],
    ['something_new', 'The platform returned “something_new”'],
  ])('that was never read (%s) follows nothing, and whoever wished it is told', async (reason, words) => {
    group = { kind: 'refused', reason };
    await follow('team Security follow @nobodys');

    expect(JSON.stringify(team.mailbox.posted.at(-1)?.card)).toContain(words);
    expect(textOf(await team.hugo.say('team'))).not.toContain('follows');
    expect(await namesIn()).toEqual(['Ana', 'Bo']);
  });

  it('is tried again later when the platform is busy', async () => {
    group = { kind: 'busy', reason: 'slow' };
    await follow('team Security follow @secops');
    group = groupOf('Chidi');
    await run(1);

    expect(await namesIn()).toEqual(['Chidi']);
  });

  it('is changed there, not here, until it follows nobody', async () => {
    group = groupOf('Bo', 'Chidi');
    await follow('team Security follow @secops');
    const refused = [
      textOf(await team.hugo.say('team Security add Ana')),
      textOf(await team.hugo.say('team Security remove Bo')),
    ];
    const form = formOf(await team.hugo.say('team Security'));
    await team.hugo.send(form, { hour: '11' });
    const stored = await namesIn();
    await team.hugo.say('team Security follow nobody');
    await team.hugo.press(cardOf(await team.hugo.say('team Security remove Bo')), 'Remove');

    for (const answer of refused) expect(answer).toContain('Members are synced from @secops.');
    expect(form.parts.some((part) => 'name' in part && part.name === 'members')).toBe(false);
    expect(stored).toEqual(['Bo', 'Chidi']);
    expect(await namesIn()).toEqual(['Chidi']);
  });

  it('takes nobody from another workspace in', async () => {
    group = groupOf('Bo', 'Chidi');
    const movedRequirement = await foundTeam(world.store, ['Zoe']);
    const [zoe] = await asOperator(world.store, movedRequirement.workspaceId, async ({ people }) =>
      (await people.all()).filter(({ name }) => name === 'Zoe'),
    );
    const { tenant } = team.hugo.options;
    const person = { workspaceId: movedRequirement.workspaceId, personId: zoe?.personId ?? '' };
    await world.store.directory.link({ platform: 'slack', tenant, user: 'Chidi' }, person, new Date());
    await follow('team Security follow @secops');

    expect(await namesIn()).toEqual(['Bo']);
  });
});

describe('who may put somebody into a team', () => {
  it('is an admin: its managers look at whoever is in it', async () => {
    await team.hugo.say('team Security lead Ana');
    const ana = team.member('Ana');
    const form = formOf(await ana.say('team Security'));
    const answers = [
      textOf(await ana.say('team Security add Hugo')),
      textOf(await ana.say('team Security lead Bo')),
      textOf(await ana.say('team Security follow @secops')),
    ];
    const hugo = formOf(await team.hugo.say('team Security')).parts.flatMap((part) =>
      part.kind === 'people' ? part.options : [],
    );
    const added = formOf(await ana.send(form, { members: hugo.map(({ value }) => value) }));

    for (const answer of answers) expect(answer).toContain('Only an admin can add people');
    expect(
      form.parts.flatMap((part) => (part.kind === 'people' ? part.options : [])).map(({ label }) => label),
    ).toEqual(['Ana', 'Bo']);
    expect(added.errors?.members).toContain('Only an admin can add people');
    expect(await namesIn()).toEqual(['Ana', 'Bo']);
  });

  it('while a manager takes somebody out, and stays its manager', async () => {
    await team.hugo.say('team Security lead Ana');
    const ana = team.member('Ana');
    const form = formOf(await ana.say('team Security'));
    const self = form.parts.flatMap((part) => (part.kind === 'people' ? part.options : [])).slice(0, 1);
    const asked = formOf(await ana.send(form, { members: self.map(({ value }) => value), hour: '8' }));
    await ana.send(asked);

    expect([await namesIn(), await namesIn(true)]).toEqual([['Ana'], ['Ana']]);
  });
});
