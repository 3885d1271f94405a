import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/chat/reply.ts';

import { invoke } from '../activities.ts';
import { begin, conversations, FORM, installStandIn, teams } from '../conversation-setup.ts';
import { dialogOf, valuesIn, wordsIn } from '../dialogs.ts';
import { TENANT } from '../issuer.ts';
import { aCard } from '../stand-in.ts';

installStandIn();

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
    const data = { ...form.actions[0].data, ...valuesIn(form) };
    const sent = await teams.send(invoke('composeExtension/submitAction', { commandId: 'log-message', data }, where));

    expect(teams.heard[0]?.args).toEqual({
      text: 'Two hours & more',
      url: 'https://example.org/a?b=1&c=2',
      date: '2026-03-31',
    });
    expect(wordsIn(await dialogOf(sent))).toContain('Logged');
    expect(conversations()).toEqual([]);
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
