import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import type { NewOpportunity } from '../../../src/store/opportunities/opportunities.ts';
import { BRIGHTTALK, PODCAST } from '../../opportunities/samples.ts';
import { asAdmin } from '../../support/admin.ts';
import { cardOf, formOf, logCredits, newcomer, type Talk, talkWith, textOf } from '../../support/conversation.ts';
import { workspaceOf } from '../../support/records.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const FEEDS = 'https://feeds.example';

/** A team of the workspace of a talk; people can be added. */
async function aTeam(lead: Talk, name: string, users: readonly string[]) {
  const workspaceId = await workspaceOf(lead, world.store);
  const teamId = await asOperator(world.store, workspaceId, ({ teams }) => teams.add(name, new Date()));
  const setMembers = (members: readonly string[]) =>
    asOperator(world.store, workspaceId, async ({ teams, people }) => {
      const ids = (await people.all()).filter((one) => members.includes(one.name)).map(({ personId }) => personId);
      await teams.setMembers(
        teamId ?? '',
        ids.map((personId) => ({ personId, isManager: false })),
        new Date(),
      );
    });
  await setMembers(users);
  return { setMembers };
}

beforeEach(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

const titles = (card: Card) =>
  card.blocks.flatMap((block) => (block.kind === 'item' ? [plainTextOf(block.title)] : []));
const details = (card: Card) =>
  card.blocks.flatMap((block) => (block.kind === 'item' && block.detail ? [plainTextOf(block.detail)] : []));

const usual = {
  provider: 'SANS',
  description: '',
  kind: 'webinar',
  delivery: 'online-recorded',
  isFree: true,
} as const;
const offer = (title: string, more: Partial<NewOpportunity> = {}): NewOpportunity => {
  const url = `https://a.example/${title.replaceAll(' ', '-')}`;
  return { ...usual, key: url, title, url, minutes: 60, ...more };
};

/** A source that offers what is given, in the workspace of a talk. */
async function offering(
  person: Talk,
  ...opportunities: readonly NewOpportunity[]
): Promise<(now: readonly NewOpportunity[]) => Promise<unknown>> {
  const workspaceId = await workspaceOf(person, world.store);
  const about = {
    name: 'A source',
    address: '',
    provider: '',
    kind: 'webinar',
    delivery: '',
    language: '',
    isOn: true,
  } as const;
  const sourceId = await world.store.inWorkspace(workspaceId, ({ opportunities }) =>
    opportunities.addSource(about, new Date()),
  );
  const take = (now: readonly NewOpportunity[]) =>
    world.store.inWorkspace(workspaceId, ({ opportunities }) =>
      opportunities.replaceFromSource(sourceId ?? '', { opportunities: now, rejects: [] }, new Date()),
    );
  await take(opportunities);
  return take;
}

describe('search', () => {
  it('finds what is offered, with an estimate for each certification, after its limits', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await offering(
      ana,
      offer('Zero trust', { startsAt: new Date('2026-11-24T18:00:00Z') }),
      offer('Gardening'),
      offer('Trust issues', { minutes: undefined }),
    );

    const card = cardOf(await ana.say('search trust'));

    expect(titles(card)).toEqual(['Zero trust', 'Trust issues']);
    expect(details(card)[0]).toContain('Tue, 24 Nov 2026, 18:00');
    expect(details(card)[0]).toContain(
      '1 h · free · CISM ≈ 1 CPE hours (counts: zero trust), CISSP ≈ 1 CPE (counts: zero trust)',
    );
    expect(JSON.stringify(card)).toContain(
      'Estimates: 50 minutes per CISM credit and 60 minutes per CISSP credit, without breaks',
    );
    expect(details(card)[1]).toContain('duration unknown');
    expect(details(card)[1]).not.toContain('≈');
  });

  it('says when a limit leaves no room', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await logCredits(ana, '2026-06-01', { cism: '10' }, { kind: 'vendor-presentation' });
    await offering(ana, offer('Vendor talk', { kind: 'vendor-presentation' }));

    expect(details(cardOf(await ana.say('search vendor for cism')))).toEqual([
      expect.stringContaining('CISM 0 (limit reached)'),
    ]);
  });

  it('learns from the certificates of five members what a provider really gives, and says so', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(ana, offer('Zero trust', { provider: 'Generous Hours' }), offer('Trust elsewhere'));
    const stated = async () =>
      details(cardOf(await ana.say('search trust'))).find((detail) => detail.startsWith('Generous'));
    const proved = {
      provider: ' generous hours',
      duration: '1h',
      kind: 'webinar',
      link: 'https://a.example/c',
      proofForm: 'certificate',
    };
    for (const name of ['b', 'c', 'd', 'e']) {
      const person = await talkWith({ ...ana.options, user: name }, 'cissp');
      await logCredits(person, '2026-01-10', { cissp: '0.75' }, proved);
    }
    const four = await stated();
    await logCredits(ana, '2026-01-10', { cissp: '0.75' }, proved);

    expect(four).toContain('CISSP ≈ 1 CPE');
    expect(await stated()).toContain(
      'CISSP ≈ 0.75 (0.75 – 1) CPE (based on certificates: 75% of the standard estimate)',
    );
    const [elsewhere = ''] = details(cardOf(await ana.say('search elsewhere')));
    expect(elsewhere).toContain('CISSP ≈ 1 CPE');
    expect(elsewhere).not.toContain('based on certificates');
  });

  it('estimates in the category that is asked for, and in no other', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await logCredits(ana, '2026-06-01', { cissp: '30' }, { 'category.cissp': 'group-b' });
    await offering(ana, offer('Zero trust'));

    expect(details(cardOf(await ana.say('search trust group b')))[0]).toContain('free · CISSP 0 (limit reached)');
    expect(details(cardOf(await ana.say('search trust group a')))[0]).toContain('free · CISSP ≈ 1 CPE');
  });

  it('follows what changes: new, changed, vanished, turned off, taken away', async () => {
    const ana = await talkWith(world, 'cissp');
    const take = await offering(ana, offer('Zero trust'), offer('Cloud trust'));
    const found = async () => titles(cardOf(await ana.say('search trust'))).sort();
    const first = await found();
    const same = await take([offer('Zero trust'), offer('Cloud trust')]);
    const changed = await take([offer('Zero trust', { title: 'Zero trusted' }), offer('New trust')]);
    const second = await found();
    const workspaceId = await workspaceOf(ana, world.store);
    const turn = (isOn: boolean) =>
      world.store.inWorkspace(workspaceId, async ({ opportunities }) => {
        const [source] = await opportunities.sources();
        return opportunities.setEnabled(source?.sourceId ?? '', isOn);
      });
    await turn(false);
    const off = textOf(await ana.say('search trust'));
    await turn(true);
    const on = await found();
    await world.store.inWorkspace(workspaceId, async ({ opportunities }) => {
      const [source] = await opportunities.sources();
      await opportunities.removeSource(source?.sourceId ?? '');
    });

    expect([first, same]).toEqual([['Cloud trust', 'Zero trust'], { added: 0, changed: 0, vanished: 0 }]);
    expect([changed, second]).toEqual([{ added: 1, changed: 1, vanished: 1 }, ['New trust', 'Zero trusted']]);
    expect([off.includes('No opportunities yet'), on]).toEqual([true, ['New trust', 'Zero trusted']]);
    expect(textOf(await ana.say('search trust'))).toContain('No opportunities yet');
  });

  it('never shows what another workspace is offered', async () => {
    const ana = await talkWith(world, 'cissp');
    const other = await talkWith(world, 'cissp');
    await offering(ana, offer('Zero trust'));
    await offering(other, offer('Cloud'));

    expect(titles(cardOf(await other.say('search trust')))).toEqual([]);
    const shown = cardOf(await ana.say('search trust'));
    for (const label of ['I attended this', 'Add to plan'])
      expect(textOf(await other.press(shown, label))).toContain('This opportunity is no longer available');
  });

  it('turns pages, and says what may have been meant', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(ana, ...Array.from({ length: 8 }, (_, index) => offer(`Trust ${'abcdefgh'.charAt(index)}x`)));

    const first = cardOf(await ana.say('search trust'));
    const second = cardOf(await ana.press(first, 'Next'));

    expect([titles(first).length, titles(second).length]).toEqual([6, 2]);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(8);
    expect(textOf(await ana.say('search \u202e%_"\'<script> free under 2h'))).toContain('No opportunities match');
  });
});

describe('an opportunity', () => {
  it('that was attended opens the form, filled in', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(
      ana,
      offer('Zero trust', { startsAt: new Date('2026-11-23T09:00:00Z'), delivery: 'online-live', minutes: 240 }),
    );

    const form = formOf(await ana.press(cardOf(await ana.say('search trust')), 'I attended this'));

    expect(form.answers).toMatchObject({
      title: 'Zero trust',
      provider: 'SANS',
      kind: 'webinar',
      delivery: 'online-live',
      start: '2026-11-23',
      duration: '240m',
      counts: ['cissp'],
      link: 'https://a.example/Zero-trust',
      'credits.cissp': '3.5',
    });
  });

  it('is planned by a button, and counts for nothing until it is logged', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(
      ana,
      offer('Zero trust', { startsAt: new Date('2026-12-01T09:00:00Z') }),
      offer('Trust of no length', { minutes: undefined }),
    );
    const shown = cardOf(await ana.say('search trust'));

    const planned = textOf(await ana.press(shown, 'Add to plan'));

    expect(planned).toContain('Zero trust');
    expect(planned).toContain('1 Dec 2026');
    expect(textOf(await ana.say('history'))).toContain('No records yet');
  });
});

describe('what was attended', () => {
  it('is found while typing, also what is over, and opens the form filled in', async () => {
    const ana = await talkWith(world, 'cissp');
    const other = await talkWith(world, 'cissp');
    await offering(ana, offer('Zero trust', { startsAt: new Date('2026-11-20T09:00:00Z') }), offer('Gardening'));
    const from = (person: Talk) => ({ platform: 'slack', tenant: person.options.tenant, user: 'ana' }) as const;

    const found = await ana.core.suggest({ source: 'offers', typed: 'zero tr', limit: 10, from: from(ana) });
    const form = formOf(await ana.say('attended'));
    const filled = formOf(await ana.send(form, { offer: found[0]?.value ?? '' }));

    expect(found).toMatchObject([{ label: 'Zero trust', detail: expect.stringContaining('SANS · Fri, 20 Nov 2026') }]);
    expect(filled).toMatchObject({ command: 'log', answers: { title: 'Zero trust', start: '2026-11-20' } });
    expect(await ana.core.suggest({ source: 'offers', typed: 'zero tr', limit: 10, from: from(other) })).toEqual([]);
    for (const wrong of ['', 'Zero trust', '11111111-1111-4111-8111-111111111111'])
      expect(Object.keys(formOf(await ana.send(form, { offer: wrong })).errors ?? {})).toEqual(['offer']);
    expect(Object.keys(formOf(await other.send(form, { offer: found[0]?.value ?? '' })).errors ?? {})).toEqual([
      'offer',
    ]);
  });
});

describe('next', () => {
  it('ranks by how many open requirements it serves, and shows the arithmetic', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await offering(
      ana,
      offer('Long', { minutes: 120 }),
      offer('Short', { minutes: 60 }),
      offer('Too long', { minutes: 240 }),
      offer('Worth nothing', { minutes: 5 }),
    );

    const card = cardOf(await ana.say('next 2h'));

    expect(titles(card)).toEqual(['Long', 'Short']);
    expect(details(card)[0]).toMatch(
      /CISM \+2\.25(?: \([^)]*\))?, CISSP(?: Group B)? \+2(?: \([^)]*\))?: counts for \d+ open requirements, \+\d+ days/u,
    );
    expect(card.title).toBe('Best use of 2 h: Long');
  });

  it('puts what counts only if it fits last, says so, and never offers what does not count', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(
      ana,
      offer('Payroll tax update', { minutes: 120 }),
      offer('Leadership for new managers', { minutes: 120 }),
      offer('Network security for small teams', { minutes: 60 }),
    );

    const card = cardOf(await ana.say('next 2h'));
    const found = details(cardOf(await ana.say('search payroll')));

    expect(titles(card)).toEqual(['Network security for small teams', 'Leadership for new managers']);
    expect(details(card)[0]).toContain('counts: network security');
    expect(details(card)[1]).toContain('counts if it fits your work: ');
    expect(found[0]).toContain('CISSP (probably doesn’t count: payroll)');
  });

  it('never proposes what a limit would discard', async () => {
    const ana = await talkWith(world, 'cism');
    await logCredits(ana, '2026-06-01', { cism: '10' }, { kind: 'vendor-presentation' });
    await offering(ana, offer('Vendor talk', { kind: 'vendor-presentation' }));

    expect(textOf(await ana.say('next 1h'))).toContain('helps your pace');
  });

  it('for a team says in counts what helps most people, to managers alone, and of three people at least', async () => {
    const ana = await talkWith(world, 'cissp');
    await offering(ana, offer('Long', { minutes: 120, description: 'Security' }), offer('Short', { minutes: 60 }));
    await asAdmin(ana, world.store);
    for (const user of ['ben', 'cleo', 'dora']) await talkWith({ ...ana.options, user }, 'cism');
    const team = await aTeam(ana, 'Blue', ['ana', 'ben']);
    const few = textOf(await ana.say('next 2h --team'));
    await team.setMembers(['ana', 'ben', 'cleo']);

    const card = cardOf(await ana.say('next --team 2h'));
    const named = cardOf(await ana.say('next 2h --team blue security'));
    const member = textOf(await newcomer(ana, 'ben').say('next --team 2h'));

    expect([member.includes('Long'), few.includes('at least 3 people')]).toEqual([false, true]);
    expect(member).not.toContain('at least 3 people');
    expect(titles(card)).toEqual(['Long', 'Short']);
    expect(titles(named)).toEqual(['Long']);
    // Dora is in no team.
    expect(details(card)[0]).toMatch(/helps 3 people, \d+ open requirements/u);
    expect(JSON.stringify(card)).not.toMatch(/ben|cleo/u);
  });

  it('takes words and a certification behind the time', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await offering(ana, offer('Ransomware in practice'), offer('Cloud security in practice'));

    const about = cardOf(await ana.say('next 1h ransomware'));
    const only = cardOf(await ana.say('next 1h ransomware for cism'));
    const other = textOf(await ana.say('next 1h for cisa'));

    expect(titles(about)).toEqual(['Ransomware in practice']);
    expect(details(about)[0]).toMatch(/CISM \+1.*CISSP/u);
    expect(details(only)[0]).toMatch(/CISM \+1/u);
    expect(details(only)[0]).not.toContain('CISSP');
    expect(other).toContain('add CISA');
  });

  it.each(['next soon', 'next -3h', 'next 0h', 'next 99999h'])('%j says how to ask', async (line) => {
    const ana = await talkWith(world, 'cissp');
    await offering(ana, offer('Zero trust'));

    expect(textOf(await ana.say(line))).toContain('The time is missing.');
  });
});

describe('sources', () => {
  const admin = async (): Promise<Talk> => {
    const ana = await talkWith(world, 'cissp');
    await asAdmin(ana, world.store);
    return ana;
  };
  const add = async (person: Talk, address: string, more = {}) =>
    person.send(formOf(await person.say('sources add')), { name: 'Our feed', address, kind: 'webinar', ...more });

  it('are for admins alone', async () => {
    const ana = await talkWith(world, 'cissp');

    expect(textOf(await ana.say('sources'))).not.toContain('BrightTALK');
  });

  it('begin with public feeds that are off, and read one when it is turned on', async () => {
    const ana = await admin();
    nock('https://isc.sans.edu').get('/dailypodcast.xml').reply(200, PODCAST);

    const list = cardOf(await ana.say('sources'));
    await ana.press(list, 'Turn on');
    await ana.core.idle();

    expect(details(list).slice(0, 3)).toEqual(Array(3).fill(expect.stringMatching(/^for CISSP · /u)));
    expect(details(list).slice(3)).toEqual(Array(8).fill(expect.stringMatching(/^off · /u)));
    expect(details(cardOf(await ana.say('sources')))).toContainEqual(
      expect.stringMatching(/^on · isc\.sans\.edu · 5 opportunities · updated .* · 3 items skipped or changed/u),
    );
    expect(titles(cardOf(await ana.say('search long one')))).toContain('Long one');
  });

  it('are added by a form, and read at once', async () => {
    const ana = await admin();
    nock(FEEDS).get('/talks').reply(200, BRIGHTTALK, { 'content-type': 'application/atom+xml' });

    const saved = textOf(await add(ana, `${FEEDS}/talks`));
    await ana.core.idle();

    expect(saved).toContain('Updating the source');
    expect(titles(cardOf(await ana.say('search zero trust')))).toEqual(['Zero Trust & Identity: What Works']);
    expect(Object.keys(formOf(await add(ana, `${FEEDS}/talks`)).errors ?? {})).toEqual(['address']);
  });

  it.each([
    ['http://feeds.example/x', {}, ['address']],
    ['https://user:secret@feeds.example/x', {}, ['address']],
    ['ftp://feeds.example', {}, ['address']],
    ['nonsense', {}, ['address']],
    [`${FEEDS}/x`, { minutes: '-5' }, ['minutes']],
    [`${FEEDS}/x`, { minutes: '99999' }, ['minutes']],
    [`${FEEDS}/x`, { kind: 'magic' }, ['kind']],
  ])('%j with %j is refused beside its field', async (address, more, fields) => {
    const ana = await admin();

    expect(Object.keys(formOf(await add(ana, address, more)).errors ?? {})).toEqual(fields);
  });

  it('that fail say why, how often, and lose nothing of what they offered', async () => {
    const ana = await admin();
    nock(FEEDS).get('/talks?token=k3y').reply(200, BRIGHTTALK);
    await add(ana, `${FEEDS}/talks?token=k3y`);
    await ana.core.idle();
    const problems: string[] = [];
    for (const [status, body] of [
      [500, ''],
      [200, '<html>Sorry</html>'],
    ] as const) {
      nock(FEEDS).get('/talks?token=k3y').reply(status, body);
      const list = cardOf(await ana.say('sources'));
      const at = details(list).findIndex((detail) => detail.startsWith('on'));
      const item = list.blocks.filter(({ kind }) => kind === 'item')[at];
      await ana.press({ ...list, blocks: item === undefined ? [] : [item], actions: [] }, 'Refresh now');
      await ana.core.idle();
      problems.push(details(cardOf(await ana.say('sources')))[at] ?? '');
    }

    expect(problems).toEqual([
      expect.stringContaining('update failed 1 time: status 500'),
      expect.stringContaining('update failed 2 times in a row: not a feed, calendar, table or page with events'),
    ]);
    expect(titles(cardOf(await ana.say('search zero trust')))).toHaveLength(1);
  });

  it('are tables, too, of which everything is said before they are saved', async () => {
    const ana = await admin();
    const csv = 'Title,Start,Room,CPE\nZero trust at sea,2027-01-10,7,2\n';
    const file = { name: 'talks.csv', read: async () => Buffer.from(csv), field: 'table' };
    const form = formOf(await ana.say('sources import'));
    const preview = formOf(await ana.send(form, {}, undefined, [file]));
    const nothing = titles(cardOf(await ana.say('sources')));
    const shown = preview.parts.map((part) => ('text' in part ? part.text : '')).join('\n');
    const saved = cardOf(await ana.send(preview, {}));

    expect(shown.split('\n')).toEqual([
      ...['1 opportunity to import', 'Zero trust at sea', 'Not read:', 'Columns: Room'],
      '2: Zero trust at sea – added without “CPE”, which can’t be read',
    ]);
    expect(nothing).not.toContain('talks');
    expect(saved.title).toBe('talks');
    expect(titles(cardOf(await ana.say('search zero trust')))).toEqual(['Zero trust at sea']);
  });
});
