import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { Retired } from '../../src/domain/certification.ts';
import { digestOf, memberStatusOf } from '../../src/domain/digest-content.ts';
import { nudgesFor } from '../../src/domain/nudge.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { headlineOf } from '../../src/views/pace-words.ts';
import { aCertification, aRenewal, known } from './rules.ts';

const cycle = { start: day('2026-03-01'), end: day('2027-02-28') };
const renewal = { kind: 'assessment', cycle: {}, how: 'an assessment' } as const;

function aHolding(retired: Retired, today: string) {
  const certification = aCertification({ renewal, retired: known(retired) });
  const standing = standingOf({ certification, cycle: { cycle }, entries: [] }, day(today), 7);
  return { certification, standing, inDebt: 0 };
}

function keysOn(retired: Retired, today: string): readonly string[] {
  const figures = { now: { rules: 'r', figures: 'f' } };
  const watched = {
    ...aHolding(retired, today),
    holdingId: 'h',
    addedOn: cycle.start,
    letsLapse: false,
    figures,
    step: 0,
  };
  const { topics } = nudgesFor([watched], { told: new Set(), mayEscalate: true }, day(today));
  return topics.map(({ key }) => key);
}

const RETIRED = { renewableUntil: day('2026-06-30'), replacedBy: ['AI-103'] };

describe('a retired certification', () => {
  it.each`
    today           | retired                                  | ends
    ${'2026-06-30'} | ${{ renewableUntil: day('2026-06-30') }} | ${false}
    ${'2026-07-01'} | ${{ renewableUntil: day('2026-06-30') }} | ${true}
    ${'2026-07-01'} | ${{ on: day('2026-06-30') }}             | ${false}
    ${'2026-07-01'} | ${{}}                                    | ${true}
  `('that is retired as $retired ends on its date on $today: $ends', ({ today, retired, ends }) => {
    const { standing } = aHolding(retired, today);

    expect('ending' in standing).toBe(ends);
  });

  it.each`
    today           | keys
    ${'2026-12-20'} | ${[]}
    ${'2027-01-29'} | ${['h expires 2027-02-28 30']}
    ${'2027-02-22'} | ${['h expires 2027-02-28 7']}
    ${'2027-03-05'} | ${[]}
  `('is named on $today as $keys, and never to be renewed', ({ today, keys }) => {
    expect(keysOn(RETIRED, today)).toEqual(keys);
  });

  it('is nudged for while it can be renewed', () => {
    expect(keysOn({ renewableUntil: day('2027-02-28') }, '2026-12-20')).toEqual(['h expires 2027-02-28 90']);
  });

  it('is still renewed by credits where only the day of its retirement is unknown', () => {
    const certification = aCertification({ renewal: aRenewal(), retired: known({}) });
    const standing = standingOf({ certification, cycle: { cycle }, entries: [] }, day('2026-07-01'), 7);

    expect('ending' in standing).toBe(false);
  });

  it('counts as met in the team, with its end among the deadlines', () => {
    const holding = aHolding(RETIRED, '2027-02-01');
    const member = { personId: 'p', name: 'P', isNamed: false, holdings: [holding] };

    expect(memberStatusOf(holding.standing)).toBe('met');
    expect(digestOf([member, { ...member }, { ...member }], day('2027-02-01')).deadlines).toMatchObject([
      { kind: 'expires', people: 3 },
    ]);
  });

  it.each`
    locale     | today           | says
    ${'en-GB'} | ${'2026-12-20'} | ${'ends on 28 Feb 2027, renewal is no longer possible; next: AI-103'}
    ${'en-GB'} | ${'2027-03-01'} | ${'ended on 28 Feb 2027, renewal is no longer possible; next: AI-103'}
    ${'de-DE'} | ${'2026-12-20'} | ${'läuft am 28. Feb. 2027 aus, Verlängerung nicht mehr möglich; Nachfolger: AI-103'}
  `('says on $today in $locale when it ends and what is next', ({ locale, today, says }) => {
    expect(headlineOf(aHolding(RETIRED, today).standing, wordsFor(locale), day(today))).toBe(says);
  });
});
