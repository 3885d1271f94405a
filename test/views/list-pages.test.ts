import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/strings/index.ts';
import { paged } from '../../src/views/list-pages.ts';

const words = wordsFor('en-GB');
const labels = { before: 'Newer', after: 'Older' };
const page = { command: 'history', requested: 'zero', size: 5 };

describe('a page of a list', () => {
  it.each([
    [{ from: 0, shown: 3, count: 3 }, words.record.found(3), []],
    [{ from: 0, shown: 5, count: 12 }, words.record.page(1, 5, 12), [['Older', '5']]],
    [
      { from: 5, shown: 5, count: 12 },
      words.record.page(6, 10, 12),
      [
        ['Newer', '0'],
        ['Older', '10'],
      ],
    ],
    [{ from: 10, shown: 2, count: 12 }, words.record.page(11, 12, 12), [['Newer', '5']]],
    [{ from: 3, shown: 5, count: 8 }, words.record.page(4, 8, 8), [['Newer', '0']]],
  ])('%j', (at, where, buttons) => {
    const result = paged({ ...page, ...at }, labels, words);

    expect(result.where).toBe(where);
    expect(result.actions.map(({ label, args }) => [label, args?.skip])).toEqual(buttons);
    expect(result.actions.every(({ command, args }) => command === 'history' && args?.text === 'zero')).toBe(true);
  });

  it('says what was found in the words of the command', () => {
    const found = (count: number) => `${count} people`;

    expect(paged({ ...page, from: 0, shown: 2, count: 2, found }, labels, words).where).toBe('2 people');
  });
});
