import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { ANA, activity, CHANNEL, invoke, mentioned, PERSONAL, pressed, typed } from './activities.ts';
import { checkCard } from './adaptive-card.ts';
import { dataOf, dialogOf, open, submit, valuesIn, wordsIn } from './dialogs.ts';
import { TENANT } from './issuer.ts';
import type { Json } from './json.ts';
import { type Answers, aCard, allowTokens, cardIn, type StandIn, standIn } from './stand-in.ts';

const FORM: Form = {
  command: 'log',
  title: 'Log credits',
  submit: 'Log',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
    { kind: 'date', name: 'day', label: 'Day' },
    {
      kind: 'choices',
      name: 'counts',
      label: 'Counts for',
      options: [
        { value: 'a,b', label: 'AB' },
        { value: 'c%', label: 'C' },
      ],
    },
  ],
  state: 'entry-7',
};
const BUTTON = { recert: { command: 'undo', args: { id: '7' } } };
const OPENS = { msteams: { type: 'task/fetch' }, recert: { command: 'log', args: { text: 'zero trust' } } };

let teams: StandIn;
const begin = async (answers: Answers) => {
  teams = await standIn(answers);
};
const conversations = () => teams.said.map(({ conversation }) => conversation);
const lastCard = () => cardIn(teams.said.at(-1) as (typeof teams.said)[number]);

beforeEach(() => {
  nock.disableNetConnect();
  allowTokens();
});
afterEach(async () => {
  await teams.stop();
  const unused = nock.pendingMocks().filter((mock) => !/login\.(?:microsoftonline|botframework)/u.test(mock));
  nock.cleanAll();
  expect(unused).toEqual([]);
});

describe('speaking first', () => {
  const news = { title: 'News', blocks: [{ kind: 'text', text: 'Words.' }] } as const;

  it('tells a person in the chat they wrote from, long after, and changes what it said', async () => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    const direct = teams.heard[0]?.direct as Place;
    teams.expectMessage(PERSONAL.id);
    teams.expectReplacement(PERSONAL.id, 'message-2');

    const sent = await teams.post(direct, news);
    const changed = await teams.update(direct, sent.kind === 'sent' ? sent.message : '', news);

    expect([sent.kind, changed.kind]).toEqual(['sent', 'sent']);
    expect(wordsIn(lastCard())).toContain('News');
    expect(teams.said.at(-1)?.authorization).toContain('Bearer ');
  });

  it('opens the personal chat of somebody who was heard in a channel, and posts to the channel itself and to a thread of it', async () => {
    await begin({ dispatch: () => aCard('Hello', {}, 'place') });
    teams.expectMessage(CHANNEL.id);
    await teams.send(mentioned('hi'));
    const { direct, place } = teams.heard[0] as { direct: Place; place: Place };
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage('19:team@thread.tacv2');
    teams.expectMessage('19:team@thread.tacv2;messageid=message-3');

    const sent = [await teams.post(direct, news), await teams.post(place, news)];
    const [, first] = sent;
    if (first?.kind === 'sent') sent.push(await teams.post(place, news, first.message));

    expect(sent.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
    expect(conversations().slice(1)).toEqual([
      'a:opened',
      '19:team@thread.tacv2',
      '19:team@thread.tacv2;messageid=message-3',
    ]);
  });

  it.each([
    [403, 'refused'],
    [502, 'unknown'],
  ])('says what became of it after a %i, and does not repeat it', async (status, kind) => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    teams.expectMessage(PERSONAL.id, status);

    expect((await teams.post(teams.heard[0]?.direct as Place, news)).kind).toBe(kind);
  });

  it('sends nothing by a reference to another tenant, to a strange host, or of another make', async () => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    const direct = teams.heard[0]?.direct as Place;
    const stored = JSON.parse(direct.address);
    const wrong = [{ ...stored, tenant: 'somebody-else' }, { ...stored, serviceUrl: 'https://example.org/' }, { x: 1 }];

    for (const address of wrong.map((one) => JSON.stringify(one))) {
      expect((await teams.post({ ...direct, address }, news)).kind).not.toBe('sent');
    }
  });
});

describe('a typed line', () => {
  it.each([
    ['pace cissp', 'pace', 'cissp'],
    ['  hi ', 'hi', ''],
    ['/recert pace cissp', 'pace', 'cissp'],
    ['recert help', 'help', ''],
    ['log R&amp;D &lt;b&gt;&nbsp;talk', 'log', 'R&D <b> talk'],
    ['', '', ''],
  ])('%j is heard as %s', async (line, command, text) => {
    await begin({ dispatch: () => aCard('Pace') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed(line));

    expect(teams.heard).toMatchObject([
      {
        command,
        args: { text },
        from: { platform: 'teams', tenant: TENANT, user: ANA.aadObjectId },
        profile: { name: 'Ana Ngata', zone: 'Pacific/Auckland', locale: 'en-GB' },
      },
    ]);
    expect(checkCard(lastCard())).toEqual([]);
  });

  it.each([
    '\n<span class="inline-compose-card" itemid="0" itemtype="x">\n  <span content="0" itemprop="cardId"></span>\n</span>\n',
    '',
  ])('that is nothing but an inserted card asks for nothing: %j', async (text) => {
    await begin({ dispatch: () => aCard('Never') });
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };

    await teams.send(typed(text, { attachments: [card] }));

    expect(teams.heard).toEqual([]);
  });

  it('beside an inserted card is heard', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    teams.expectMessage(PERSONAL.id);
    const card = '<span class="inline-compose-card" itemid="0"><span content="0"></span></span>';

    await teams.send(typed(`pace cissp ${card}`, { attachments: [{ contentType: 'text/html' }] }));

    expect(teams.heard.map(({ command, args }) => [command, args.text])).toEqual([['pace', 'cissp']]);
  });

  it('in a channel is answered in the personal chat, and the channel gets one line that says so', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage(CHANNEL.id);

    await teams.send(mentioned('pace'));

    expect(teams.heard[0]?.command).toBe('pace');
    expect(conversations()).toEqual(['a:opened', CHANNEL.id]);
    expect(wordsIn(cardIn(teams.said[0] as never))).toContain('Your pace');
    expect(wordsIn(lastCard())).toContain('Ana Ngata, I answered in your personal chat.');
    expect(wordsIn(lastCard())).not.toContain('Your pace');
  });

  it('finds a personal chat that was used before', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    for (const id of [PERSONAL.id, PERSONAL.id, CHANNEL.id]) teams.expectMessage(id);

    await teams.send(typed('hi'));
    await teams.send(mentioned('pace'));

    expect(conversations()).toEqual([PERSONAL.id, PERSONAL.id, CHANNEL.id]);
  });

  it('in a channel says what to do when there is no personal chat', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    teams.expectPersonal('', 403);
    teams.expectMessage(CHANNEL.id);

    await teams.send(mentioned('pace'));

    expect(wordsIn(lastCard())).toContain('Add recert for yourself');
    expect(wordsIn(lastCard())).not.toContain('Your pace');
  });

  it('is answered in the place when everybody may know', async () => {
    await begin({ dispatch: () => aCard('Team pace', {}, 'place') });
    teams.expectMessage(CHANNEL.id);

    await teams.send(mentioned('pace'));

    expect(conversations()).toEqual([CHANNEL.id]);
  });

  it('that nobody else saw is answered so that nobody else sees it', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    const slash = mentioned('pace');

    await teams.send({ ...slash, recipient: { ...(slash.recipient as object), isTargeted: true } });

    expect(conversations()).toEqual(['a:opened']);
  });

  it('that asks for a form is answered with a button that opens it', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('log zero trust'));

    expect(dataOf(lastCard(), 'Open the form')).toEqual(OPENS);
    expect(checkCard(lastCard())).toEqual([]);
  });

  it('delivered again has one effect and one answer', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    teams.expectMessage(PERSONAL.id);
    const line = typed('pace');

    await Promise.all([teams.send(line), teams.send(line)]);
    await teams.send(line);

    expect(teams.heard.length).toBe(1);
  });

  it.each([
    ['without a directory id', { from: { id: '29:guest', name: 'Guest' } }],
    ['of another tenant', { from: { ...ANA, tenantId: 'another' } }],
    ['that is a bot', { from: { ...ANA, role: 'bot' } }],
  ])('of somebody %s reaches nobody', async (_name, changes) => {
    await begin({ dispatch: () => aCard('Never') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('pace', changes));

    expect(teams.heard).toEqual([]);
    expect(wordsIn(lastCard())).toContain('Members only');
  });

  it('is answered in words when the core fails, and when its reply cannot be drawn', async () => {
    const action = { label: 'Log', command: 'log', args: { id: 'x'.repeat(4000) } };
    const replies = [
      () => Promise.reject(new Error('no')),
      () => Promise.resolve(aCard('Pace', { actions: [action] })),
    ];
    await begin({ dispatch: () => replies.shift()?.() as Promise<Reply> });
    for (const line of ['pace', 'log']) {
      teams.expectMessage(PERSONAL.id);
      await teams.send(typed(line));
    }

    expect(teams.said.map((stated) => wordsIn(cardIn(stated)).includes('That didn’t work'))).toEqual([true, true]);
  });
});

describe('a pressed button', () => {
  it('says its command, and twice in a row only once', async () => {
    await begin({ dispatch: () => aCard('Undone') });
    teams.expectReplacement(PERSONAL.id, 'message-1');

    await Promise.all([teams.send(pressed(BUTTON)), teams.send(pressed(BUTTON))]);
    await teams.send(pressed(BUTTON));

    expect(teams.heard.map(({ command, args }) => [command, args])).toEqual([['undo', { id: '7' }]]);
    expect(teams.heard[0]?.key).toMatch(/^[\w-]{32}$/u);
  });

  it('is heard again after another one', async () => {
    await begin({ dispatch: () => aCard('Done') });
    const other = { recert: { command: 'restore', args: { id: '7' } } };
    for (const data of [BUTTON, other, BUTTON]) {
      teams.expectReplacement(PERSONAL.id, 'message-1');
      await teams.send(pressed(data));
    }

    expect(teams.heard.map(({ command }) => command)).toEqual(['undo', 'restore', 'undo']);
  });

  it('is answered by a new message where its card cannot be replaced', async () => {
    await begin({ dispatch: () => aCard('Done') });
    teams.expectReplacement(PERSONAL.id, 'message-1', 404);
    teams.expectMessage(PERSONAL.id);

    await teams.send(pressed(BUTTON));

    expect(teams.said.length).toBe(2);
  });

  it('of somebody else on the same card is another act', async () => {
    await begin({ dispatch: () => aCard('Undone', {}, 'place') });
    for (const from of [ANA, { ...ANA, id: '29:ben', aadObjectId: 'ben' }]) {
      teams.expectMessage(CHANNEL.id);
      await teams.send(pressed(BUTTON, { conversation: CHANNEL, from }));
    }

    expect(new Set(teams.heard.map(({ key, from }) => `${key} ${from.user}`)).size).toBe(2);
  });

  it('with an answer of its own is heard too', async () => {
    await begin({ dispatch: () => aCard('Undone') });
    teams.expectReplacement(PERSONAL.id, 'message-1');

    const answer = await teams.send(
      invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: BUTTON } }, { replyToId: 'message-1' }),
    );

    expect(await answer.json()).toMatchObject({ statusCode: 200 });
    expect(teams.heard.length).toBe(1);
  });

  it.each([{ recert: null }, { recert: { command: 'undo' } }, { other: 1 }, 'text', 7])(
    'of another card is nothing: %j',
    async (data) => {
      await begin({ dispatch: () => aCard('Never') });

      const answer = await teams.send(pressed(data));

      expect([answer.status, teams.heard.length]).toEqual([200, 0]);
    },
  );
});

describe('a dialog', () => {
  it('opens, comes back filled in with what is wrong, stays when it cannot be dealt with, and closes', async () => {
    const replies: Reply[] = [
      { kind: 'form', form: FORM },
      { kind: 'form', form: { ...FORM, answers: { title: '<b>' }, errors: { day: 'Which day?', gone: 'Not held.' } } },
      { kind: 'stay', problem: 'The database rests.' },
      aCard('Logged'),
    ];
    await begin({ dispatch: () => replies.shift() as Reply });

    const first = await open(teams, OPENS);
    const refused = await dialogOf(await submit(teams, first, { title: '<b>', counts: ['a%2Cb', 'c%25'] }));
    expect(valuesIn(refused)).toMatchObject({ 'answer.title': '<b>' });
    for (const words of ['Which day?', 'Not held.']) expect(wordsIn(refused)).toContain(words);
    const stayed = await dialogOf(await submit(teams, refused, { title: 'Zero trust', day: '2026-03-31' }));
    expect(valuesIn(stayed)).toMatchObject({ 'answer.title': 'Zero trust', 'answer.day': '2026-03-31' });
    expect(wordsIn(stayed)).toContain('The database rests.');
    teams.expectMessage(PERSONAL.id);
    const closed = await submit(teams, stayed);
    await vi.waitFor(() => expect(wordsIn(lastCard())).toContain('Logged'));

    expect([closed.status, await closed.text()]).toEqual([200, '']);
    expect(teams.heard[1]?.answers).toEqual({ title: '<b>', day: '', counts: ['a,b', 'c%'] });
    expect(teams.heard.slice(1).map(({ state }) => state)).toEqual(['entry-7', 'entry-7', 'entry-7']);
    expect(new Set(teams.heard.slice(1).map(({ key }) => key)).size).toBe(1);
    for (const card of [first, refused, stayed]) expect(checkCard(card)).toEqual([]);
  });

  it('sent twice is answered once in the chat', async () => {
    await begin({ dispatch: ({ answers }): Reply => (answers ? aCard('Logged') : { kind: 'form', form: FORM }) });
    const form = await open(teams, OPENS);
    teams.expectMessage(PERSONAL.id);

    const closed = await Promise.all([submit(teams, form, { title: 'A' }), submit(teams, form, { title: 'A' })]);
    await submit(teams, form, { title: 'A' });
    await vi.waitFor(() => expect(teams.said.length).toBe(1));

    expect(closed.map(({ status }) => status)).toEqual([200, 200]);
    expect(teams.heard.length).toBe(2);
  });

  it('that could not be dealt with is tried again', async () => {
    await begin({
      dispatch: ({ answers }): Reply => (answers ? { kind: 'stay', problem: 'No.' } : { kind: 'form', form: FORM }),
    });
    const form = await open(teams, OPENS);

    await submit(teams, form, { title: 'A' });
    await submit(teams, form, { title: 'A' });

    expect(teams.heard.length).toBe(3);
  });

  it('shows a card whose button leads to the form', async () => {
    const action = { label: 'Add', command: 'add', args: {}, opensForm: true };
    await begin({
      dispatch: ({ command }): Reply =>
        command === 'add' ? { kind: 'form', form: FORM } : aCard('First', { actions: [action] }),
    });

    const card = await open(teams, OPENS);
    const form = await dialogOf(await teams.send(invoke('task/submit', { data: dataOf(card, 'Add') })));

    expect(valuesIn(form)).toHaveProperty(['answer.title']);
    expect(JSON.stringify(card)).not.toContain('task/fetch');
  });

  it('opened in a channel is answered in the personal chat', async () => {
    await begin({ dispatch: ({ answers }): Reply => (answers ? aCard('Logged') : { kind: 'form', form: FORM }) });
    const where = { conversation: CHANNEL };
    const form = await open(teams, OPENS, where);
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage(CHANNEL.id);

    await submit(teams, form, { title: 'A' }, where);

    await vi.waitFor(() => expect(conversations()).toEqual(['a:opened', CHANNEL.id]));
  });

  it.each([
    null,
    {},
    { data: null },
    { data: { recert: { form: { command: 'log', nonce: 'x' } } } },
    { data: { recert: 7 } },
    'x',
  ])('that is none of ours says so: %j', async (value) => {
    await begin({ dispatch: () => aCard('Never') });

    for (const name of ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction']) {
      const answer = await teams.send(invoke(name, value));
      expect([answer.status, ((await answer.json()) as Json).task.type]).toEqual([200, 'message']);
    }

    expect(teams.heard).toEqual([]);
  });
});

describe('a message extension', () => {
  const message = {
    linkToMessage: 'https://teams.microsoft.com/l/message/1',
    createdDateTime: '2026-03-30T22:30:00Z',
    body: {
      contentType: 'html',
      content: '<div>Two hours &amp; more<br>on <a href="https://example.org/a?b=1&amp;c=2">it</a></div>',
    },
  };

  it('logs what a message is about, with its link and the person’s own day', async () => {
    await begin({ dispatch: ({ answers }): Reply => (answers ? aCard('Logged') : { kind: 'form', form: FORM }) });
    const where = { conversation: { id: '19:chat', conversationType: 'groupChat', tenantId: TENANT } };

    const opened = await teams.send(
      invoke('composeExtension/fetchTask', { commandId: 'log-message', messagePayload: message }, where),
    );
    const form = await dialogOf(opened);
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    const data = { ...form.actions[0].data, ...valuesIn(form) };
    const closed = await teams.send(invoke('composeExtension/submitAction', { commandId: 'log-message', data }, where));
    await vi.waitFor(() => expect(conversations()).toEqual(['a:opened']));

    expect(teams.heard[0]?.args).toEqual({
      text: 'Two hours & more',
      url: 'https://example.org/a?b=1&c=2',
      date: '2026-03-31',
    });
    expect(closed.status).toBe(200);
  });

  it('does not say the link twice', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });

    for (const content of ['A talk https://example.org/a on R&amp;D', 'https://example.org/a']) {
      const stated = { ...message, body: { content } };
      await teams.send(invoke('composeExtension/fetchTask', { commandId: 'log-message', messagePayload: stated }));
    }

    expect(teams.heard.map(({ args }) => [args.text, args.url])).toEqual([
      ['A talk on R&D', 'https://example.org/a'],
      ['https://example.org/a', 'https://example.org/a'],
    ]);
  });

  it('takes the link to the message where it holds none', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });

    const plain = { ...message, body: { content: 'A talk' } };
    await teams.send(invoke('composeExtension/fetchTask', { commandId: 'log-message', messagePayload: plain }));
    await teams.send(invoke('composeExtension/fetchTask', { commandId: 'log' }));

    expect(teams.heard.map(({ args }) => args.url)).toEqual([message.linkToMessage, undefined]);
  });
});

describe('on this machine', () => {
  const service = 'http://localhost:56150';
  const local = (changes: Record<string, unknown> = {}) =>
    new Request('http://localhost:3000/api/messages', {
      method: 'POST',
      body: JSON.stringify(typed('hi', { serviceUrl: `${service}/_connector`, ...changes })),
      headers: { 'content-type': 'application/json' },
    });

  it('the bot can be tried without an app, and tells nobody a token', async () => {
    const stated: (string | null)[] = [];
    nock(service)
      .post(`/_connector/v3/conversations/${encodeURIComponent(PERSONAL.id)}/activities`)
      .reply(200, (request: Request) => {
        stated.push(request.headers.get('authorization'));
        return { id: '1' };
      });
    await begin({ dispatch: () => aCard('Hello'), development: true });

    const answer = await teams.handle(local());

    expect([answer.status, stated, teams.heard[0]?.from.tenant]).toEqual([200, [null], TENANT]);
  });
});

describe('everything else', () => {
  it('suggests what the core finds', async () => {
    const requested: unknown[] = [];
    await begin({
      dispatch: () => aCard('Never'),
      suggest: (request) => {
        requested.push(request);
        return [{ value: 'cissp', label: 'CISSP', detail: 'ISC2' }];
      },
    });

    const answer = await teams.send(
      invoke('application/search', { queryText: 'ciss', dataset: 'certifications', queryOptions: { top: 15 } }),
    );

    expect(requested).toEqual([
      {
        source: 'certifications',
        typed: 'ciss',
        limit: 15,
        from: expect.objectContaining({ platform: 'teams', tenant: TENANT }),
      },
    ]);
    expect(await answer.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'CISSP – ISC2', value: 'cissp' }] },
    });
  });

  it('welcomes once, however often Teams says that it is installed', async () => {
    await begin({ dispatch: () => aCard('Welcome') });
    teams.expectMessage(PERSONAL.id);

    for (let notified = 0; notified < 3; notified += 1)
      await teams.send(activity({ type: 'installationUpdate', action: 'add' }));

    expect(teams.heard.map(({ command }) => command)).toEqual(['help']);
  });

  it.each([
    activity({ type: 'installationUpdate', action: 'remove' }),
    activity({ type: 'conversationUpdate', membersAdded: [ANA] }),
    activity({ type: 'messageReaction' }),
    activity({ type: 'something-new' }),
  ])('takes $type quietly', async (sent) => {
    await begin({ dispatch: () => aCard('Never') });

    const answer = await teams.send(sent);

    expect([answer.status, await answer.text(), teams.heard.length]).toEqual([200, '', 0]);
  });

  it.each(['something/new', 'composeExtension/selectItem'])('offers no %s', async (name) => {
    await begin({ dispatch: () => aCard('Never') });

    expect((await teams.send(invoke(name, null))).status).toBe(400);
  });

  it('never says anything twice when nobody knows whether it arrived', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    teams.expectMessage(PERSONAL.id, 502);

    const answer = await teams.send(typed('pace'));

    expect([answer.status, teams.said.length]).toEqual([200, 1]);
    expect(teams.logged).toEqual(['A message may not have been delivered.']);
  });
});
