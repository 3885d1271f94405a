import { describe, expect, it } from 'vitest';
import { creditsWithMark, markedParts, marksOf, withMarkAmounts } from '../../src/domain/split-by-mark.ts';
import { fc } from '../support/properties.ts';
import { aRenewal } from './rules.ts';

type Short = readonly [string, number, ...string[]];

function toParts(short: readonly Short[]) {
  return short.map(([category, credits, ...marks]) => ({
    ...{ category, credits },
    ...(marks.length === 0 ? {} : { marks }),
  }));
}

describe('amounts of marks on parts', () => {
  it.each<[string, readonly Short[], Readonly<Record<string, number>>, readonly Short[]]>([
    ['no mark', [['a', 800]], {}, [['a', 800]]],
    ['a mark on nothing', [['a', 800]], { ethics: 0 }, [['a', 800]]],
    [
      'two hours of eight',
      [['a', 800]],
      { ethics: 200 },
      [
        ['a', 200, 'ethics'],
        ['a', 600],
      ],
    ],
    ['all of it', [['a', 800]], { ethics: 800 }, [['a', 800, 'ethics']]],
    ['more than all of it', [['a', 800]], { ethics: 900 }, [['a', 800, 'ethics']]],
    [
      'one mark after the other',
      [['a', 800]],
      { ethics: 200, lab: 100 },
      [
        ['a', 200, 'ethics'],
        ['a', 100, 'lab'],
        ['a', 500],
      ],
    ],
    [
      'both where no room is left',
      [['a', 800]],
      { lab: 600, ethics: 400 },
      [
        ['a', 400, 'lab'],
        ['a', 200, 'ethics', 'lab'],
        ['a', 200, 'ethics'],
      ],
    ],
    [
      'across categories',
      [
        ['a', 300],
        ['b', 500],
      ],
      { ethics: 400 },
      [
        ['a', 300, 'ethics'],
        ['b', 100, 'ethics'],
        ['b', 400],
      ],
    ],
    ['nothing to mark', [], { ethics: 100 }, []],
  ])('split them: %s', (_what, parts, amounts, expected) => {
    expect(withMarkAmounts(toParts(parts), new Map(Object.entries(amounts)))).toEqual(toParts(expected));
  });

  it('neither make nor lose a credit, and mark as many as were stated, in any case', () => {
    const parts = fc.array(
      fc.record({ category: fc.constantFrom('a', 'b', 'c'), credits: fc.integer({ min: 1, max: 3000 }) }),
      { maxLength: 4 },
    );
    const amounts = fc.dictionary(fc.constantFrom('ethics', 'lab', 'global'), fc.integer({ min: 0, max: 5000 }));
    fc.assert(
      fc.property(parts, amounts, (some, stated) => {
        const split = withMarkAmounts(some, new Map(Object.entries(stated)));
        const total = some.reduce((all, { credits }) => all + credits, 0);

        for (const category of ['a', 'b', 'c'])
          expect(split.filter((one) => one.category === category).reduce((all, one) => all + one.credits, 0)).toBe(
            some.filter((one) => one.category === category).reduce((all, one) => all + one.credits, 0),
          );
        for (const [mark, credits] of Object.entries(stated))
          expect(creditsWithMark(split, mark)).toBe(Math.min(credits, total));
        for (const { credits } of split) expect(credits).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the marks of parts', () => {
  const parts = toParts([
    ['a', 100, 'lab', 'ethics'],
    ['b', 50, 'ethics'],
    ['b', 25],
  ]);

  it('are named once, in order', () => {
    expect(marksOf(parts)).toEqual(['ethics', 'lab']);
    expect(marksOf([])).toEqual([]);
  });

  it.each([
    ['ethics', 150],
    ['lab', 100],
    ['global', 0],
  ])('of %s have %i', (mark, credits) => {
    expect(creditsWithMark(parts, mark)).toBe(credits);
  });
});

describe('the marks that follow from the delivery', () => {
  const renewal = aRenewal({
    marks: [
      { code: 'ethics', name: 'Ethics' },
      { code: 'live', name: 'Live', from: { deliveries: ['in-person', 'online-live'] } },
    ],
  });
  const parts = toParts([
    ['a', 100, 'ethics'],
    ['a', 50],
  ]);

  it.each([
    ['in-person', [['ethics', 'live'], ['live']]],
    ['online-live', [['ethics', 'live'], ['live']]],
    ['self-paced', [['ethics'], undefined]],
    ['', [['ethics'], undefined]],
    [undefined, [['ethics'], undefined]],
  ] as const)('%s', (delivery, expected) => {
    expect(markedParts({ parts, delivery }, renewal).map(({ marks }) => marks)).toEqual(expected);
  });
});
