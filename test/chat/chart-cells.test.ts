import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/chat/chart-cells.ts';

const counts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 6 });

describe('cells of a bar', () => {
  it.each([
    [[1, 1], 20, [10, 10]],
    [[6, 2, 0], 20, [15, 5]],
    [[999, 1], 20, [19, 1]],
    [[1, 1, 1], 20, [7, 7, 6]],
    [[0, 0], 20, []],
  ])('are for %j of %i: %j', (given, cells, expected) => {
    const shares = given.map((count) => ({ count }));

    expect(cellsOf(shares, cells).map((one) => one.cells)).toEqual(expected);
  });

  it('fill it, leave nobody out, and give the greater part no less', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const shared = cellsOf(
          given.map((count) => ({ count })),
          20,
        );
        const there = given.filter((count) => count > 0);

        expect(shared.map(({ count }) => count)).toEqual(there);
        expect(shared.reduce((sum, { cells }) => sum + cells, 0)).toBe(there.length === 0 ? 0 : 20);
        for (const one of shared) expect(one.cells).toBeGreaterThanOrEqual(1);
        for (const one of shared)
          for (const other of shared)
            if (one.count > other.count) expect(one.cells).toBeGreaterThanOrEqual(other.cells);
      }),
    );
  });
});
