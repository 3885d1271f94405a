import { describe, expect, it } from 'vitest';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();

function addTeam(name: string): Promise<string> {
  return world.inWorkspace(async ({ teams }) => (await teams.add(name, NOW)) ?? 'taken');
}

describe('a team', () => {
  it('has a name of its own, whatever its case', async () => {
    await addTeam('Security');

    expect(await addTeam('SECURITY')).toBe('taken');
    expect(await addTeam('Audit')).not.toBe('taken');
    expect((await world.inWorkspace(({ teams }) => teams.all())).map(({ name }) => name)).toEqual([
      'Audit',
      'Security',
    ]);
  });

  it('begins with a digest on Monday at nine that is not sent anywhere', async () => {
    const teamId = await addTeam('Security');

    expect(await world.inWorkspace(({ teams }) => teams.get(teamId))).toMatchObject({
      ...{ digestDay: 1, digestHour: 9, digestSince: null, place: null, zone: null, follows: null, createdAt: NOW },
    });
  });

  it('keeps the settings that are not changed', async () => {
    const teamId = await addTeam('Security');
    await world.inWorkspace(({ teams }) => teams.set(teamId, { zone: 'Europe/Lisbon', digestDay: 5 }));
    await world.inWorkspace(({ teams }) => teams.set(teamId, { digestDay: 4 }));

    expect(await world.inWorkspace(({ teams }) => teams.get(teamId))).toMatchObject({
      zone: 'Europe/Lisbon',
      digestDay: 4,
    });
  });

  it('is deleted with its memberships', async () => {
    const [teamId, ana] = [await addTeam('Security'), await world.join('ana')];
    await world.inWorkspace(({ teams }) => teams.setMembers(teamId, [{ personId: ana, isManager: true }], NOW));
    await world.inWorkspace(({ teams }) => teams.delete(teamId));

    expect(await world.inWorkspace(({ teams }) => teams.get(teamId))).toBeNull();
    expect(await world.inWorkspace(({ teams }) => teams.leads(ana))).toBe(false);
  });
});

describe('the members of a team', () => {
  it.each([
    [
      'the same',
      [
        ['ana', true],
        ['bo', false],
      ],
      [],
    ],
    [
      'another manager',
      [
        ['ana', false],
        ['bo', true],
      ],
      ['ana', 'bo'],
    ],
    [
      'one more',
      [
        ['ana', true],
        ['bo', false],
        ['cy', false],
      ],
      ['cy'],
    ],
    ['one less', [['ana', true]], ['bo']],
    ['none', [], ['ana', 'bo']],
  ] as const)('become %s', async (_, after, changed) => {
    const teamId = await addTeam('Security');
    const ids = new Map<string, string>();
    for (const user of ['ana', 'bo', 'cy']) ids.set(user, await world.join(user));
    const set = (members: readonly (readonly [string, boolean])[]) =>
      world.inWorkspace(({ teams }) =>
        teams.setMembers(
          teamId,
          members.map(([user, isManager]) => ({ personId: ids.get(user) ?? '', isManager })),
          NOW,
        ),
      );
    await set([
      ['ana', true],
      ['bo', false],
    ]);

    expect([...(await set(after))].sort()).toEqual(changed.map((user) => ids.get(user)).sort());
    const members = await world.inWorkspace(({ teams }) => teams.membersOf(teamId));
    expect(members.map(({ personId, isManager }) => [personId, isManager]).sort()).toEqual(
      after.map(([user, isManager]) => [ids.get(user), isManager]).sort(),
    );
  });

  it('are found by person and by team', async () => {
    const [security, audit, ana, bo] = [
      await addTeam('Security'),
      await addTeam('Audit'),
      await world.join('ana'),
      await world.join('bo'),
    ];
    await world.inWorkspace(async ({ teams }) => {
      await teams.setMembers(security, [{ personId: ana, isManager: true }], NOW);
      await teams.setMembers(
        audit,
        [
          { personId: ana, isManager: false },
          { personId: bo, isManager: false },
        ],
        NOW,
      );
    });
    const found = await world.inWorkspace(async ({ teams }) => ({
      leads: [await teams.leads(ana), await teams.leads(bo)],
      of: (await teams.of(bo)).map(({ teamId }) => teamId),
      sizes: [...(await teams.memberships())].map(([teamId, members]) => [teamId, members.length]).sort(),
    }));

    expect(found).toEqual({
      leads: [true, false],
      of: [audit],
      sizes: [
        [security, 1],
        [audit, 2],
      ].sort(),
    });
  });
});

describe('a team that follows a group', () => {
  const place = { platform: 'slack', tenant: 'T1', address: 'C1' };

  it.each([
    ['was never compared', { place, id: 'S1', name: 'sec' }, null, true],
    ['was compared before', { place, id: 'S1', name: 'sec' }, new Date(NOW.getTime() - 1), true],
    ['was compared since', { place, id: 'S1', name: 'sec' }, NOW, false],
    ['follows none', null, null, false],
  ])('%s', async (_, follows, followedAt, isClaimed) => {
    const teamId = await addTeam('Security');
    await world.inWorkspace(({ teams }) => teams.set(teamId, { follows, followedAt }));
    const later = new Date(NOW.getTime() + 1000);
    const claim = () => world.inWorkspace(({ teams }) => teams.claimForGroupSync(NOW, later));

    expect(await claim()).toEqual(isClaimed ? [teamId] : []);
    expect(await claim()).toEqual([]);
  });

  it('is compared at the time that is noted', async () => {
    const teamId = await addTeam('Security');
    await world.inWorkspace(({ teams }) => teams.markSynced(teamId, NOW));

    expect((await world.inWorkspace(({ teams }) => teams.get(teamId)))?.followedAt).toEqual(NOW);
  });
});
