import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/calendar.ts';
import type { Certification, ExamRenewal } from '../../src/domain/certification.ts';
import {
  atRisk,
  type DigestMember,
  daysLeftOf,
  digestOf,
  type MemberStanding,
  memberStatusOf,
  worstStatusOf,
} from '../../src/domain/digest-content.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { aCertification, anEntry, aRenewal, known } from './rules.ts';

const TODAY = day('2026-07-01');
const exam: ExamRenewal = {
  kind: 'exam',
  cycle: { anchor: known('certified'), months: known(36) },
  opensBefore: known({ months: 6 }),
  how: 'Pass the exam.',
};
const lifelong = { kind: 'never-expires', certainty: 'O', sources: [] } as const;

/** A certification that ends on a day, with credits earned on 1 June 2026. */
function held(end: string, credits = 0, over: Partial<Certification> = {}, inDebt = 0): MemberStanding {
  const certification = aCertification(over);
  const cycle = { cycle: { start: day('2025-01-01'), end: day(end) } };
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits })];
  return { certification, standing: standingOf({ certification, cycle, entries }, TODAY, 7), inDebt };
}
const member = (name: string, holdings: readonly MemberStanding[], isNamed = false): DigestMember => ({
  personId: name,
  name,
  isNamed,
  holdings,
});

describe('the status of one certification', () => {
  it.each([
    ['credits are missing after the end', held('2026-06-30', 100), 'missed', 0],
    ['credits are behind', held('2027-12-31', 100), 'behind', 549],
    ['credits are even', held('2027-12-31', 2000), 'on-track', 549],
    ['credits are ahead', held('2027-12-31', 3000), 'ahead', 549],
    ['credits are complete', held('2027-12-31', 4000), 'met', undefined],
    ['the exam is more than 90 days away', held('2026-09-29', 0, { renewal: exam }), 'on-track', 91],
    ['the exam is at most 90 days away', held('2026-09-28', 0, { renewal: exam }), 'behind', 90],
    ['the exam is over', held('2026-06-30', 0, { renewal: exam }), 'missed', 0],
    [
      'the exam is over, but may be taken late',
      held('2026-06-30', 0, { renewal: { ...exam, closesAfter: known({ days: 30 }) } }),
      'behind',
      0,
    ],
    ['it never expires', held('2027-12-31', 0, { renewal: lifelong }), 'met', undefined],
  ])('%s', (_what, { standing }, status, left) => {
    expect(memberStatusOf(standing)).toBe(status);
    expect(daysLeftOf(standing)).toBe(left);
  });
});

describe('a member', () => {
  it.each([
    [[], 'nothing'],
    [[held('2027-12-31', 4000)], 'met'],
    [[held('2027-12-31', 4000), held('2027-12-31', 2000)], 'on-track'],
    [[held('2027-12-31', 3000), held('2027-12-31', 100), held('2026-06-30', 100)], 'missed'],
  ])('has the worst status of their certifications', (holdings, expected) => {
    expect(worstStatusOf({ holdings })).toBe(expected);
  });

  it('is at risk with what is behind or missed, the most urgent first', () => {
    const [late, later, fine] = [held('2027-01-31', 100), held('2027-12-31', 100), held('2027-12-31', 4000)];

    expect(atRisk([later, fine, late])).toEqual([late, later]);
  });
});

describe('the digest of a team', () => {
  const behind = held('2026-09-20', 100, {}, 300);
  const met = held('2026-09-20', 4000);

  it('has no counts, deadlines or debt for fewer than three people', () => {
    const digest = digestOf([member('Ana', [behind], true), member('Bo', [behind])], TODAY);

    expect(digest).toEqual({
      people: 2,
      named: [{ personId: 'Ana', name: 'Ana', holdings: [behind] }],
      deadlines: [],
      debt: [],
    });
  });

  it('counts each member once and adds up debt by unit, the largest first', () => {
    const hours = aRenewal({ unit: { one: 'hour', many: 'hours' } });
    const other = held('2027-12-31', 3000, { renewal: hours }, 1000);
    const team = [
      ...['Ana', 'Bo', 'Cy'].map((name) => member(name, [other, behind])),
      ...['Di', 'Ed', 'Flo'].map((name) => member(name, [])),
    ];
    const { counts, debt, people } = digestOf(team, TODAY);

    expect(people).toBe(6);
    expect(counts).toEqual({ missed: 0, behind: 3, 'on-track': 0, ahead: 0, met: 0, nothing: 3 });
    expect(debt.map(({ unit, credits }) => [unit.many, credits])).toEqual([
      ['hours', 3000],
      ['CPE', 900],
    ]);
  });

  it('lists the deadlines of the next 90 days, with the number of people who have them', () => {
    const far = held('2026-09-30', 100);
    const near = held('2026-09-29', 100);
    const threeTimes = (name: string, holdings: readonly MemberStanding[]) =>
      [1, 2, 3].map((index) => member(`${name} ${index}`, holdings));
    const team = [
      ...threeTimes('Ana', [behind]),
      ...threeTimes('Bo', [met]),
      ...threeTimes('Chi', [far, near]),
      member('Dee', [held('2026-08-31', 100)]),
      member('Eli', [held('2026-09-01', 100)], true),
    ];
    const days = digestOf(team, TODAY).deadlines.map(({ day: on, kind, people }): [Day, string, number] => [
      on,
      kind,
      people,
    ]);

    expect(days).toEqual([
      ['2026-09-01', 'earn', 1],
      ['2026-09-01', 'expires', 1],
      ['2026-09-20', 'earn', 3],
      ['2026-09-20', 'expires', 6],
      ['2026-09-29', 'earn', 3],
      ['2026-09-29', 'expires', 3],
    ]);
  });

  const ahead = held('2027-12-31', 3000);
  const even = held('2027-12-31', 2000);

  it.each<[string, readonly (readonly [MemberStanding | undefined, number, number])[], unknown]>([
    [
      'all statuses of three and more',
      [
        [behind, 3, 0],
        [even, 3, 0],
      ],
      { behind: 3, 'on-track': 3 },
    ],
    [
      'one person who agreed',
      [
        [behind, 0, 1],
        [even, 3, 0],
      ],
      { behind: 1, 'on-track': 3 },
    ],
    [
      'one who agreed beside one who didn’t',
      [
        [behind, 1, 1],
        [even, 3, 0],
      ],
      undefined,
    ],
    [
      'on pace or not, where a finer status is rare',
      [
        [behind, 3, 0],
        [even, 2, 0],
        [ahead, 1, 0],
      ],
      { good: 3, holders: 6 },
    ],
    [
      'nothing where the rest is rare',
      [
        [behind, 1, 0],
        [even, 5, 0],
      ],
      undefined,
    ],
    [
      'nothing where people without certifications are rare',
      [
        [even, 5, 0],
        [undefined, 2, 0],
      ],
      undefined,
    ],
  ])('counts %s', (_what, groups, expected) => {
    const team = groups.flatMap(([holding, unnamed, named], group) =>
      Array.from({ length: unnamed + named }, (_, index) =>
        member(`${group} ${index}`, holding === undefined ? [] : [holding], index >= unnamed),
      ),
    );
    const { counts, onPace } = digestOf(team, TODAY);
    const positive = counts && Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

    expect(positive ?? onPace).toEqual(expected);
  });

  it('says no debt of one or two people', () => {
    const team = [member('Ana', [behind]), member('Bo', [behind]), member('Cy', [met]), member('Di', [met])];

    expect(digestOf(team, TODAY).debt).toEqual([]);
  });
});
