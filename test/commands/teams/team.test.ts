import { beforeEach, describe, expect, it } from 'vitest';
import { cardOf, formOf, logCredits, newcomer, sayAndConfirm, textOf } from '../../support/conversation.ts';
import { waitingFiles } from '../../support/files.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi'], { cycle: { start: '2024-02-01', end: '2027-01-31' } });
});

const roleOf = (user: string) =>
  asOperator(
    world.store,
    team.workspaceId,
    async ({ people }) => (await people.all()).find(({ name }) => name === user)?.role,
  );

describe('teams', () => {
  it('are made and changed in a form, and whoever leads one becomes a manager', async () => {
    const form = formOf(await team.hugo.say('team Platform'));
    const idOf = (user: string) =>
      form.parts.flatMap((part) => (part.kind === 'people' ? part.options : [])).find(({ label }) => label === user)
        ?.value ?? '';
    const made = await team.hugo.send(form, { members: [idOf('Bo')], managers: [idOf('Ana')], day: '5', hour: '16' });
    const roles = [await roleOf('Ana'), await roleOf('Bo')];
    const again = formOf(await team.hugo.say('team platform'));
    await team.hugo.send(again, { managers: [idOf('Bo')] });

    expect(textOf(made)).toContain('2 members, 1 manager.');
    expect(roles).toEqual(['manager', 'member']);
    expect(again.answers).toMatchObject({ name: 'Platform', day: '5', hour: '16', managers: [idOf('Ana')] });
    expect([await roleOf('Ana'), await roleOf('Bo')]).toEqual(['member', 'manager']);
  });

  it.each([
    [{ name: 'security' }, 'name', 'A team with this name already exists. Choose another name.'],
    [{ name: '' }, 'name', 'Required'],
    [{ zone: 'Lisbon' }, 'zone', '“Lisbon” isn’t a valid time zone.'],
    [{ hour: '24' }, 'hour', 'This isn’t one of the options. Select one from the list.'],
    [{ members: ['nobody'] }, 'members', 'This user isn’t a member of your workspace.'],
  ])('says beside the field what is wrong with %j, and keeps what was typed', async (answers, field, problem) => {
    const form = formOf(await team.hugo.say('team Platform'));
    const { errors, answers: stored } = formOf(await team.hugo.send(form, answers));

    expect(errors?.[field]).toContain(problem);
    expect(stored).toMatchObject(answers);
  });

  it('are changed by words, by the beginning of a name', async () => {
    await team.hugo.say('team Security lead Ch');
    const removed = await sayAndConfirm(team.hugo, 'team Security remove Ana, Bo');
    const added = await team.hugo.say('team Security add Ana');

    expect([textOf(removed), textOf(added)]).toEqual([
      expect.stringContaining('1 member, 1 manager.'),
      expect.stringContaining('2 members, 1 manager.'),
    ]);
    expect(await roleOf('Chidi')).toBe('manager');
  });

  it.each([
    ['team Security add Nobody', 'There’s no member called “Nobody”.'],
    ['team Nowhere add Ana', 'You don’t have access to a team “Nowhere add Ana”. Use one of: Security.'],
    ['digest preview Nowhere', 'You don’t have access to a team “Nowhere”'],
    ['digest now', 'Security has no channel yet.'],
  ])('answers %s in words', async (line, words) => {
    expect(textOf(await team.hugo.say(line))).toContain(words);
  });

  it('asks which of two people is meant', async () => {
    await newcomer(team.hugo, 'Anabel').say('help');
    const both = await newcomer(team.hugo, 'Andrea').say('help');

    expect(both.kind).toBe('card');
    expect(textOf(await team.hugo.say('team Security add An'))).toContain('Mention the person, or type the full name');
    expect((await team.hugo.say('team Security add ana')).kind).toBe('card');
    expect(textOf(await team.hugo.say('team Security add ana'))).toContain('3 members');
  });

  it('that are gone leave the records of their members', async () => {
    await team.hugo.say('team Security lead Ana');
    const removed = await sayAndConfirm(team.hugo, 'team Security --delete', 'Delete team');

    expect(textOf(removed)).toContain('Its members keep their records.');
    expect(await roleOf('Ana')).toBe('member');
    expect(textOf(await team.member('Ana').say('pace'))).toContain('CISSP');
    expect(textOf(await team.hugo.say('team'))).toContain('No teams yet.');
  });
});

describe('sight', () => {
  it('of a manager ends at their teams', async () => {
    await team.hugo.say('team Security lead Ana');
    await team.hugo.send(formOf(await team.hugo.say('team Platform')), {});
    const ana = team.member('Ana');

    expect(textOf(await ana.say('team'))).not.toContain('Platform');
    for (const line of ['risk Platform', 'digest preview Platform', 'digest history Platform'])
      expect(textOf(await ana.say(line))).toContain('You don’t have access to a team “Platform”.');
    expect(textOf(await ana.say('team Platform'))).toContain('Only an admin can create one');
    expect(textOf(await ana.say('team Security --delete'))).toContain('Your role doesn’t allow this.');
  });

  it('of the at-risk list is in the log, and whoever was looked at can see it', async () => {
    await team.hugo.say('team Security lead Ana');
    const list = await team.member('Ana').say('risk Security');

    expect(textOf(list)).toContain('Bo · CISSP');
    expect(textOf(await team.member('Bo').say('looks'))).toContain('Ana, at-risk list of your team');
    expect(textOf(await team.member('Ana').say('looks'))).toContain('Only you have viewed your record.');
  });

  it('of a team’s records as a file is theirs alone, neutral to spreadsheets, and seen by everybody in it', async () => {
    await team.hugo.say('team Security lead Ana');
    const bo = team.member('Bo');
    await logCredits(bo, '2026-11-20', { cissp: '2' }, { title: "=cmd|' /C calc'!A0" });
    await logCredits(bo, '2026-11-21', { cissp: '3' }, { title: 'A mistake' });
    await bo.say('delete mistake');
    const exported = await team.member('Ana').say('export team');
    const [bytes = Buffer.of()] = await waitingFiles(world.store, team.workspaceId);
    const text = bytes.toString();

    expect(textOf(exported)).toContain('Records of Security');
    expect(text.split('\r\n')[0]).toContain('Member,ID,Title');
    expect(text).toContain('Bo,');
    expect(text).toContain("'=cmd|' /C calc'!A0");
    expect(text).not.toMatch(/(?:^|[,"])[=+@-]/mu);
    expect(text).not.toContain('A mistake');
    expect(textOf(await bo.say('looks'))).toContain('Ana, export of your team’s records');
    for (const line of ['export team', 'export team Security'])
      expect(textOf(await bo.say(line))).toMatch(/You don’t (?:manage|have access to) a team/u);
  });

  it('of a button from a card of a team that is not theirs is refused', async () => {
    await team.hugo.send(formOf(await team.hugo.say('team Platform')), {});
    await team.hugo.say('team Platform lead Bo');
    const [button] = cardOf(await team.hugo.say('digest preview Security')).actions?.slice(1) ?? [];

    const answer = await team.member('Bo').press({ title: '', blocks: [], actions: [button as never] }, 'At-risk list');

    expect(textOf(answer)).toContain('You don’t have access to a team');
  });
});

describe('people', () => {
  it('get a role and leave, and whoever has left is counted and told nothing but keeps their record', async () => {
    const form = formOf(await team.hugo.say('people Bo'));
    await team.hugo.send(form, { status: 'left' });
    await team.digestHere();
    await team.at('2026-11-30T09:00:00Z');

    expect(textOf(await team.hugo.say('people'))).toContain('left on 23 Nov 2026');
    expect(JSON.stringify(team.mailbox.posted.filter(({ address }) => address === 'C1'))).toContain(
      'at least 3 people',
    );
    expect(team.mailbox.titlesAt('Bo')).toEqual(['You keep your records']);
    expect(textOf(await team.member('Bo').say('pace'))).toContain('CISSP');
    expect(textOf(await team.hugo.say('risk Security'))).not.toContain('Bo');
  });

  it('on leave are not counted until they are back', async () => {
    await team.hugo.send(formOf(await team.hugo.say('people Bo')), { away: '2026-12-05' });
    await team.digestHere();
    await team.at('2026-11-30T09:00:00Z');
    await team.at('2026-12-07T09:00:00Z');

    const digests = team.mailbox.posted.filter(
      ({ card }) => card.title.includes('week 4') || card.title.includes('week 5'),
    );
    expect(digests.map(({ card }) => JSON.stringify(card).includes('at least 3 people'))).toEqual([true, false]);
  });

  it.each([
    [{ role: 'member' }, 'role'],
    [{ status: 'left' }, 'status'],
  ])('always have an admin: %j', async (answers, field) => {
    const { errors } = formOf(await team.hugo.send(formOf(await team.hugo.say('people Hugo')), answers));
    await team.hugo.send(formOf(await team.hugo.say('people Ana')), { role: 'admin' });
    const after = await team.hugo.send(formOf(await team.hugo.say('people Hugo')), answers);

    expect(errors).toEqual({ [field]: 'This is the only admin. Make another member an admin first.' });
    expect(after.kind).toBe('card');
  });

  it('who have left are no admins any more to leave a workspace to', async () => {
    await team.hugo.send(formOf(await team.hugo.say('people Ana')), { role: 'admin' });
    await team.hugo.send(formOf(await team.hugo.say('people Ana')), { status: 'left' });
    const { errors } = formOf(await team.hugo.send(formOf(await team.hugo.say('people Hugo')), { role: 'member' }));

    expect(errors).toHaveProperty('role');
  });
});
