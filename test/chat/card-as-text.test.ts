import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/chat/card.ts';
import { blockWords, cardWords } from '../../src/chat/card-as-text.ts';
import { shorten, shortenRuns } from '../../src/chat/shorten.ts';
import { plainTextOf, runsOf } from '../../src/chat/text.ts';

const link = { link: 'the rules', url: 'https://a.example' };

describe('a block in plain text', () => {
  it.each<[Block, readonly string[]]>([
    [{ kind: 'heading', text: 'Total' }, ['Total']],
    [{ kind: 'text', text: ['See ', link, { bold: '!' }] }, ['See the rules!']],
    [{ kind: 'note', text: 'Small' }, ['Small']],
    [{ kind: 'rule' }, []],
    [{ kind: 'progress', label: '3 of 40', done: 3, goal: 40 }, ['3 of 40']],
    [{ kind: 'item', title: 'Webinar' }, ['Webinar']],
    [{ kind: 'item', title: [{ bold: 'Webinar' }], detail: 'Today' }, ['Webinar: Today']],
    [
      {
        kind: 'facts',
        facts: [
          { label: 'Body', value: 'ISC2' },
          { label: 'Rules', value: [link] },
        ],
      },
      ['Body: ISC2', 'Rules: the rules'],
    ],
  ])('%j', (block, expected) => {
    expect(blockWords(block)).toEqual(expected);
  });

  it('follows the title of its card, one line each', () => {
    const blocks: readonly Block[] = [{ kind: 'rule' }, { kind: 'text', text: 'One' }, { kind: 'note', text: 'Two' }];

    expect(cardWords({ title: 'Pace', blocks })).toBe('Pace\nOne\nTwo');
  });
});

describe('text', () => {
  it.each([
    ['plain', ['plain'], 'plain'],
    [['a', { bold: 'b' }, link], ['a', { bold: 'b' }, link], 'abthe rules'],
  ])('%j has these runs and words', (text, runs, words) => {
    expect(runsOf(text)).toEqual(runs);
    expect(plainTextOf(text)).toBe(words);
  });

  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['two words', 5, 'two…'],
    ['👩🏽‍💻👩🏽‍💻', 9, '👩🏽‍💻…'],
    ['👩🏽‍💻👩🏽‍💻', 7, '…'],
  ])('%s in %i characters is %s', (text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });

  it.each([
    [['', 'abc', { bold: '' }], 10, ['abc']],
    [['abc', { bold: 'defg' }, 'h'], 5, ['abc', { bold: 'd…' }]],
    [['abc', 'd'], 3, ['abc']],
    [[{ link: '', url: 'https://a.b' }], 20, [{ link: 'https://a.b', url: 'https://a.b' }]],
    [[{ link: 'abcdef', url: 'https://a.b' }], 3, [{ link: 'ab…', url: 'https://a.b' }]],
  ])('%j is cut at %i characters', (text, max, expected) => {
    expect(shortenRuns(text, max)).toEqual(expected);
  });
});
