import { describe, expect, it } from 'vitest';
import { memberPages, PAGE } from '../../../src/services/teams/member-pages.ts';

async function pagesOf(count: number) {
  let extended = 0;
  const pages: number[][] = [];
  const queryLimit = {
    extend: async () => {
      extended += 1;
    },
    pause: async () => undefined,
  };
  const people = Array.from({ length: count }, (_unused, index) => index);
  for await (const page of memberPages(people, { queryLimit })) pages.push([...page]);
  return { people, pages, extended };
}

describe('the pages of people', () => {
  it.each([0, 1, PAGE])('%i people are read at once, within the time that a person waits', async (count) => {
    const { people, pages, extended } = await pagesOf(count);

    expect(pages).toEqual(count === 0 ? [] : [people]);
    expect(extended).toBe(0);
  });

  it('more are read page by page, each person once, and may take longer', async () => {
    const { people, pages, extended } = await pagesOf(2 * PAGE + 1);

    expect(pages.map(({ length }) => length)).toEqual([PAGE, PAGE, 1]);
    expect(pages.flat()).toEqual(people);
    expect(extended).toBe(1);
  });
});
