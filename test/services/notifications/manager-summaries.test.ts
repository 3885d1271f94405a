import { beforeEach, describe, expect, it } from 'vitest';
import { processWorkspace } from '../../../src/jobs/notification-loop.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { cardOf, formOf, textOf, undoLast } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

/** Hugo leads Security, whose members are far behind; Zoe leads nothing and is in another team, far behind, too. */
beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo'], { cycle: { start: '2024-02-01', end: '2027-01-31' } });
  await asOperator(world.store, team.workspaceId, async ({ teams, people, holdings, preferences }) => {
    const now = new Date('2026-11-23T12:00:00Z');
    const all = new Map((await people.all()).map(({ name, personId }) => [name, personId]));
    const [security] = await teams.all();
    const member = (name: string, isManager: boolean) => ({ personId: all.get(name) ?? '', isManager });
    await teams.setMembers(
      security?.teamId ?? '',
      [member('Hugo', true), member('Ana', false), member('Bo', false)],
      now,
    );
    const identity = { platform: 'slack', tenant: team.hugo.options.tenant, user: 'Zoe' };
    const zoe = await people.join(identity, { name: 'Zoe', zone: 'UTC', locale: 'en-GB', role: 'member' }, now);
    await people.saveAddress(identity, 'Zoe');
    const [own] = await holdings.of(all.get('Ana') ?? '');
    const cycle = { start: own?.cycles[0]?.starts, end: own?.cycles[0]?.ends } as { start: never; end: never };
    await holdings.add({ personId: zoe.personId, certification: 'cissp', number: '', cycle }, now);
    const others = await teams.add('Others', now);
    await teams.setMembers(others ?? '', [{ personId: zoe.personId, isManager: true }], now);
    for (const personId of [...all.values(), zoe.personId]) await preferences.save(personId, { wantsNudges: false });
  });
});

const summaries = (user: string) =>
  team.mailbox.posted.filter(({ address, card }) => address === user && card.title.includes('at risk this week'));

describe('the weekly summary of a manager', () => {
  it('comes once a week in contact hours, with the members of the led team alone, who can see it', async () => {
    await team.at('2026-11-24T08:00:00Z');
    const early = summaries('Hugo').length;
    for (const day of ['24', '25', '26']) await team.at(`2026-11-${day}T09:30:00Z`);
    const first = summaries('Hugo');
    await team.at('2026-11-30T09:30:00Z');

    expect([early, first.length, summaries('Hugo').length]).toEqual([0, 1, 2]);
    expect(first[0]?.card.title).toMatch(/^2 at risk this week, first (Ana|Bo), CISSP: ▼ \d+ days behind$/u);
    expect(JSON.stringify(first[0]?.card)).toMatch(/Ana, CISSP.*Bo, CISSP/u);
    expect(JSON.stringify(first[0]?.card)).not.toContain('Zoe');
    expect(summaries('Zoe')).toEqual([]);
    expect(textOf(await team.member('Ana').say('looks'))).toContain('weekly summary of your managers');
  });

  it('is planned once by five replicas', async () => {
    await team.at('2026-11-24T08:00:00Z');
    const clock = { now: () => new Date('2026-11-24T10:00:00Z') };
    await Promise.all(Array.from({ length: 5 }, () => processWorkspace(team.workspaceId, { ...team.parts, clock })));

    expect(summaries('Hugo')).toHaveLength(1);
  });

  it('is turned off with “preferences”, where only those who lead a team are asked', async () => {
    const form = formOf(await team.hugo.say('preferences'));
    await team.hugo.send(form, { summary: 'no' });
    await team.at('2026-11-24T10:00:00Z');

    expect(form.answers).toMatchObject({ summary: 'yes' });
    expect(JSON.stringify(formOf(await team.member('Ana').say('preferences')).parts)).not.toContain('"summary"');
    expect(summaries('Hugo')).toEqual([]);
  });
});

describe('asking for help', () => {
  const ASK = wordsFor('en-GB').nudge.helpRequest;

  it('says who will read it before anything is saved, then stands first in the summary, until it is withdrawn', async () => {
    const ana = team.member('Ana');
    const question = cardOf(await ana.press(cardOf(await ana.say('pace cissp')), ASK.button));
    await team.at('2026-11-24T08:00:00Z');
    const before = JSON.stringify(team.mailbox.posted);
    const requested = cardOf(await ana.press(question, ASK.confirm));
    await team.at('2026-11-24T10:00:00Z');
    const [first] = summariesWithRequests();
    await ana.press(requested, ASK.withdraw);
    await team.at('2026-11-30T10:00:00Z');

    expect(textOf({ kind: 'card', to: 'sender', card: question })).toMatch(
      /Hugo will read that you asked.*Nothing has been sent yet/su,
    );
    expect(before).not.toContain('asks for help');
    expect(first?.card.title).toMatch(/^Ana asks for help with CISSP: ▼ \d+ days behind$/u);
    expect(JSON.stringify(first?.card)).toContain('Members who asked for help');
    expect(summariesWithRequests()).toHaveLength(1);
    expect(summaries('Hugo')).toHaveLength(1);
  });

  it('is undone like every act, and refused where no manager would read it', async () => {
    const ana = team.member('Ana');
    await ana.press(cardOf(await ana.press(cardOf(await ana.say('pace cissp')), ASK.button)), ASK.confirm);
    await undoLast(ana);
    await team.at('2026-11-24T10:00:00Z');
    await team.hugo.send(formOf(await team.hugo.say('preferences')), { summary: 'no' });
    const refused = await ana.press(cardOf(await ana.say('pace cissp')), ASK.button);

    expect(summariesWithRequests()).toEqual([]);
    expect(textOf(refused)).toContain('Your request wouldn’t be read');
  });

  const summariesWithRequests = () =>
    team.mailbox.posted.filter(({ address, card }) => address === 'Hugo' && card.title.includes('asks for help'));
});
