import { describe, expect, it } from 'vitest';
import { bindingOf } from '../../src/domain/binding-requirement.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Pace, PaceStatus } from '../../src/domain/pace.ts';
import { aRequirement } from './rules.ts';

const TODAY = day('2026-11-23');

interface PaceInShort extends Partial<Pick<Pace, 'delta' | 'remaining' | 'hasBegun'>> {
  readonly end?: string;
  readonly lastDay?: string;
  readonly place?: number;
}

function aPace(id: string, status: PaceStatus, over: PaceInShort = {}): Pace {
  const { end = '2027-12-31', lastDay = end, place = 0, ...rest } = over;
  return {
    requirement: { ...aRequirement({ start: '2025-01-01', end, lastDay, required: 4000 }), id, place },
    ...{ counted: 0, days: 1095, elapsed: 691, reached: 0, delta: 0, remaining: 4000, daysLeft: 404, slack: 28 },
    ...{ hasBegun: true, forecast: { kind: 'nothing-earned' }, status, ...rest },
  };
}

function bound(...paces: readonly Pace[]): readonly (string | undefined)[] {
  return [paces, paces.toReversed()].map((list) => bindingOf(list, TODAY)?.requirement.id);
}

describe('the binding requirement, while something can be done', () => {
  it.each<[string, Pace, Pace]>([
    ['behind before on track', aPace('a', 'behind'), aPace('b', 'on-track', { end: '2026-12-31', delta: -18 })],
    ['on track before ahead', aPace('a', 'on-track'), aPace('b', 'ahead', { end: '2026-12-31' })],
    ['ahead before missed', aPace('a', 'ahead', { delta: 200 }), aPace('b', 'missed', { delta: -9 })],
    ['ahead before met', aPace('a', 'ahead', { delta: 200 }), aPace('b', 'met', { delta: 9 })],
    [
      'of one status the earliest last day',
      aPace('a', 'behind', { end: '2026-12-31', delta: -20 }),
      aPace('b', 'behind', { end: '2027-12-31', delta: -400 }),
    ],
    [
      'the last day of the grace, not of the window',
      aPace('a', 'behind', { end: '2027-12-31' }),
      aPace('b', 'behind', { end: '2027-12-31', lastDay: '2028-03-30', delta: -400 }),
    ],
    ['of one last day the smallest delta', aPace('a', 'behind', { delta: -30 }), aPace('b', 'behind', { delta: -29 })],
    [
      'of one delta the larger remainder',
      aPace('a', 'behind', { remaining: 200, place: 1 }),
      aPace('b', 'behind', { remaining: 100 }),
    ],
    ['of one remainder the total', aPace('a', 'behind', { place: -1 }), aPace('b', 'behind', { place: 0 })],
    ['else the first in the catalogue', aPace('a', 'behind', { place: 1 }), aPace('b', 'behind', { place: 2 })],
  ])('is %s', (_why, a, b) => {
    expect(bound(a, b)).toEqual(['a', 'a']);
  });
});

describe('the binding requirement, when nothing can be done any more', () => {
  it.each<[string, Pace, Pace]>([
    ['missed before met', aPace('a', 'missed'), aPace('b', 'met', { delta: -9 })],
    [
      'the one missed last',
      aPace('a', 'missed', { end: '2026-06-30', remaining: 100 }),
      aPace('b', 'missed', { end: '2025-12-31', remaining: 900 }),
    ],
    [
      'the larger remainder of one day',
      aPace('a', 'missed', { remaining: 900, delta: -1, place: 1 }),
      aPace('b', 'missed', { remaining: 100, delta: -9 }),
    ],
    ['else the first in the catalogue', aPace('a', 'missed', { place: 1 }), aPace('b', 'missed', { place: 2 })],
  ])('is %s', (_why, a, b) => {
    expect(bound(a, b)).toEqual(['a', 'a']);
  });
});

describe('the binding requirement, when all is met', () => {
  it.each<[string, Pace, Pace]>([
    [
      'one whose window is not over',
      aPace('a', 'met', { delta: 400 }),
      aPace('b', 'met', { end: '2026-11-22', delta: -90 }),
    ],
    [
      'one whose window ends today',
      aPace('a', 'met', { end: '2026-11-23', delta: 400 }),
      aPace('b', 'met', { end: '2026-11-22', delta: -90 }),
    ],
    [
      'the smallest delta',
      aPace('a', 'met', { delta: 1, end: '2027-12-31' }),
      aPace('b', 'met', { delta: 2, end: '2026-12-31' }),
    ],
    [
      'the earliest end of one delta',
      aPace('a', 'met', { end: '2026-12-31', lastDay: '2028-12-31', place: 1 }),
      aPace('b', 'met', { end: '2027-12-31' }),
    ],
    ['else the first in the catalogue', aPace('a', 'met', { place: -1 }), aPace('b', 'met', { place: 2 })],
    [
      'one that is over where no other is there',
      aPace('a', 'met', { end: '2025-12-31', delta: 0 }),
      aPace('b', 'met', { hasBegun: false, delta: -3 }),
    ],
  ])('is %s', (_why, a, b) => {
    expect(bound(a, b)).toEqual(['a', 'a']);
  });
});

it('is nothing before any window has begun, also of what is met already', () => {
  expect(bindingOf([], TODAY)).toBeUndefined();
  expect(bindingOf([aPace('a', 'not-started', { hasBegun: false })], TODAY)).toBeUndefined();
  expect(bindingOf([aPace('a', 'met', { hasBegun: false })], TODAY)).toBeUndefined();
});
