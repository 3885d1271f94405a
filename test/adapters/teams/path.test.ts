import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../support/store.ts';
import { ANA, activity, invoke, PERSONAL, pressed } from './activities.ts';
import { checkCard } from './adaptive-card.ts';
import { begin, installStandIn, lastCard, teams } from './conversation-setup.ts';
import { ask, buttonsIn, dataOf, dialogOf, open, submit, valuesIn, wordsIn } from './dialogs.ts';
import { NOW, TENANT } from './issuer.ts';
import { coreWithEmptyTenant } from './real-core.ts';

const world = openStore();
installStandIn();
beforeEach(async () => begin({ core: await coreWithEmptyTenant(world.store) }));

const say = (line: string) => ask(teams, line, PERSONAL.id);
const receipt = async (...sent: Parameters<typeof submit>) => dialogOf(await submit(...sent));
const pressInDialog = async (data: unknown) => dialogOf(await teams.send(invoke('task/submit', { data })));
const press = async (data: unknown) => {
  const replyToId = `message-${teams.said.length}`;
  teams.expectReplacement(PERSONAL.id, replyToId);
  await teams.send(pressed(data, { replyToId }));
  return lastCard();
};

describe('a person in Teams', () => {
  it('asks for help, adds a certification, logs a credit, is refused, takes it back, and asks for the pace', async () => {
    const help = await say('hi');
    expect(wordsIn(help)).toContain('pace');

    const invitation = await say('add cissp');
    const first = await open(teams, dataOf(invitation, 'Open the form'));
    expect(checkCard(first)).toEqual([]);
    const second = await dialogOf(await submit(teams, first, { start: '2024-05-01' }));
    expect(valuesIn(second)).toMatchObject({ 'answer.cycleStart': '2024-05-01', 'answer.cycleEnd': '2027-04-30' });
    expect(wordsIn(await receipt(teams, second))).toContain('CISSP added');

    const form = await open(teams, dataOf(await say('log 2h webinar cissp'), 'Open the form'));
    expect(valuesIn(form)).toMatchObject({ 'answer.start': '2026-04-01', 'answer.counts': 'cissp' });
    const wrong = { title: 'Zero trust', kind: 'webinar', 'credits.cissp': 'lots' };
    const refused = await dialogOf(await submit(teams, form, wrong));
    expect(valuesIn(refused)).toMatchObject({ 'answer.title': 'Zero trust', 'answer.credits.cissp': 'lots' });
    expect(wordsIn(refused)).toContain('“lots” isn’t a valid number of credits');
    const logged = await receipt(teams, refused, { 'credits.cissp': '1.5' });
    expect(wordsIn(logged)).toContain('Zero trust');

    const undone = await pressInDialog(dataOf(logged, 'Undo'));
    expect(wordsIn(undone)).toContain('no longer counts');
    await pressInDialog(dataOf(undone, 'Restore'));
    expect(wordsIn(await say('pace cissp'))).toContain('1.5 of ');

    for (const { activity } of teams.said) expect(checkCard(activity.attachments[0].content)).toEqual([]);
    expect(new Set(teams.said.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer the-bots-own-token']),
    );
    expect(teams.logged).toEqual([]);
    await expectSaved();
  });

  it('explains, supposes, keeps a plan, edits in a dialog, and shows the rules', async () => {
    const invitation = await say('add cissp');
    const first = await open(teams, dataOf(invitation, 'Open the form'));
    const second = await dialogOf(await submit(teams, first, { start: '2024-05-01' }));
    expect(wordsIn(await receipt(teams, second))).toContain('CISSP added');

    expect(wordsIn(await say('why cissp'))).toContain('How the pace is calculated');
    expect(wordsIn(await say('rules cissp'))).toContain('Rules of CISSP');
    const supposed = await say('whatif +2h Conference on 2026-10-01 for cissp');
    expect(wordsIn(supposed)).toContain('This is a preview. Nothing was saved.');
    expect(wordsIn(await press(dataOf(supposed, 'Save as plan')))).toContain('Conference');
    expect(wordsIn(await say('pace cissp'))).toContain('0 of 120 CPE');

    const form = await open(teams, dataOf(await say('edit cissp'), 'Open the form'));
    const refused = await dialogOf(await submit(teams, form, { number: 'N-7', cycleEnd: '2023-01-01' }));
    expect(valuesIn(refused)).toMatchObject({ 'answer.number': 'N-7' });
    expect(wordsIn(refused)).toContain('The end is before the start');
    expect(wordsIn(await receipt(teams, refused, { cycleEnd: '2027-04-30' }))).toContain('CISSP updated');
    expect(wordsIn(await say('certs'))).toContain('No. N-7');

    for (const { activity } of teams.said) expect(checkCard(activity.attachments[0].content)).toEqual([]);
    expect(teams.logged).toEqual([]);
  });

  it('is welcomed in three lines and two buttons', async () => {
    teams.expectMessage(PERSONAL.id);
    await teams.send(activity({ type: 'installationUpdate', action: 'add' }));

    expect(buttonsIn(lastCard()).map(({ title }) => title)).toEqual(['Add a certification', 'Help']);
    expect(lastCard().body.filter(({ type }: { type: string }) => type === 'TextBlock').length).toBeLessThanOrEqual(4);
    expect(checkCard(lastCard())).toEqual([]);
  });

  it('adds two certifications for a line that came first, and then logs the line', async () => {
    const first = await open(teams, dataOf(await say('log 2h webinar today for cissp and cism'), 'Open the form'));
    expect(wordsIn(first)).toContain('is kept and comes next');
    const asked = await dialogOf(await submit(teams, first, { 'c1.start': '2024-05-01' }));
    expect(wordsIn(asked)).toContain('Enter one of these dates');
    const cycles = await dialogOf(await submit(teams, asked, { 'c2.start': '2024-03-01' }));
    expect(valuesIn(cycles)).toMatchObject({
      'answer.c1.cycleStart': '2024-05-01',
      'answer.c2.cycleStart': '2025-01-01',
    });
    expect(checkCard(cycles)).toEqual([]);
    const added = await receipt(teams, cycles, { 'c2.opening.1.credits.total': '20' });
    expect(wordsIn(added)).toContain('CISSP and CISM added');

    const form = await pressInDialog(dataOf(added, 'Log what you typed'));

    expect(valuesIn(form)).toMatchObject({ 'answer.duration': '2h', 'answer.start': '2026-04-01' });
    expect(valuesIn(form)['answer.counts']?.split(',').toSorted()).toEqual(['cism', 'cissp']);
    expect(wordsIn(await say('pace cism'))).toContain('20 of 120 CPE hours');
    expect(teams.logged).toEqual([]);
  });

  it('is the same person for every act, by tenant and directory id alone', async () => {
    await say('pace');

    expect(teams.heard.map(({ from }) => from)).toEqual([{ platform: 'teams', tenant: TENANT, user: ANA.aadObjectId }]);
    expect(buttonsIn(lastCard()).length).toBeGreaterThan(0);
  });
});

async function expectSaved(): Promise<void> {
  const workspaceId = await world.store.directory.workspaceOf('teams', TENANT, NOW);
  const saved = await world.store.inWorkspace(workspaceId, async (data) => {
    const person = await data.people.findByIdentity({ platform: 'teams', tenant: TENANT, user: ANA.aadObjectId });
    return { person, holdings: await data.holdings.of(person?.personId ?? '') };
  });
  expect(saved.person).toMatchObject({ name: 'Ana Ngata', zone: 'Pacific/Auckland', locale: 'en-GB' });
  expect(
    saved.holdings.map(({ holding, cycles }) => [holding.certification, cycles[0]?.starts, cycles[0]?.ends]),
  ).toEqual([['cissp', '2024-05-01', '2027-04-30']]);
}
