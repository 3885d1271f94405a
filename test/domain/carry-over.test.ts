import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { carriedOver } from '../../src/domain/carry-over.ts';
import type { CarryOver } from '../../src/domain/credit-rules.ts';
import { cycleFor } from '../../src/domain/cycle-choice.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const cycle = { start: day('2024-01-01'), end: day('2026-12-31') };
const late = '2026-09-01';
const inPart = (category: string, credits: number, end = late) => anEntry({ end, parts: [{ category, credits }] });

function carried(
  carryOver: CarryOver,
  entries: readonly Entry[],
  carryIn: readonly { category: string; credits: number }[] = [],
) {
  const categories = [
    { code: 'a', name: 'A', minimum: known(3000) },
    { code: 'b', name: 'B' },
  ];
  const renewal = aRenewal({ categories, carryOver });
  return carriedOver(termsOf(renewal, { cycle, carryOver: carryIn }, cycle.end), { entries });
}

it.each`
  why                                      | rule                                                                    | entries                                                | left
  ${'the surplus, when that is least'}     | ${{ cap: known(2000) }}                                                 | ${[inPart('a', 4500)]}                                 | ${[['a', 500]]}
  ${'the cap, when that is least'}         | ${{ cap: known(300) }}                                                  | ${[inPart('a', 4500)]}                                 | ${[['a', 300]]}
  ${'nothing without a surplus'}           | ${{ cap: known(2000) }}                                                 | ${[inPart('a', 4000)]}                                 | ${[]}
  ${'only what lies above its minimum'}    | ${{ cap: known(2000), from: [{ category: 'a' }] }}                      | ${[inPart('a', 3200), inPart('b', 1500)]}              | ${[['a', 200]]}
  ${'only what ended in the last months'}  | ${{ cap: known(2000), lastMonths: known(6) }}                           | ${[inPart('a', 4400, '2025-01-01'), inPart('a', 100)]} | ${[['a', 100]]}
  ${'the first of the last months too'}    | ${{ cap: known(2000), lastMonths: known(6) }}                           | ${[inPart('a', 4400, '2026-07-01')]}                   | ${[['a', 400]]}
  ${'not the day before them'}             | ${{ cap: known(2000), lastMonths: known(6) }}                           | ${[inPart('a', 4400, '2026-06-30')]}                   | ${[]}
  ${'shared out in the catalogue’s order'} | ${{ cap: known(2000) }}                                                 | ${[inPart('b', 1500), inPart('a', 3300)]}              | ${[['a', 300], ['b', 500]]}
  ${'at most so much of one, elsewhere'}   | ${{ cap: known(2000), from: [{ category: 'b', into: 'a', max: 400 }] }} | ${[inPart('a', 4000), inPart('b', 900)]}               | ${[['a', 400]]}
`('carries over $why', ({ rule, entries, left }) => {
  expect(carried(rule, entries).map(({ category, credits }) => [category, credits])).toEqual(left);
});

it('does not carry over a second time what was carried in', () => {
  expect(carried({ cap: known(2000) }, [inPart('a', 3900)], [{ category: 'a', credits: 500 }])).toEqual([
    { category: 'a', credits: 400 },
  ]);
  expect(
    carried({ cap: known(2000), from: [{ category: 'b' }] }, [inPart('a', 4000)], [{ category: 'b', credits: 500 }]),
  ).toEqual([]);
});

it.each`
  end             | before  | index | why
  ${'2026-06-01'} | ${0}    | ${0}  | ${'inside the first'}
  ${'2027-02-01'} | ${3900} | ${0}  | ${'in its grace, while it is short'}
  ${'2027-02-01'} | ${4000} | ${1}  | ${'in its grace, once it is met'}
  ${'2027-06-01'} | ${0}    | ${1}  | ${'after the grace'}
  ${'2023-01-01'} | ${0}    | ${1}  | ${'before every cycle: the latest, where it counts for nothing'}
`('puts an activity of $end into cycle $index, $why', ({ end, before, index }) => {
  const renewal = aRenewal({ earningGrace: known({ days: 90 }) });
  const next = { cycle: { start: day('2027-01-01'), end: day('2029-12-31') } };
  const entries = before === 0 ? [] : [anEntry({ end: '2025-01-01', credits: before, cycle: '2024-01-01' })];

  expect(cycleFor({ renewal, cycles: [{ cycle }, next], entries }, { end: day(end), savedOn: day(end) })).toBe(index);
});

it.each`
  savedOn         | index | why
  ${'2027-01-20'} | ${0}  | ${'the other had not ended when it was saved'}
  ${'2027-02-20'} | ${1}  | ${'the other had ended by then, and met it'}
`('puts an activity of 10 Jan saved on $savedOn into cycle $index: $why', ({ savedOn, index }) => {
  const renewal = aRenewal({ earningGrace: known({ days: 90 }) });
  const next = { cycle: { start: day('2027-01-01'), end: day('2029-12-31') } };
  const entries = [
    anEntry({ end: '2025-01-01', credits: 3900, cycle: '2024-01-01' }),
    anEntry({ end: '2027-02-01', credits: 100, cycle: '2024-01-01' }),
  ];
  const dates = { end: day('2027-01-10'), savedOn: day(savedOn) };

  expect(cycleFor({ renewal, cycles: [{ cycle }, next], entries }, dates)).toBe(index);
});
