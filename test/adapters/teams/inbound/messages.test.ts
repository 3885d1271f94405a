import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/chat/reply.ts';

import { ANA, CHANNEL, mentioned, PERSONAL, typed } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { begin, conversations, FORM, installStandIn, lastCard, OPENS, teams } from '../conversation-setup.ts';
import { dataOf, wordsIn } from '../dialogs.ts';
import { TENANT } from '../issuer.ts';
import { aCard, cardIn } from '../stand-in.ts';

installStandIn();

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

  it('that nobody else saw is answered in the place to them alone where they have no personal chat', async () => {
    await begin({ dispatch: () => aCard('Your pace') });
    teams.expectPersonal('', 403);
    teams.expectTargeted(CHANNEL.id);
    const slash = mentioned('pace');

    await teams.send({ ...slash, recipient: { ...(slash.recipient as object), isTargeted: true } });

    expect(conversations()).toEqual([CHANNEL.id]);
    expect(teams.said[0]?.activity.recipient).toMatchObject({ id: ANA.id });
    expect(wordsIn(lastCard())).toContain('Your pace');
  });

  it('that asks for a form is answered with a button that opens it', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: FORM }) });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('log zero trust'));

    expect(dataOf(lastCard(), 'Open the form')).toEqual(OPENS);
    expect(checkCard(lastCard())).toEqual([]);
  });

  it('that is a sentence gets a button for what it was understood as', async () => {
    const opener = { command: 'log', args: { text: 'zero trust' } };
    await begin({ dispatch: () => ({ kind: 'form', form: FORM, opener }) });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('yesterday: zero trust for two hours'));

    expect(dataOf(lastCard(), 'Open the form')).toEqual(OPENS);
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

    expect(teams.said.map((stated) => wordsIn(cardIn(stated)).includes('Something went wrong'))).toEqual([true, true]);
  });
});
