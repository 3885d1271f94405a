import { beforeEach, describe, expect, it } from 'vitest';
import { addCertification, formOf, newcomer, sayAndConfirm, type Talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;
let ana: Talk;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi']);
  ana = team.member('Ana');
  await team.hugo.send(formOf(await team.hugo.say('people Ana')), { role: 'admin' });
});

const members = () =>
  asOperator(world.store, team.workspaceId, async ({ teams, people }) => {
    const names = new Map((await people.all()).map(({ personId, name }) => [personId, name]));
    const [first] = await teams.all();
    return (await teams.membersOf(first?.teamId ?? '')).map(({ personId }) => names.get(personId)).sort();
  });

describe('a form that was open during another change', () => {
  it('of a team keeps who was added and who was removed', async () => {
    const open = formOf(await team.hugo.say('team Security'));
    await newcomer(team.hugo, 'Dana').say('help');
    await ana.say('team Security add Dana');
    await sayAndConfirm(ana, 'team Security remove Bo');
    const saved = await team.hugo.send(open, { hour: '16' });

    expect(saved.kind).toBe('card');
    expect(await members()).toEqual(['Ana', 'Chidi', 'Dana']);
  });

  it('of a team asks about a setting that both changed, and saves it when sent again', async () => {
    const open = formOf(await team.hugo.say('team Security'));
    await ana.send(formOf(await ana.say('team Security')), { hour: '11' });
    const asked = formOf(await team.hugo.send(open, { hour: '16' }));

    expect(asked.errors).toEqual({ changed: expect.stringContaining('Digest time is now “11:00”') });
    expect(asked.answers).toMatchObject({ hour: '16' });
    expect((await team.hugo.send(asked)).kind).toBe('card');
    expect(formOf(await team.hugo.say('team Security')).answers).toMatchObject({ hour: '16' });
  });

  it.each([
    ['settings', { zone: 'Asia/Tokyo' }, { tolerance: '9' }],
    ['people Bo', { role: 'auditor' }, { away: '2026-12-24' }],
    ['customise cissp', { fee: '99' }, { short: 'CISSP+' }],
  ])('%s keeps both changes', async (line, theirs, own) => {
    const open = formOf(await team.hugo.say(line));
    await ana.send(formOf(await ana.say(line)), theirs);
    const saved = await team.hugo.send(open, own);

    expect(saved.kind).toBe('card');
    expect(formOf(await team.hugo.say(line)).answers).toMatchObject({ ...theirs, ...own });
  });

  it.each([
    ['settings', { tolerance: '8' }, { tolerance: '9' }],
    ['people Bo', { role: 'auditor' }, { role: 'admin' }],
  ])('%s asks before it overwrites', async (line, theirs, own) => {
    const open = formOf(await team.hugo.say(line));
    await ana.send(formOf(await ana.say(line)), theirs);
    const asked = formOf(await team.hugo.send(open, own));

    expect(asked.errors).toHaveProperty('changed');
    expect(formOf(await ana.say(line)).answers).toMatchObject(theirs);
  });

  it.each([
    ['preferences', { from: '10' }, { until: '19' }],
    ['edit cism', { number: '4711' }, { cycleEnd: '2028-12-31' }],
  ])('%s, open twice, keeps both changes', async (line, first, second) => {
    await addCertification(ana, 'cism');
    const [one, other] = [formOf(await ana.say(line)), formOf(await ana.say(line))];
    await ana.send(one, first);
    await ana.send(other, second);

    expect(formOf(await ana.say(line)).answers).toMatchObject({ ...first, ...second });
  });
});

describe('a manager', () => {
  const bo = () => team.member('Bo');

  beforeEach(async () => {
    await team.hugo.say('team Security lead Bo');
  });

  it('puts back whom they removed, and nobody else', async () => {
    await sayAndConfirm(bo(), 'team Security remove Chidi');
    await newcomer(team.hugo, 'Dana').say('help');
    const refused = await bo().say('team Security add Dana');
    const refusedForm = formOf(await bo().send(formOf(await bo().say('team Security')), { members: ['Bo', 'Dana'] }));
    const back = await bo().say('team Security add Chidi');

    expect(textOf(refused)).toContain('Only an admin can add people');
    expect(textOf(refused)).toMatch(/Ask an admin: (?:Ana or Hugo|Hugo or Ana)\./u);
    expect(refusedForm.errors?.members).toContain('Only an admin can add people');
    expect(back.kind).toBe('card');
    expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
  });

  it('does not put back whom an admin removed', async () => {
    await sayAndConfirm(team.hugo, 'team Security remove Chidi');

    expect(textOf(await bo().say('team Security add Chidi'))).toContain('Only an admin can add people');
    expect(await members()).toEqual(['Ana', 'Bo']);
  });
});

it('a refusal names the admins to ask', async () => {
  expect(textOf(await team.member('Chidi').say('settings'))).toMatch(
    /Your role doesn’t allow this\. Ask an admin: (?:Ana or Hugo|Hugo or Ana)\./u,
  );
});

it('a person whose name is not known can be chosen and is told apart by their id', async () => {
  await asOperator(world.store, team.workspaceId, async ({ people }) => {
    const identity = { platform: 'slack', tenant: team.hugo.options.tenant, user: 'U77' };
    await people.join(identity, { name: '', zone: null, locale: null, role: 'member' }, new Date());
  });

  expect(textOf(await team.hugo.say('people'))).toContain('No name yet (U77)');
  await team.hugo.say('team Security add U77');
  expect(textOf(await team.hugo.say('team Security'))).toContain('No name yet (U77)');
});
