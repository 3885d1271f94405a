import { beforeEach, describe, expect, it } from 'vitest';
import { processWorkspace, runNotificationRound } from '../../../src/jobs/notification-loop.ts';
import { canonical } from '../../../src/store/audit-hash.ts';
import { LEASE_MS } from '../../../src/store/notifications/outbox.ts';
import { cardOf, formOf, logCredits, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type Posted, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

/** What was said in the channel since the line that announced it. */
const inChannel = () => team.mailbox.titlesAt('C1').slice(1).map(headOf);

/** A title without the news in it. */
const headOf = (title: string) => title.split(' · ')[0] ?? '';

/** What the platform calls a message. */
const nameOf = (posted: Posted | undefined) => `m${team.mailbox.posted.indexOf(posted as Posted)}`;

/** Hugo sets the channel of another team's digest. */
async function digestOf(name: string, address: string): Promise<void> {
  const { tenant } = team.hugo.options;
  const place = { platform: 'slack', tenant, address } as const;
  const from = { platform: 'slack', tenant, user: 'Hugo' } as const;
  await team.hugo.core.dispatch({
    ...{ command: 'digest', args: { text: `here ${name}`, confirm: 'yes' }, from, place },
    direct: { ...place, address: 'Hugo' },
  });
  await team.hugo.core.idle();
}

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi'], { cycle: { start: '2024-02-01', end: '2027-01-31' } });
  // Monday the 23rd at noon; the next one is due on Monday the 30th at nine.
  await team.digestHere();
});

describe('the weekly digest', () => {
  it('is posted once, at its hour, with its details in its thread', async () => {
    await team.at('2026-11-30T08:59:00Z');
    const before = inChannel();
    await team.at('2026-11-30T09:00:00Z');
    await team.at('2026-11-30T09:01:00Z');
    await team.at('2026-12-01T09:00:00Z');

    expect(before).toEqual([]);
    const [digest, details, ...more] = team.mailbox.posted.slice(1).filter(({ address }) => address === 'C1');
    expect([digest?.card.title, digest?.thread, more]).toEqual(['Security: week 49 · 0 of 3 on pace', undefined, []]);
    expect(details).toMatchObject({ card: { title: 'Security in detail' }, thread: nameOf(digest) });
    expect(textOf({ kind: 'card', to: 'place', card: digest?.card as never })).toContain('3 people');
  });

  it('says what changed since the week before, as the log had it then', async () => {
    await team.at('2026-11-30T09:00:00Z');
    for (const user of ['Ana', 'Bo', 'Chidi'])
      await logCredits(talk({ ...team.member(user).options, today: '2026-12-03' }), '2026-12-03', { cissp: '2' });
    await team.at('2026-12-07T09:00:00Z');

    const digests = team.mailbox.posted.filter(({ card }) => card.title.includes(': week'));
    const texts = digests.map(({ card }) => JSON.stringify(card.blocks));
    // On the 23rd at nine, the log hadn't begun.
    expect(texts[0]).not.toContain('A week ago');
    expect(texts[1]).toContain('A week ago: 0 of 3 on pace · 6 CPE earned since');
  });

  it('is corrected in its place on the same day if a fact in it changes, and not if nothing in it does', async () => {
    await team.at('2026-11-30T09:00:00Z');
    const posted = team.mailbox.posted.length;
    await team.at('2026-11-30T10:01:00Z');
    const unchanged = team.mailbox.posted.length;
    for (const user of ['Ana', 'Bo', 'Chidi'])
      await logCredits(talk({ ...team.member(user).options, today: '2026-11-30' }), '2026-11-30', { cissp: '2' });
    await team.at('2026-11-30T13:00:00Z');
    await team.at('2026-11-30T13:16:00Z');
    await team.at('2026-12-01T13:00:00Z');

    const digest = team.mailbox.posted.find(({ card }) => headOf(card.title) === 'Security: week 49');
    const later = team.mailbox.posted.slice(posted).filter(({ address }) => address === 'C1');
    expect(unchanged).toBe(posted);
    expect(later.map(({ replaces }) => replaces)).toEqual([nameOf(digest)]);
    expect(JSON.stringify(later[0]?.card)).toMatch(/6 CPE earned since.*Updated Mon, 30 Nov 2026/u);
  });

  it('that can’t be corrected where it stands stays as it was, and no one is bothered', async () => {
    await team.at('2026-11-30T09:00:00Z');
    team.mailbox.outcome = ({ replaces }) =>
      replaces === undefined ? undefined : { kind: 'refused', reason: 'message_not_found' };
    for (const user of ['Ana', 'Bo', 'Chidi'])
      await logCredits(talk({ ...team.member(user).options, today: '2026-11-30' }), '2026-11-30', { cissp: '2' });
    await team.at('2026-11-30T13:00:00Z');

    expect(team.mailbox.titlesAt('Hugo')).toEqual([]);
    expect(inChannel().filter((title) => title.includes('week'))).toEqual(['Security: week 49']);
  });

  it('is previewed exactly as it is posted', async () => {
    const hugo = talk({ ...team.hugo.options, today: '2026-11-30', profile: { locale: 'de-DE' } });
    const preview = cardOf(await hugo.say('digest preview'));
    await team.at('2026-11-30T12:00:00Z');
    const digest = team.mailbox.posted.find(({ card }) => card.title.includes(': week'))?.card;
    const details = team.mailbox.posted.find(({ card }) => card.title === 'Security in detail')?.card;
    const count = digest?.blocks.length ?? 0;

    expect(preview.title).toBe(digest?.title);
    expect(canonical(preview.blocks.slice(0, count))).toBe(canonical(digest?.blocks));
    expect(canonical(preview.blocks.slice(count + 1, -1))).toBe(canonical(details?.blocks));
    expect(canonical(preview.actions?.slice(0, -1))).toBe(canonical(digest?.actions));
  });

  it('comes again the week after', async () => {
    for (const day of ['2026-11-30', '2026-12-07']) await team.at(`${day}T09:00:00Z`);

    expect(inChannel().filter((title) => title.includes('week'))).toEqual(['Security: week 49', 'Security: week 50']);
  });

  it('comes once after weeks of sleep, and not again when the clock goes back', async () => {
    await team.at('2027-01-06T03:00:00Z');
    await team.at('2026-12-01T10:00:00Z');
    await team.at('2027-01-06T04:00:00Z');

    expect(inChannel().filter((title) => title.includes('week'))).toEqual(['Security: week 1']);
  });

  it('is posted once by five replicas that look at the same time', async () => {
    team.mailbox.posted.length = 0;
    await team.at('2026-11-23T12:00:00Z');
    const clock = { now: () => new Date('2026-11-30T09:00:00Z') };

    await Promise.all(Array.from({ length: 5 }, () => processWorkspace(team.workspaceId, { ...team.parts, clock })));

    expect(team.mailbox.titlesAt('C1').map(headOf)).toEqual(['Security: week 49', 'Security in detail']);
  });

  it('waits as long as the platform wants, and is then sent', async () => {
    let tries = 0;
    team.mailbox.outcome = ({ card }) =>
      card.title.includes('week') && tries++ === 0 ? { kind: 'busy', reason: '429', afterMs: 600_000 } : undefined;

    for (const minute of ['09:00', '09:05', '09:11']) await team.at(`2026-11-30T${minute}:00Z`);

    expect([tries, inChannel()]).toEqual([2, ['Security: week 49', 'Security in detail']]);
  });

  it('stops where it is refused, and the admin is told once what to do', async () => {
    team.mailbox.outcome = ({ address }) => (address === 'C1' ? { kind: 'refused', reason: 'is_archived' } : undefined);

    for (const day of ['2026-11-30', '2026-12-07', '2026-12-14']) await team.at(`${day}T09:00:00Z`);

    expect(team.mailbox.titlesAt('Hugo')).toEqual(['Message not delivered']);
    expect(JSON.stringify(team.mailbox.posted)).toContain('The channel is archived. Choose another channel.');
    expect(textOf(await team.hugo.say('digest history'))).toContain('✕ not sent');
    expect(textOf(await team.hugo.say('team'))).toContain('can’t post to this channel: is_archived');
  });

  it('that may have arrived is not repeated, and the admin decides', async () => {
    team.mailbox.outcome = ({ card }) =>
      card.title.includes('week') ? { kind: 'unknown', reason: 'reset' } : undefined;
    for (const hour of ['09:00', '09:30', '15:00']) await team.at(`2026-11-30T${hour}:00Z`);
    const notices = team.mailbox.posted.filter(({ address }) => address === 'Hugo').map(({ card }) => card);
    const before = inChannel();
    team.mailbox.outcome = () => undefined;

    await team.hugo.press(notices[0] as never, 'Send again');
    await team.at('2026-11-30T15:01:00Z');

    expect([notices.map(({ title }) => title), before]).toEqual([['Message not delivered'], []]);
    expect(inChannel()).toEqual(['Security: week 49', 'Security in detail']);
    expect(textOf(await team.hugo.press(notices[0] as never, 'Mark as arrived'))).toContain(
      'This message is already resolved',
    );
  });

  it('that was being sent when the process was stopped is said to be in doubt, and settled by a word', async () => {
    await team.hugo.say('digest now');
    const at = new Date('2026-11-23T12:00:00Z');
    const claimed = await world.store.inWorkspace(team.workspaceId, ({ outbox }) => outbox.claimNext(at));

    await team.at(new Date(at.getTime() + LEASE_MS + 1).toISOString());
    const history = await team.hugo.say('digest history');
    const answer = await team.hugo.press(cardOf(history), 'Mark as arrived');

    expect(claimed).toMatchObject({ purpose: 'digest', state: 'sending' });
    expect(textOf(history)).toContain('? delivery uncertain');
    expect(textOf(answer)).toContain('Marked as arrived');
    expect(inChannel()).toEqual([]);
  });

  it('is corrected where it stands by “digest now”, once it is there', async () => {
    await team.hugo.say('digest now');
    await team.at('2026-11-23T12:00:01Z');
    const first = team.mailbox.posted.find(({ card }) => headOf(card.title) === 'Security: week 48');
    await team.member('Ana').say('lapse cissp');
    const answer = await team.hugo.say('digest now');
    await team.at('2026-11-23T12:00:02Z');

    const corrected = team.mailbox.posted.filter(({ replaces }) => replaces !== undefined);
    expect(textOf(answer)).toContain('being updated in place');
    expect(corrected).toMatchObject([
      { address: 'C1', replaces: nameOf(first), card: { title: 'Security: week 48 · 0 of 3 on pace' } },
    ]);
    expect(JSON.stringify(corrected)).toContain('Updated');
  });

  it('ends with “digest off”, and with the team', async () => {
    await team.hugo.say('digest off');
    await team.at('2026-11-30T09:00:00Z');
    await team.digestHere();
    await team.hugo.press(cardOf(await team.hugo.say('team Security --delete')), 'Delete team');
    await team.at('2026-12-07T09:00:00Z');

    expect(inChannel()).toEqual(['Weekly digest']);
  });

  it('names those who chose it, and nobody else', async () => {
    const form = formOf(await team.member('Bo').say('preferences'));
    await team.member('Bo').send(form, { named: 'yes' });
    await team.at('2026-11-30T09:00:00Z');

    const stated = JSON.stringify(team.mailbox.posted.filter(({ address }) => address === 'C1'));
    expect([stated.includes('Bo'), stated.includes('Ana'), stated.includes('Chidi')]).toEqual([true, false, false]);
  });

  it('mentions those who chose it once a week, in one of their teams, and never in a preview or a correction', async () => {
    const form = formOf(await team.member('Bo').say('preferences'));
    await team.member('Bo').send(form, { named: 'yes' });
    await asOperator(world.store, team.workspaceId, async ({ teams, schedule }) => {
      const now = new Date('2026-11-23T12:00:00Z');
      const [security] = await teams.all();
      const members = await teams.membersOf(security?.teamId ?? '');
      const others = (await teams.add('Others', now)) ?? '';
      await teams.setMembers(
        others,
        members.map(({ personId }) => ({ personId, isManager: false })),
        now,
      );
      await schedule.scheduleNoLaterThan(team.workspaceId, now);
    });
    const preview = JSON.stringify(await team.hugo.say('digest preview Security'));
    await digestOf('Others', 'C2');
    for (const when of ['2026-11-30T09:00:00Z', '2026-11-30T13:00:00Z', '2026-12-01T09:00:00Z']) await team.at(when);
    const mentions = () => JSON.stringify(team.mailbox.posted).match(/"mention":"Bo"/gu)?.length ?? 0;
    const [first, named] = [mentions(), JSON.stringify(team.mailbox.posted).match(/"bold":"Bo"/gu)?.length];
    await team.at('2026-12-07T09:00:00Z');

    expect(preview).toContain('{"bold":"Bo"}');
    expect([preview.includes('mention'), first, named, mentions()]).toEqual([false, 1, 1, 2]);
    expect(JSON.stringify(team.mailbox.posted)).not.toMatch(/"mention":"(?:Ana|Chidi)"/u);
  });

  it('of two people gives no counts', async () => {
    const two = await foundTeam(world.store, ['Ana', 'Bo']);
    await two.digestHere();
    await two.at('2026-11-30T09:00:00Z');

    const digest = two.mailbox.posted.findLast(({ address }) => address === 'C1');
    expect(JSON.stringify(digest?.card.blocks)).toBe(
      '[{"kind":"text","text":"Counts are shown only for at least 3 people, to protect privacy. See your own pace with “pace”."}]',
    );
  });

  it('does not leave anything of another workspace waiting when one fails', async () => {
    const other = await foundTeam(world.store, ['Dana', 'Emi', 'Farid']);
    await other.digestHere();
    team.mailbox.outcome = () => {
      throw new Error('The adapter broke.');
    };
    const adapters = [{ ...team.mailbox.adapter, post: other.mailbox.adapter.post }];
    const clock = { now: () => new Date('2026-11-30T09:00:00Z') };

    await runNotificationRound({ ...team.parts, clock, adapters });

    expect(other.mailbox.titlesAt('C1').slice(1).map(headOf)).toContain('Security: week 49');
  });
});
