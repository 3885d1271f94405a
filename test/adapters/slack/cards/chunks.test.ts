import { expect, it } from 'vitest';
import { chunks } from '../../../../adapters/slack/cards/chunks.ts';

it.each([
  [[], 3, []],
  [[1, 2], 3, [[1, 2]]],
  [[1, 2, 3], 3, [[1, 2, 3]]],
  [[1, 2, 3, 4], 3, [[1, 2, 3], [4]]],
  [[1, 2, 3], 1, [[1], [2], [3]]],
])('splits %j by %i into %j', (all, size, pieces) => {
  expect(chunks(all, size)).toEqual(pieces);
});
