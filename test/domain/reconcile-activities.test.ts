import { describe, expect, it } from 'vitest';
import type { ReconciledActivity } from '../../src/domain/activity-comparison.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import { reconcileActivities } from '../../src/domain/reconcile-activities.ts';

const activity = (id: string, title: string, on: string, credits = 1, until = on): ReconciledActivity => ({
  id,
  title,
  start: day(on),
  end: day(until),
  claims: [{ certification: 'cissp', credits: credits * 100, parts: [] }],
});

type Found = ReturnType<typeof reconcileActivities<ReconciledActivity, ReconciledActivity>>;
const pairs = (list: Found['equal']) => list.map(({ there, here }) => `${there.id}=${here.id}`);
const listsOf = ({ equal, different, near, onlyThere, onlyHere }: Found) => ({
  equal: pairs(equal),
  different: pairs(different),
  near: pairs(near),
  onlyThere: onlyThere.map(({ id }) => id),
  onlyHere: onlyHere.map(({ id }) => id),
});
const NONE = { equal: [], different: [], near: [], onlyThere: [], onlyHere: [] };

describe('a reconciliation', () => {
  it.each`
    what                             | there                                                           | here                                                        | expected
    ${'equal but for case'}          | ${activity('t', 'Cloud Security!', '2026-04-20')}               | ${activity('h', 'cloud security', '2026-04-20')}            | ${{ equal: ['t=h'] }}
    ${'of other credits'}            | ${activity('t', 'Leading', '2026-04-20', 5)}                    | ${activity('h', 'Leading', '2026-04-20', 6)}                | ${{ different: ['t=h'] }}
    ${'a day apart'}                 | ${activity('t', 'Identity', '2026-10-02')}                      | ${activity('h', 'Identity', '2026-10-01')}                  | ${{ near: ['t=h'] }}
    ${'of day and month swapped'}    | ${activity('t', 'Identity', '2026-02-10')}                      | ${activity('h', 'Identity', '2026-10-02')}                  | ${{ near: ['t=h'] }}
    ${'a month apart'}               | ${activity('t', 'Chapter', '2026-10-02')}                       | ${activity('h', 'Chapter', '2026-09-02')}                   | ${{ onlyThere: ['t'], onlyHere: ['h'] }}
    ${'of nearly one title'}         | ${activity('t', 'Identity at the edge', '2026-10-02')}          | ${activity('h', 'Identity at the edges', '2026-10-02')}     | ${{ near: ['t=h'] }}
    ${'of a title inside the other'} | ${activity('t', 'Webinar: Identity at the edge', '2026-10-02')} | ${activity('h', 'Identity at the edge', '2026-10-02')}      | ${{ near: ['t=h'] }}
    ${'of another title on one day'} | ${activity('t', 'Identity', '2026-10-02')}                      | ${activity('h', 'Forensics', '2026-10-02')}                 | ${{ onlyThere: ['t'], onlyHere: ['h'] }}
    ${'of one more day'}             | ${activity('t', 'Congress', '2026-10-02', 1, '2026-10-04')}     | ${activity('h', 'Congress', '2026-10-02', 1, '2026-10-03')} | ${{ near: ['t=h'] }}
  `('of activities that are $what', ({ there, here, expected }) => {
    expect(listsOf(reconcileActivities([there], [here]))).toEqual({ ...NONE, ...expected });
  });

  it('compares only the last day where the portal has no first', () => {
    const there = { ...activity('t', 'Agile', '2026-02-12'), start: undefined };

    expect(
      listsOf(reconcileActivities([there], [activity('h', 'Agile', '2026-02-10', 1, '2026-02-12')])).equal,
    ).toEqual(['t=h']);
  });

  it('pairs what is alike first, and asks which of several is meant', () => {
    const there = [activity('t1', 'Chapter', '2026-10-02', 2), activity('t2', 'Chapter', '2026-10-02', 1)];
    const alike = [activity('h1', 'Chapter', '2026-10-02', 1), activity('h2', 'Chapter', '2026-10-02', 3)];
    const others = [activity('h1', 'Chapter', '2026-10-02', 5), activity('h2', 'Chapter', '2026-10-02', 3)];

    expect(listsOf(reconcileActivities(there, alike))).toEqual({ ...NONE, equal: ['t2=h1'], different: ['t1=h2'] });
    expect(listsOf(reconcileActivities(there, others)).different).toEqual([]);
    expect(listsOf(reconcileActivities(there, others)).near).toHaveLength(2);
  });

  it('follows what the member said of a pair', () => {
    const [there, here] = [activity('t', 'Identity', '2026-10-02'), activity('h', 'Identity', '2026-10-01')];
    const said = (verdict: 'same' | 'distinct') => [{ there: 't', here: 'h', verdict }];

    expect(listsOf(reconcileActivities([there], [here], { verdicts: said('same') }))).toEqual({
      ...NONE,
      different: ['t=h'],
    });
    expect(listsOf(reconcileActivities([there], [here], { verdicts: said('distinct') }))).toEqual({
      ...NONE,
      onlyThere: ['t'],
      onlyHere: ['h'],
    });
  });

  it.each([
    [10, 1],
    [11, 0],
  ])('compares nearly equal titles with %i records of a day: %i near', (count, near) => {
    const records = Array.from({ length: count }, (_, index) =>
      activity(`h${index}`, index === 0 ? 'Identity at the edges' : `${index * 7919} other`, '2026-10-02'),
    );

    expect(reconcileActivities([activity('t', 'Identity at the edge', '2026-10-02')], records).near).toHaveLength(near);
  });

  it('asks about each of many entries and records of one title and day', () => {
    const many = (prefix: string, credits: number) =>
      Array.from({ length: 30 }, (_, at) => activity(`${prefix}${at}`, 'Chapter', '2026-10-02', credits + at));

    const { near, onlyThere, onlyHere } = reconcileActivities(many('t', 1), many('h', 1000));

    expect(new Set(near.flatMap(({ there, here }) => [there.id, here.id])).size).toBe(60);
    expect([...onlyThere, ...onlyHere]).toEqual([]);
  });

  it('compares few of many: twice as many take twice as long', () => {
    const counted = { reads: 0 };
    const readsOf = (count: number) => {
      const make = (prefix: string) => (_: unknown, at: number) => {
        const one = activity(`${prefix}${at}`, `${prefix} ${at * 7919}`, addDays(day('2020-01-01'), at % 2000));
        const { end } = one;
        return Object.defineProperty({ ...one }, 'end', {
          get: () => {
            counted.reads += 1;
            return end;
          },
        });
      };
      const lists = [
        Array.from({ length: count }, make('there')),
        Array.from({ length: count }, make('here')),
      ] as const;
      counted.reads = 0;
      reconcileActivities(...lists);
      return counted.reads;
    };

    expect(readsOf(2000) / readsOf(1000)).toBeLessThan(3);
  });

  it('tells credits from the categories that they are in', () => {
    const claim = (credits: number, ...parts: readonly (readonly [string, number])[]) => ({
      ...activity('x', 'Agile', '2026-02-12'),
      claims: [
        { certification: 'pmp', credits, parts: parts.map(([category, part]) => ({ category, credits: part })) },
      ],
    });
    const fieldsOf = (there: ReconciledActivity, here: ReconciledActivity) => {
      const { different } = reconcileActivities([there], [here]);
      return different[0]?.differences.map(({ field }) => field);
    };

    expect(fieldsOf(claim(20, ['w', 18], ['p', 2]), claim(20, ['w', 20]))).toEqual(['categories']);
    expect(fieldsOf(claim(18, ['w', 18]), claim(20, ['w', 20]))).toEqual(['credits']);
    expect(fieldsOf(claim(20), claim(20, ['w', 20]))).toBeUndefined();
  });

  it('has every entry and every record in exactly one list, in whatever order they come', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(seed / 65_536) % below;
    };
    const some = (prefix: string) =>
      Array.from({ length: random(12) }, (_, index) =>
        activity(`${prefix}${index}`, `Title number ${random(3)}`, `2026-10-0${1 + random(5)}`, 1 + random(2)),
      );
    for (let round = 0; round < 200; round += 1) {
      const [there, here] = [some('t'), some('h')];
      const { equal, different, near, onlyThere, onlyHere } = reconcileActivities(there, here);
      const matched = [...equal, ...different, ...near];
      const back = reconcileActivities([...there].reverse(), [...here].reverse());

      expect([...matched.map((pair) => pair.there), ...onlyThere].map(({ id }) => id).sort()).toEqual(
        there.map(({ id }) => id).sort(),
      );
      expect([...matched.map((pair) => pair.here), ...onlyHere].map(({ id }) => id).sort()).toEqual(
        here.map(({ id }) => id).sort(),
      );
      expect(back.equal).toHaveLength(equal.length);
      expect(back.near).toHaveLength(near.length);
    }
  });
});
