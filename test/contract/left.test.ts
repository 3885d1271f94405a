import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { asOperator, openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

const world = openStore();
const talks = new Map<string, Talk>();

/** What shows or changes the data of others; each is answered to those who are here. */
const LINES = [
  'team',
  'team Security',
  'risk Security',
  'risk',
  'report team Security',
  'export team Security',
  'digest preview Security',
  'digest history Security',
  'digest now Security',
  'people',
  'people Bo',
  'settings',
  'sources',
  'customise cissp',
];

beforeAll(async () => {
  const team = await foundTeam(world.store, ['Mia', 'Ada', 'Bo', 'Cy']);
  await asOperator(world.store, team.workspaceId, async ({ people, preferences, teams }) => {
    const idOf = new Map((await people.all()).map(({ name, personId }) => [name, personId]));
    const [security] = await teams.all();
    const members = await teams.membersOf(security?.teamId ?? '');
    const managing = members.map((one) => ({ ...one, isManager: one.personId === idOf.get('Mia') }));
    await teams.setMembers(security?.teamId ?? '', managing, new Date());
    await people.setRole(idOf.get('Mia') ?? '', 'manager');
    await people.setRole(idOf.get('Ada') ?? '', 'admin');
    for (const name of ['Mia', 'Ada'])
      await preferences.save(idOf.get(name) ?? '', { leftOn: day('2026-11-20'), leftBy: 'admin' });
  });
  for (const name of ['Mia', 'Ada', 'Hugo']) talks.set(name, name === 'Hugo' ? team.hugo : team.member(name));
});

const refusal = /doesn’t allow this|don’t manage a team|Only the team’s managers/iu;

describe.each(['Mia', 'Ada'])('%s, who has left,', (name) => {
  it.each(LINES)('is refused “%s”', async (line) => {
    const reply = await (talks.get(name) as Talk).say(line);

    expect(reply.kind).toBe('card');
    expect(textOf(reply)).toMatch(refusal);
    expect(textOf(reply)).not.toMatch(/Bo\b|Cy\b/u);
  });

  it('still reads and exports their own records', async () => {
    const person = talks.get(name) as Talk;

    expect(textOf(await person.say('pace'))).toContain('CISSP');
    expect(textOf(await person.say('certs'))).toContain('CISSP');
  });
});

it.each(LINES)('“%s” is answered to an admin who is here', async (line) => {
  expect(textOf(await (talks.get('Hugo') as Talk).say(line))).not.toMatch(refusal);
});

it('an admin who left while a form was open can’t send it', async () => {
  const hugo = talks.get('Hugo') as Talk;
  const tess = await asTemporaryAdmin(hugo);
  const form = formOf(await tess.talk.say('people Bo'));
  await tess.leave();

  expect(textOf(await tess.talk.send(form, { role: 'admin' }))).toMatch(refusal);
  expect(textOf(await hugo.say('people'))).not.toMatch(/"Bo"[^}]*\}[^}]*Admin/u);
});

async function asTemporaryAdmin({ options }: Talk) {
  const { store, tenant } = options;
  const workspaceId = await store.directory.workspaceOf('slack', tenant, new Date());
  const personId = await asOperator(store, workspaceId, async ({ people }) => {
    const details = { name: 'Tess', zone: 'UTC', locale: 'en-GB', role: 'admin' } as const;
    return (await people.join({ platform: 'slack', tenant, user: 'Tess' }, details, new Date())).personId;
  });
  const leave = () =>
    asOperator(store, workspaceId, ({ preferences }) =>
      preferences.save(personId, { leftOn: day('2026-11-23'), leftBy: 'admin' }),
    );
  return { talk: talk({ ...options, user: 'Tess' }), leave };
}
