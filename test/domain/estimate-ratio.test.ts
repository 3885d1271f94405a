import { describe, expect, it } from 'vitest';
import { applyRatio, medianRatio } from '../../src/domain/estimate-ratio.ts';

const of = (personId: string, claimed: number, likely = 100) => ({ personId, claimed, likely });
const five = ['a', 'b', 'c', 'd', 'e'];

describe('what certificates tell of an estimate', () => {
  it.each([
    ['five people with three quarters', five.map((one) => of(one, 75)), 75],
    ['four people', five.slice(1).map((one) => of(one, 75)), undefined],
    ['five certificates of one', five.map(() => of('a', 75)), undefined],
    ['about what was estimated', five.map((one) => of(one, 97)), undefined],
    ['one who is far off', [...five.map((one) => of(one, 100)), of('f', 1000)], undefined],
    ['one with many', [...five.map((one) => of(one, 50)), ...five.map(() => of('a', 500))], 50],
    ['nothing estimated', five.map((one) => of(one, 75, 0)), undefined],
  ])('is, of %s, %s', (_name, records, percent) => {
    expect(medianRatio(records)).toBe(percent);
  });

  it.each([
    [{ low: 100, likely: 200, high: 225 }, 75, 25, { low: 100, likely: 150, high: 225 }],
    [{ low: 100, likely: 100, high: 100 }, 75, 50, { low: 50, likely: 50, high: 100 }],
    [{ low: 100, likely: 200, high: 225 }, 150, 25, { low: 100, likely: 225, high: 225 }],
  ])('corrects %j by %i %% in steps of %i', (estimate, percent, step, expected) => {
    expect(applyRatio(estimate, percent, step)).toEqual(expected);
  });
});
