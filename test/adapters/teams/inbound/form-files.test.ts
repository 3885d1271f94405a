import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../src/chat/form.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { formWithFiles, KEPT, OTHER } from '../../../support/incoming.ts';
import { invoke } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { begin, installStandIn, teams } from '../conversation-setup.ts';
import { dialogOf, open, submit, valuesIn, wordsIn } from '../dialogs.ts';
import { aCard } from '../stand-in.ts';

installStandIn();

describe('a field of files in a dialog', () => {
  it('names what is kept, says how files come, and lets kept ones stay or go', async () => {
    let stored = [KEPT, OTHER];
    await begin({
      dispatch: ({ answers }): Reply => {
        if (answers === undefined) return { kind: 'form', form: formWithFiles(...stored) };
        if (answerOf(answers, 'title') === '') {
          return {
            kind: 'form',
            form: { ...formWithFiles(...stored), errors: { title: 'Needed.', 'proof.files': 'None.' } },
          };
        }
        return aCard('Logged');
      },
    });
    const first = await open(teams, { recert: { command: 'log', args: {} } });
    const refused = await dialogOf(await submit(teams, first));
    stored = [KEPT];

    await submit(teams, refused, { title: 'Zero trust', 'proof.files': [KEPT] });

    expect([first, refused].flatMap(checkCard)).toEqual([]);
    for (const words of ['Proof', `${KEPT}.pdf`, 'send it to me in our personal chat'])
      expect(wordsIn(first)).toContain(words);
    expect(wordsIn(refused)).toContain('None.');
    expect(valuesIn(refused)['answer.proof.files']).toBe(`${KEPT},${OTHER}`);
    expect(teams.heard.map(({ answers }) => answers?.['proof.files'])).toEqual([undefined, [KEPT, OTHER], [KEPT]]);
  });

  it('keeps what was ticked in a form that could not be dealt with', async () => {
    await begin({
      dispatch: ({ answers }): Reply => {
        return answers === undefined
          ? { kind: 'form', form: formWithFiles(KEPT) }
          : { kind: 'stay', problem: 'It rests.' };
      },
    });
    const first = await open(teams, { recert: { command: 'log', args: {} } });

    const stayed = await dialogOf(await submit(teams, first));

    expect(valuesIn(stayed)['answer.proof.files']).toBe(KEPT);
  });

  it('with nothing kept says how files come', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles() }) });

    const card = await open(teams, { recert: { command: 'log', args: {} } });

    expect(checkCard(card)).toEqual([]);
    expect(wordsIn(card)).toContain('send it to me in our personal chat');
  });
});

const CERTIFICATE = 'https://contoso-my.sharepoint.com/personal/ana/Documents/certificate.pdf';

it.each([
  ['<p>See <a href="https://example.org/talk">the talk</a></p>', 'https://example.org/talk'],
  ['<p>My certificate</p>', CERTIFICATE],
])('a message that is logged brings its link, or else where its file is: %s', async (content, url) => {
  await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles() }) });
  const reference = { contentType: 'reference', contentUrl: CERTIFICATE };
  const messagePayload = {
    body: { content, contentType: 'html' },
    linkToMessage: 'https://teams.microsoft.com/l/message/1',
    attachments: [{ contentType: 'messageReference', content: '{}' }, reference],
  };

  await teams.send(invoke('composeExtension/fetchTask', { commandId: 'log-message', messagePayload }));

  expect(teams.heard[0]?.args.url).toBe(url);
});
