import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';
import { formOf, logCredits, type Talk, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
/** It ends in seventy days, and nothing is earned. */
const late = { cycle: { start: '2024-02-01', end: '2027-01-31' } };

const wish = async (person: Talk, answers: Answers) => {
  const reply = await person.send(formOf(await person.say('preferences')), answers);
  expect(reply.kind).toBe('card');
};

/** What was told to one person, oldest first. */
const toldTo = (team: TeamWorld, user: string) =>
  team.mailbox.posted.filter(({ address }) => address === user).map(({ card }) => card);

/** Attends at ten every day, for so many days. */
async function daily(team: TeamWorld, from: string, days: number, hour = '10:00'): Promise<void> {
  for (let past = 0; past < days; past += 1) await team.at(`${addDays(day(from), past)}T${hour}:00Z`);
}

/** The next step of everything Ana was told. */
const stepsOf = (team: TeamWorld) =>
  toldTo(team, 'Ana').flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'item' ? [block.action] : [])));

describe('a nudge', () => {
  it('comes once, in working hours, with the next step as a button', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await team.at('2026-11-23T08:59:00Z');
    const early = toldTo(team, 'Ana').length;
    await team.at('2026-11-23T09:00:00Z');
    await team.at('2026-11-23T15:00:00Z');
    await daily(team, '2026-11-24', 5);

    const [card, ...more] = toldTo(team, 'Ana');
    expect([early, more]).toEqual([0, []]);
    expect(JSON.stringify(card)).toContain('days behind');
    const form = formOf(await team.member('Ana').press(card as never, 'Log credits'));
    expect(form.answers).toMatchObject({ counts: ['cissp'] });
    expect(textOf(await team.member('Ana').say('nudges'))).toContain('✓ sent · CISSP behind');
  });

  it('says when it expires and the shortest way, which really closes the requirement, with offers that do', async () => {
    const team = await foundTeam(world.store, ['Ana'], { cycle: { start: '2024-01-01', end: '2026-12-31' } });
    await asOperator(world.store, team.workspaceId, async ({ activities, people, holdings }) => {
      const [ana] = (await people.all()).filter(({ name }) => name === 'Ana');
      const personId = ana?.personId ?? '';
      const [own] = await holdings.of(personId);
      const claim = { holdingId: own?.holding.holdingId ?? '', cycleId: own?.cycles[0]?.cycleId ?? '' };
      const course = {
        personId,
        provider: 'SANS',
        kind: 'course',
        delivery: '',
        description: '',
        minutes: 2280,
      } as const;
      for (const month of ['03', '04', '05']) {
        const on = day(`2026-${month}-02`);
        const parts = [{ category: 'group-a', credits: 3800 }];
        const about = { ...course, title: `Course ${month}`, starts: on, ends: on, claims: [{ ...claim, parts }] };
        await activities.add(about, new Date('2026-11-22T12:00:00Z'));
      }
    });
    await asOperator(world.store, team.workspaceId, async ({ opportunities }) => {
      const about = { kind: 'webinar', isFree: true, language: 'en', description: '', provider: 'SANS' } as const;
      const offer = (title: string, minutes: number) => {
        const url = `https://example.org/${minutes}`;
        return { ...about, key: url, url, title, minutes, delivery: 'online-recorded', topics: [] } as const;
      };
      const source = { name: 'S', address: '', provider: '', kind: 'webinar', delivery: '', language: 'en' } as const;
      const id = (await opportunities.addSource({ ...source, isOn: true }, new Date('2026-11-22T12:00:00Z'))) ?? '';
      const rows = [offer('Ransomware response, in brief', 30), offer('Ransomware response, all of it', 420)];
      await opportunities.replaceFromSource(id, { opportunities: rows, rejects: [] }, new Date('2026-11-22T12:00:00Z'));
    });
    await team.at('2026-11-24T09:00:00Z');

    const text = JSON.stringify(toldTo(team, 'Ana')[0]);
    expect(text).toContain('expires on 31 Dec 2026');
    expect(text).toContain('1 webinar of 7 h by 31 Mar 2027 closes it');
    expect(text).toContain('Ransomware response, all of it');
    expect(text).not.toContain('in brief');
  });

  it('is not decided at night: what is said in the morning is as it stands then', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await team.at('2026-11-24T02:00:00Z');
    const atNight = await asOperator(world.store, team.workspaceId, ({ outbox }) =>
      outbox.latest({ purposes: ['nudge'] }, 10),
    );
    await team.at('2026-11-24T09:00:00Z');

    expect(atNight).toEqual([]);
    expect(toldTo(team, 'Ana')).toHaveLength(1);
  });

  it('does not come on a day off, and comes on the next working day', async () => {
    const team = await foundTeam(world.store, ['Ana'], { ...late, today: '2026-11-28' });
    await daily(team, '2026-11-28', 2);
    const weekend = toldTo(team, 'Ana').length;
    await team.at('2026-11-30T09:00:00Z');

    expect([weekend, toldTo(team, 'Ana').length]).toEqual([0, 1]);
  });

  it('that was planned and could not leave waits for the next working hour', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    team.mailbox.outcome = () => ({ kind: 'busy', reason: '429', afterMs: 3_600_000 });
    await team.at('2026-11-27T17:30:00Z');
    team.mailbox.outcome = () => undefined;
    await team.at('2026-11-27T18:31:00Z');
    await team.at('2026-11-28T10:00:00Z');
    const early = toldTo(team, 'Ana').length;
    await team.at('2026-11-30T09:00:00Z');

    expect([early, toldTo(team, 'Ana').length]).toEqual([0, 1]);
  });

  it('comes in the hours, on the days and in the zone somebody wishes', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await wish(team.member('Ana'), { zone: 'Asia/Tokyo', days: ['6'], from: '20', until: '22' });
    // Saturday in Tokyo, twenty o’clock, is eleven UTC.
    await daily(team, '2026-11-23', 6, '10:59');
    await team.at('2026-11-29T11:30:00Z');
    const early = toldTo(team, 'Ana').length;
    await team.at('2026-12-05T11:00:00Z');

    expect([early, toldTo(team, 'Ana').length]).toEqual([0, 1]);
  });

  it('is held back for whoever wants none, is on leave, or has heard enough, and they can see why', async () => {
    const team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi'], late);
    await wish(team.member('Ana'), { nudges: 'no' });
    await wish(team.member('Bo'), { away: '2026-12-01' });
    await team.hugo.send(formOf(await team.hugo.say('settings')), { budget: '0' });
    await daily(team, '2026-11-24', 3);

    expect(team.mailbox.posted).toEqual([]);
    const why = await Promise.all(['Ana', 'Bo', 'Chidi'].map((user) => team.member(user).say('nudges').then(textOf)));
    expect(why[0]).toContain('held back · CISSP behind · messages turned off');
    expect(why[1]).toContain('you are on leave');
    expect(why[2]).toContain('message limit reached');
  });

  it('is said after all when what held it back is over', async () => {
    const team = await foundTeam(world.store, ['Bo'], late);
    await wish(team.member('Bo'), { away: '2026-12-01' });
    await daily(team, '2026-11-24', 8);
    const before = toldTo(team, 'Bo').length;
    await team.at('2026-12-02T10:00:00Z');

    expect([before, toldTo(team, 'Bo').length]).toEqual([0, 1]);
  });

  it('is silent on a certification that rests until a day, and on one that is let go', async () => {
    const team = await foundTeam(world.store, ['Ana', 'Bo'], late);
    const form = formOf(await team.member('Ana').say('snooze cissp'));
    await team.member('Ana').send(form, { until: '2026-12-04' });
    await team.member('Bo').say('lapse cissp');
    await daily(team, '2026-11-24', 11);
    const before = team.mailbox.posted.length;
    await daily(team, '2026-12-07', 60);

    expect([before, toldTo(team, 'Ana').length > 0, toldTo(team, 'Bo')]).toEqual([0, true, []]);
  });

  it('says of the chain of deadlines what comes near, and never more than four things in thirty days', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await daily(team, '2026-11-23', 80);

    const texts = toldTo(team, 'Ana').map((card) => JSON.stringify(card));
    const near = (text: string) => texts.filter((one) => one.includes(`31 Jan 2027, in ${text}`)).length;
    // The seventh day before it is a Sunday.
    expect([near('30 days'), near('7 days'), near('6 days')]).toEqual([1, 0, 1]);
    const days = await asOperator(world.store, team.workspaceId, async ({ nudges, people }) => {
      const ana = (await people.all()).find(({ name }) => name === 'Ana');
      return (await nudges.latestOf(ana?.personId ?? '', 100)).filter(({ outcome }) => outcome === 'sent');
    });
    for (const { decidedAt } of days) {
      const since = decidedAt.getTime() - 30 * 86_400_000;
      const within = days.filter((one) => one.decidedAt <= decidedAt && one.decidedAt.getTime() > since);
      expect(within.length).toBeLessThanOrEqual(4);
    }
  });

  it('comes again when somebody fell behind once more', async () => {
    const team = await foundTeam(world.store, ['Ana'], { cycle: { start: '2026-06-01', end: '2029-05-31' } });
    await daily(team, '2026-11-23', 2);
    const ana = talk({ ...team.member('Ana').options, today: '2026-11-24' });
    await logCredits(ana, '2026-11-20', { cissp: '40' });
    await daily(team, '2026-11-25', 3);
    const notified = () => toldTo(team, 'Ana').filter((card) => JSON.stringify(card).includes('behind')).length;
    const before = notified();
    // Forty of a hundred and twenty are used up after a year; behind is more than a week later.
    await daily(team, '2027-06-01', 20);

    expect([before, notified()]).toEqual([1, 2]);
  });

  it('tells of rules that changed when that changes something for the member', async () => {
    const team = await foundTeam(world.store, ['Ana'], { cycle: { start: '2026-11-22', end: '2029-11-21' } });
    await daily(team, '2026-11-23', 2);
    const before = toldTo(team, 'Ana').length;
    await team.hugo.send(formOf(await team.hugo.say('customise cissp')), { total: '150' });
    await daily(team, '2026-11-25', 2);

    expect(before).toBe(0);
    const notified = JSON.stringify(toldTo(team, 'Ana'));
    expect(notified).toContain('under changed rules');
    expect(stepsOf(team)).toContainEqual({ label: 'View rules', command: 'rules', args: { code: 'cissp' } });
  });

  it('of credits without proof near the end of a cycle leads to what is missing', async () => {
    const team = await foundTeam(world.store, ['Ana'], { cycle: { start: '2024-02-01', end: '2027-01-31' } });
    await logCredits(talk({ ...team.member('Ana').options, today: '2026-11-23' }), '2026-11-20', { cissp: '40' });
    await daily(team, '2026-11-23', 2);

    const notified = JSON.stringify(toldTo(team, 'Ana'));
    expect(notified).toContain('40 CPE without valid proof; the cycle ends on 31 Jan 2027');
    expect(stepsOf(team)).toContainEqual({ label: 'Add proof', command: 'debt', args: { text: 'cissp' } });
  });

  it('that nobody can be told stops, and the admin hears of it once', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    team.mailbox.outcome = ({ address }) =>
      address === 'Ana' ? { kind: 'refused', reason: 'account_inactive' } : undefined;
    await daily(team, '2026-11-23', 40);

    expect(team.mailbox.titlesAt('Hugo')).toEqual(['Message not delivered']);
    expect(textOf(await team.member('Ana').say('nudges'))).toContain('no private chat yet');
  });
});

describe('the ladder', () => {
  /** The weekly summary for managers isn't a step of the ladder. */
  const WEEKLY = /at risk this week|^Your teams this week/iu;
  const lead = async (team: TeamWorld) => expect((await team.hugo.say('team Security lead Hugo')).kind).toBe('card');
  const notified = (team: TeamWorld, user: string, text: string) =>
    toldTo(team, user).filter((card) => !WEEKLY.test(card.title ?? '') && JSON.stringify(card).includes(text)).length;

  it('offers help after two weeks, announces the manager, and tells them two weeks later', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await lead(team);
    await daily(team, '2026-11-23', 14);
    const first = [notified(team, 'Ana', 'shows what helps most'), notified(team, 'Hugo', 'CISSP')];
    await daily(team, '2026-12-07', 14);
    const second = [notified(team, 'Ana', 'your team’s managers are told. You can'), notified(team, 'Hugo', 'CISSP')];
    await daily(team, '2026-12-21', 14);

    expect([first, second]).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect([notified(team, 'Ana', 'As announced'), notified(team, 'Hugo', 'Ana, CISSP')]).toEqual([1, 1]);
    expect(textOf(await team.member('Ana').say('looks'))).toContain('recert, message to your managers, as announced');
  });

  it.each([
    ['the member does not want it', async (team: TeamWorld) => wish(team.member('Ana'), { managers: 'no' })],
    [
      'the workspace does not want it',
      async (team: TeamWorld) =>
        void (await team.hugo.send(formOf(await team.hugo.say('settings')), { escalates: 'no' })),
    ],
  ])('stops before the manager when %s', async (_why, stop) => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await lead(team);
    await stop(team);
    await daily(team, '2026-11-23', 45);

    expect([
      notified(team, 'Ana', 'shows what helps most'),
      notified(team, 'Ana', 'managers'),
      notified(team, 'Hugo', 'CISSP'),
    ]).toEqual([1, 0, 0]);
  });

  it('ends when the member catches up', async () => {
    const team = await foundTeam(world.store, ['Ana'], late);
    await lead(team);
    await daily(team, '2026-11-23', 16);
    await logCredits(talk({ ...team.member('Ana').options, today: '2026-12-09' }), '2026-12-08', { cissp: '40' });
    await logCredits(talk({ ...team.member('Ana').options, today: '2026-12-09' }), '2025-12-08', { cissp: '40' });
    await logCredits(talk({ ...team.member('Ana').options, today: '2026-12-09' }), '2024-12-08', { cissp: '40' });
    await daily(team, '2026-12-10', 30);

    expect(notified(team, 'Hugo', 'CISSP')).toBe(0);
  });
});
