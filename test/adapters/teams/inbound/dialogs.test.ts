import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../../src/chat/reply.ts';

import { ANA, CHANNEL, invoke, PERSONAL, pressed } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { BUTTON, begin, conversations, FORM, installStandIn, OPENS, teams } from '../conversation-setup.ts';
import { dataOf, dialogOf, open, submit, valuesIn, wordsIn } from '../dialogs.ts';
import type { Json } from '../json.ts';
import { aCard } from '../stand-in.ts';

installStandIn();

describe('a pressed button', () => {
  it('says its command, and twice in a row only once', async () => {
    await begin({ dispatch: () => aCard('Undone') });
    teams.expectReplacement(PERSONAL.id, 'message-1');

    await Promise.all([teams.send(pressed(BUTTON)), teams.send(pressed(BUTTON))]);
    await teams.send(pressed(BUTTON));

    expect(teams.heard.map(({ command, args }) => [command, args])).toEqual([['undo', { id: '7' }]]);
    expect(teams.heard[0]?.key).toMatch(/^press:[\w-]{32}$/u);
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

  it.each(['card', 'form'] as const)(
    'in a channel doesn’t tell the others who pressed it, answered with a %s',
    async (kind) => {
      await begin({ dispatch: () => (kind === 'card' ? aCard('Your pace') : { kind, form: FORM }) });
      teams.expectPersonal('a:opened');
      teams.expectMessage('a:opened');

      await teams.send(pressed(BUTTON, { conversation: CHANNEL }));

      expect(conversations()).toEqual(['a:opened']);
    },
  );

  it('in a channel is answered to the presser alone where recert isn’t installed for them', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    teams.expectPersonal('', 403);
    teams.expectTargeted(CHANNEL.id);

    await teams.send(pressed(BUTTON, { conversation: CHANNEL }));

    expect(conversations()).toEqual([CHANNEL.id]);
    expect(teams.said[0]?.activity.recipient).toMatchObject({ id: ANA.id });
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

  it('in a channel shows its answer to the presser beside the card, and in their own chat', async () => {
    await begin({ dispatch: () => aCard('CISSP: 3 days behind') });
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');

    const action = { type: 'Action.Execute', data: BUTTON };
    const answer = await teams.send(
      invoke('adaptiveCard/action', { action, trigger: 'manual' }, { conversation: CHANNEL }),
    );

    expect(await answer.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('CISSP: 3 days behind'),
    });
    await vi.waitFor(() => expect(conversations()).toEqual(['a:opened']));
  });

  it('is asked again for its card when a person sees it, without a message', async () => {
    const replies = [aCard('Ready'), { ...aCard('Gone'), refused: true as const }];
    await begin({ dispatch: () => replies.shift() ?? aCard('x') });
    const seen = async (id: string): Promise<Json> => {
      const action = { type: 'Action.Execute', data: BUTTON };
      return (
        await teams.send(invoke('adaptiveCard/action', { action, trigger: 'automatic' }, { id }))
      ).json() as Promise<Json>;
    };
    const [card, refusal] = [await seen('1'), await seen('2')];

    expect(card).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(checkCard(card.value)).toEqual([]);
    expect(wordsIn(card.value)).toContain('Ready');
    expect(refusal).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect([teams.heard.map(({ key }) => key), teams.said]).toEqual([[undefined, undefined], []]);
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
  it('opens, comes back filled in with what is wrong, stays when it cannot be dealt with, and shows the receipt', async () => {
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
    const receipt = await dialogOf(await submit(teams, stayed));

    expect(wordsIn(receipt)).toContain('Logged');
    expect(teams.said).toEqual([]);
    expect(teams.heard[1]?.answers).toEqual({ title: '<b>', day: '', counts: ['a,b', 'c%'] });
    expect(teams.heard.slice(1).map(({ state }) => state)).toEqual(['entry-7', 'entry-7', 'entry-7']);
    expect(new Set(teams.heard.slice(1).map(({ key }) => key)).size).toBe(1);
    for (const card of [first, refused, stayed, receipt]) expect(checkCard(card)).toEqual([]);
  });

  it('sent twice has one effect, and the same receipt', async () => {
    await begin({ dispatch: ({ answers }): Reply => (answers ? aCard('Logged') : { kind: 'form', form: FORM }) });
    const form = await open(teams, OPENS);

    const receipts = await Promise.all([submit(teams, form, { title: 'A' }), submit(teams, form, { title: 'A' })]);
    receipts.push(await submit(teams, form, { title: 'A' }));

    for (const receipt of receipts) expect(wordsIn(await dialogOf(receipt))).toContain('Logged');
    expect(teams.said).toEqual([]);
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

  it('opened in a channel is answered in the dialog, which only the person sees', async () => {
    await begin({ dispatch: ({ answers }): Reply => (answers ? aCard('Logged') : { kind: 'form', form: FORM }) });
    const where = { conversation: CHANNEL };
    const form = await open(teams, OPENS, where);

    const receipt = await dialogOf(await submit(teams, form, { title: 'A' }, where));

    expect(wordsIn(receipt)).toContain('Logged');
    expect(conversations()).toEqual([]);
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
