import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import { changesBetween } from '../../src/domain/rule-change.ts';
import { aCertification, anEntry, aRenewal, known, type RenewalInShort } from './rules.ts';

const cycle = { cycle: { start: day('2026-01-01'), end: day('2026-12-31') } };
const entries = [anEntry({ end: '2026-01-01', credits: 1000 })];
const rules = (over: RenewalInShort): Certification => aCertification({ renewal: aRenewal(over) });

function changes(before: Certification, after: Certification, tolerance = 0) {
  const options = { on: day('2026-01-02'), tolerance };
  return changesBetween({ certification: before, cycle, entries }, { before, after }, options).map((change) => [
    change.requirement.replace(/@.*$/u, ''),
    change.figure,
    change.before,
    change.after,
  ]);
}

it('names no figure when the rules are the same', () => {
  expect(changes(rules({}), rules({}))).toEqual([]);
});

it('names every figure that another total alters, and no other', () => {
  // 1,000 of 4,000 is a quarter of 365 days, of 2,000 a half; one day is over.
  expect(changes(rules({}), rules({ total: known(2000) }))).toEqual([
    ['total', 'required', 4000, 2000],
    ['total', 'delta', 90, 181],
  ]);
});

it('names the status when it changes', () => {
  expect(changes(rules({}), rules({ total: known(1000) }))).toEqual([
    ['total', 'required', 4000, 1000],
    ['total', 'delta', 90, 364],
    ['total', 'status', 'ahead', 'met'],
  ]);
  expect(changes(rules({}), rules({ total: known(2000) }), 100)).toContainEqual([
    'total',
    'status',
    'on-track',
    'ahead',
  ]);
});

it('has no figure on the side where a requirement does not exist', () => {
  const category = { code: 'a', name: 'A' };
  const without = rules({ categories: [category] });
  const minimum = rules({ categories: [{ ...category, minimum: known(500) }] });

  const added = changes(without, minimum).filter(([requirement]) => requirement !== 'total');
  const removed = changes(minimum, without).filter(([requirement]) => requirement !== 'total');

  expect(added.map(([, figure]) => figure)).toEqual(['required', 'counted', 'delta', 'status']);
  expect(added[0]?.slice(1)).toEqual(['required', undefined, 500]);
  expect(removed[0]?.slice(1)).toEqual(['required', 500, undefined]);
});

it('compares nothing of a certification that never expires', () => {
  const never = aCertification({ renewal: { kind: 'never-expires', certainty: 'O', sources: [] } });

  expect(changes(never, never)).toEqual([]);
  expect(changes(never, rules({})).map(([, , before]) => before)).toEqual([undefined, undefined, undefined, undefined]);
});
