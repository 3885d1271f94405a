import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { buttonWords, replyWords } from '../../src/chat/reply-as-text.ts';
import { languageOf, replyInLanguage } from '../../src/chat/reply-language.ts';

const card = { title: 'Pace', blocks: [] };
const form = { command: 'log', title: 'Log credits', submit: 'Save', parts: [] };
const REPLIES: readonly [Reply, string][] = [
  [{ kind: 'card', to: 'sender', card }, 'card Pace'],
  [{ kind: 'form', form }, 'form Log credits'],
  [{ kind: 'stay', problem: 'Busy.' }, 'Busy.'],
];

describe('a reply', () => {
  it.each(REPLIES)('%o is written as %s', (reply, expected) => {
    expect(replyWords(reply, { card: ({ title }) => `card ${title}`, form: ({ title }) => `form ${title}` })).toBe(
      expected,
    );
  });

  it.each(REPLIES)('%o carries its language', (reply) => {
    expect(languageOf(reply)).toBeUndefined();
    expect(languageOf(replyInLanguage(reply, 'de'))).toBe('de');
    expect(replyInLanguage(reply, 'de')).toMatchObject(reply);
  });
});

describe('buttons', () => {
  it.each([
    [undefined, []],
    [[], []],
    [[{ label: 'Save', command: 'log', args: {} }], ['[Save]']],
    [
      [
        { label: 'Undo', command: 'undo', args: {} },
        { label: 'Edit', command: 'edit', args: {} },
      ],
      ['[Undo] [Edit]'],
    ],
  ])('%j are written as %j', (actions, expected) => {
    expect(buttonWords(actions)).toEqual(expected);
  });
});
