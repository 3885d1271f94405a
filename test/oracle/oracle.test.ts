import { expect, it } from 'vitest';
import { differenceIn } from './compare.ts';

const CASES = 2000;

it(`agrees with the rules in ${CASES} random cases, figure by figure and cut by cut`, { timeout: 120_000 }, () => {
  const first = Array.from({ length: CASES }, (_unused, index) => index + 1).find(
    (seed) => differenceIn(seed) !== undefined,
  );

  expect(first === undefined ? undefined : differenceIn(first)).toBeUndefined();
});
