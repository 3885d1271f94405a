import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { runsOf } from '../../../src/chat/text.ts';
import { calendarRoute } from '../../../src/services/notifications/calendar-route.ts';
import { addCertification, cardOf, logCredits, type Talk, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
const BASE = 'https://recert.example.org';

/** Ana, who holds a CISM of which 15 of the 20 hours of 2026 are earned. */
async function ana(): Promise<Talk> {
  const person = talk({ store: world.store, publicUrl: BASE });
  await addCertification(person, 'cism');
  await logCredits(person, '2026-02-01', { cism: '15' });
  return person;
}

/** The addresses in an answer. */
function addressesIn(reply: Awaited<ReturnType<Talk['say']>>): readonly string[] {
  const texts = cardOf(reply).blocks.flatMap((block) => ('text' in block ? runsOf(block.text) : []));
  return texts.flatMap((run) => (typeof run === 'string' && run.startsWith(BASE) ? [run] : []));
}

/** The address in an answer, which has just one. */
function addressIn(reply: Awaited<ReturnType<Talk['say']>>): string {
  const [address = '', ...others] = addressesIn(reply);
  expect([address === '', others]).toEqual([false, []]);
  return address;
}

/** A server of calendars with nothing in memory. */
const server = (now = new Date('2026-11-23T12:00:00Z')) =>
  calendarRoute({ store: world.store, catalogue: loadCatalogue(), clock: { now: () => now } });
const fetched = (address: string, init?: RequestInit) => server().handle(new Request(address, init));
const eventsAt = async (address: string) =>
  new ICAL.Component(ICAL.parse(await (await fetched(address)).text()))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
const linesAt = async (address: string) =>
  (await eventsAt(address)).map(({ startDate, summary, description }) =>
    [startDate, summary, description ?? ''].join(' ').trim(),
  );

describe('a calendar', () => {
  it('has the deadlines, the open yearly minimums and the plans of its owner', async () => {
    const person = await ana();
    await person.say('plan 2h RSA Conference on 2027-04-26');

    const lines = await linesAt(addressIn(await person.say('calendar')));

    expect(lines).toContain('2026-12-31 CISM: last day for the 2026 minimum 5 CPE hours left');
    expect(lines).toContain('2027-12-31 CISM: last day to earn credits 105 CPE hours left');
    expect(lines).toContain('2027-04-26 Planned: RSA Conference');
    const days = lines.map((line) => line.slice(0, 10));
    expect(days.toSorted()).toEqual(days);
  });

  it('is a file that calendar programs take', async () => {
    const answer = await fetched(addressIn(await (await ana()).say('calendar')));
    const text = await answer.text();

    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/u.test(line))).toBe(true);
    for (const needed of [
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:My certifications',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ])
      expect(text).toContain(`\r\n${needed}\r\n`);
    const uids = (await eventsAt(answer.url || addressIn(await (await ana()).say('calendar')))).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('has the same bytes until something changes, and says so to who has them', async () => {
    const person = await ana();
    const address = addressIn(await person.say('calendar'));
    const first = await fetched(address);
    const known = { headers: { 'if-none-match': `"other", W/${first.headers.get('etag')}` } };

    expect((await fetched(address, known)).status).toBe(304);
    await logCredits(person, '2026-03-01', { cism: '5' });
    expect((await fetched(address, known)).status).toBe(200);
    expect((await fetched(address, { method: 'HEAD' })).headers.get('content-length')).not.toBe('0');
  });

  it('is read from the database at most once a minute, however often it is fetched', async () => {
    const person = await ana();
    const address = addressIn(await person.say('calendar'));
    let now = new Date('2026-11-23T12:00:00Z');
    const route = calendarRoute({ store: world.store, catalogue: loadCatalogue(), clock: { now: () => now } });
    const tagOf = async () => (await route.handle(new Request(address))).headers.get('etag');
    const before = await tagOf();
    await logCredits(person, '2026-03-01', { cism: '5' });

    expect(await tagOf()).toBe(before);
    now = new Date('2026-11-23T12:01:00Z');
    expect(await tagOf()).not.toBe(before);
  });

  it('reminds as many days before as its owner says', async () => {
    const person = await ana();
    const address = addressIn(await person.say('calendar'));
    const alarms = async () => (await (await fetched(address)).text()).match(/TRIGGER:-P\d+D/gu) ?? [];

    expect(await alarms()).toEqual([]);
    await person.say('calendar remind 14');
    expect(new Set(await alarms())).toEqual(new Set(['TRIGGER:-P14D']));
    expect(textOf(await person.say('calendar remind 91'))).toContain('from 1 to 90');
    await person.say('calendar remind off');
    expect(await alarms()).toEqual([]);
  });

  it('needs a public address', async () => {
    const person = talk({ store: world.store });

    expect(textOf(await person.say('calendar'))).toContain('RECERT_PUBLIC_URL');
  });
});

describe('a calendar address', () => {
  it('is shown once, and a new one replaces it', async () => {
    const person = await ana();
    const first = addressIn(await person.say('calendar'));

    expect(addressesIn(await person.say('calendar'))).toEqual([]);
    const second = addressIn(await person.say('calendar new'));

    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
  });

  it('can be turned off', async () => {
    const person = await ana();
    const address = addressIn(await person.say('calendar'));

    expect(textOf(await person.say('calendar off'))).toContain('no longer works');
    expect((await fetched(address)).status).toBe(404);
    expect(textOf(await person.say('calendar off'))).toContain('no calendar address');
  });

  it.each([
    ['another secret', (address: string) => address.replace(/.{4}\.ics$/u, 'AAAA.ics')],
    ['another workspace', (address: string) => address.replace(/(calendar\/).{22}/u, `$1${'A'.repeat(22)}`)],
    ['no ending', (address: string) => address.replace('.ics', '')],
    ['nothing', () => `${BASE}/calendar/`],
    ['much', () => `${BASE}/calendar/${'a'.repeat(5000)}.ics`],
  ])('with %s leads nowhere', async (_what, spoilt) => {
    const address = addressIn(await (await ana()).say('calendar'));

    expect((await fetched(spoilt(address))).status).toBe(404);
  });

  it('takes no other requests', async () => {
    const address = addressIn(await (await ana()).say('calendar'));

    expect((await fetched(address, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('of a person who has left leads nowhere', async () => {
    const person = await ana();
    const address = addressIn(await person.say('calendar'));
    const { tenant } = person.options;

    await person.core.recordDeparture({ platform: 'slack', tenant, user: 'ana' });

    expect((await fetched(address)).status).toBe(404);
  });
});

describe('the calendar of a team', () => {
  const cycle = { start: '2024-02-01', end: '2027-01-31' };
  const found = (members: readonly string[]): Promise<TeamWorld> => foundTeam(world.store, members, { cycle });
  const hugoOf = ({ hugo }: TeamWorld) => talk({ ...hugo.options, publicUrl: BASE });
  const agree = (team: TeamWorld, user: string) =>
    asOperator(world.store, team.workspaceId, async ({ people, preferences }) => {
      const person = (await people.all()).find(({ name }) => name === user);
      await preferences.save(person?.personId ?? '', { isNamed: true });
    });

  it('counts people, and names those who agreed', async () => {
    const team = await found(['Ana', 'Bo', 'Chidi', 'Dana']);
    await agree(team, 'Bo');

    const lines = await linesAt(addressIn(await hugoOf(team).say('calendar Security')));

    expect(lines).toContain('2027-05-01 CISSP: last day to earn credits (4 people) Bo');
    expect(lines.join(' ')).not.toMatch(/Ana|Chidi|Dana/u);
  });

  it('says nothing about one or two people who did not agree', async () => {
    expect(await linesAt(addressIn(await hugoOf(await found(['Ana', 'Bo'])).say('calendar Security')))).toEqual([]);
  });

  it('is for managers only, and as long as they are', async () => {
    const team = await found(['Ana', 'Bo', 'Chidi']);
    const member = talk({ ...team.member('Ana').options, publicUrl: BASE });
    expect(textOf(await member.say('calendar Security'))).toContain('Only managers and admins');
    const address = addressIn(await hugoOf(team).say('calendar Security'));
    expect((await fetched(address)).status).toBe(200);

    await asOperator(world.store, team.workspaceId, async ({ people }) => {
      const all = await people.all();
      const idOf = (user: string) => all.find(({ name }) => name === user)?.personId ?? '';
      await people.setRole(idOf('Ana'), 'admin');
      await people.setRole(idOf('Hugo'), 'member');
    });

    expect((await fetched(address)).status).toBe(404);
  });
});
