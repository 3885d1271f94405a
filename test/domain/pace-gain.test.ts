import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import { paceGains, scoreGains } from '../../src/domain/pace-gain.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const CYCLE = { start: day('2026-01-01'), end: day('2028-12-31') };
const ON = day('2026-07-01');

/** The standing with one entry for each number of credits. */
function standing(credits: readonly number[], renewal: CreditRenewal = aRenewal(), on = ON) {
  const entries = credits.map((one) => anEntry({ end: '2026-06-01', credits: one }));
  return creditStanding({ renewal, cycle: { cycle: CYCLE }, entries }, on, 0);
}

describe('what one more activity gains', () => {
  it.each`
    before  | more    | credits | remaining | closes
    ${0}    | ${500}  | ${500}  | ${4000}   | ${false}
    ${1000} | ${500}  | ${500}  | ${3000}   | ${false}
    ${3600} | ${399}  | ${399}  | ${400}    | ${false}
    ${3600} | ${400}  | ${400}  | ${400}    | ${true}
    ${3600} | ${9000} | ${400}  | ${400}    | ${true}
  `('with $before counted and $more more is $credits of $remaining', ({ before, more, credits, remaining, closes }) => {
    const gains = paceGains(standing([before]), standing([before, more]));

    expect(gains).toMatchObject([{ credits, remaining, closes }]);
  });

  it('is nothing when the requirement is met, or when nothing is added', () => {
    expect(paceGains(standing([4000]), standing([4000, 100]))).toEqual([]);
    expect(paceGains(standing([100]), standing([100]))).toEqual([]);
  });

  it('is counted in days ahead', () => {
    const [before, after] = [standing([0]), standing([400])];

    const [gain] = paceGains(before, after);

    // A tenth of 1,096 days.
    expect(gain?.days).toBe(109);
    expect(gain?.pace).toBe(before.paces[0]);
  });

  it('is urgent as of today, whatever the day of the activity', () => {
    const today = standing([0], aRenewal(), day('2026-03-01'));

    expect(paceGains(standing([0]), standing([400]), today)[0]?.pace).toBe(today.paces[0]);
  });

  it('leaves out requirements that are not hard or have not begun', () => {
    const soft = aRenewal({ yearly: [{ amount: known(1000), severity: 'suggested' }] });

    const gains = paceGains(standing([0], soft), standing([500], soft));

    expect(gains.map(({ pace }) => pace.requirement.code)).toEqual(['total']);
  });

  it('is one part for each hard requirement in force', () => {
    const hard = aRenewal({ yearly: [{ amount: known(1000), severity: 'hard' }] });

    const gains = paceGains(standing([0], hard), standing([500], hard));

    expect(gains.map(({ pace, credits }) => [pace.requirement.code, credits])).toEqual([
      ['total', 500],
      ['yearly-all', 500],
    ]);
  });
});

describe('the score', () => {
  const [pace] = standing([0]).paces;
  const scoreOf = (over: { delta: number; daysLeft: number; credits: number; remaining?: number }) => {
    if (pace === undefined) throw new Error('The standing has no pace.');
    const { delta, daysLeft, credits, remaining = 1000 } = over;
    return scoreGains([{ pace: { ...pace, delta, daysLeft }, credits, remaining, closes: false, days: 0 }]);
  };

  it.each`
    delta | daysLeft | credits | score   | because
    ${0}  | ${90}    | ${1000} | ${1500} | ${'it closes what is due in 90 days'}
    ${0}  | ${0}     | ${1000} | ${2000} | ${'it closes what is due today'}
    ${0}  | ${-5}    | ${1000} | ${2000} | ${'being late is no more urgent than today'}
    ${0}  | ${90}    | ${500}  | ${1125} | ${'half of it counts three quarters'}
    ${0}  | ${90}    | ${5000} | ${1500} | ${'more than enough counts as enough'}
    ${-1} | ${90}    | ${1000} | ${3000} | ${'it is behind'}
    ${9}  | ${90}    | ${1000} | ${1500} | ${'being ahead changes nothing'}
    ${0}  | ${810}   | ${1000} | ${1100} | ${'it is far away'}
  `('is $score, because $because', ({ delta, daysLeft, credits, score }) => {
    expect(scoreOf({ delta, daysLeft, credits })).toBe(score);
  });

  it('of nothing is 0', () => {
    expect(scoreGains([])).toBe(0);
  });

  it('adds up over the requirements', () => {
    if (pace === undefined) throw new Error('The standing has no pace.');
    const gain = { pace: { ...pace, delta: 0, daysLeft: 90 }, credits: 5, remaining: 5, closes: true, days: 1 };

    expect(scoreGains([gain, gain])).toBe(3000);
  });
});
