import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { cutToRoom, estimateCredits } from '../../src/domain/estimate.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const isc2 = { minutesPerCredit: known(60), step: known(25) };
const isaca = { minutesPerCredit: known(50), step: known(25) };
const comptia = { minutesPerCredit: known(60), step: known(100) };
const iiba = { minutesPerCredit: known(60), step: known(25), firstUnit: known(100) };
const unknownStep = { minutesPerCredit: known(60) };
const webinar = { kind: 'webinar', end: day('2026-03-01') } as const;

describe('an estimate', () => {
  it.each`
    body            | conversion     | minutes | low    | likely | high
    ${'ISC2'}       | ${isc2}        | ${60}   | ${100} | ${100} | ${100}
    ${'ISACA'}      | ${isaca}       | ${60}   | ${100} | ${100} | ${100}
    ${'CompTIA'}    | ${comptia}     | ${60}   | ${100} | ${100} | ${100}
    ${'ISC2'}       | ${isc2}        | ${45}   | ${75}  | ${75}  | ${75}
    ${'ISACA'}      | ${isaca}       | ${45}   | ${75}  | ${75}  | ${75}
    ${'IIBA'}       | ${iiba}        | ${45}   | ${0}   | ${0}   | ${0}
    ${'ISC2'}       | ${isc2}        | ${14}   | ${0}   | ${0}   | ${0}
    ${'ISC2'}       | ${isc2}        | ${120}  | ${200} | ${200} | ${200}
    ${'ISC2'}       | ${isc2}        | ${179}  | ${275} | ${275} | ${275}
    ${'ISC2'}       | ${isc2}        | ${180}  | ${275} | ${275} | ${300}
    ${'ISC2'}       | ${isc2}        | ${480}  | ${700} | ${700} | ${800}
    ${'an unknown'} | ${unknownStep} | ${105}  | ${100} | ${175} | ${175}
  `('of $minutes minutes at $body is $low – $likely – $high', ({ conversion, minutes, low, likely, high }) => {
    expect(estimateCredits({ conversion, activities: [] }, webinar, { minutes })).toEqual({ low, likely, high });
  });

  it('takes stated breaks instead of the usual ones', () => {
    expect(estimateCredits({ conversion: isc2, activities: [] }, webinar, { minutes: 240, breaks: 30 })).toEqual({
      low: 350,
      likely: 350,
      high: 400,
    });
  });

  it('is not made when the minutes per credit are unknown', () => {
    expect(estimateCredits({ conversion: {}, activities: [] }, webinar, { minutes: 60 })).toBeUndefined();
  });

  it('is cut to the room left under a cap, in whole steps', () => {
    const caps = [{ per: 'cycle', limit: known(1000), kinds: ['webinar'], name: 'webinars' } as const];
    const renewal = aRenewal({ caps });
    const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
    const entries = [anEntry({ end: '2026-01-01', credits: 890, kind: 'webinar' })];
    const on = day('2025-06-01');
    const activity = { kind: 'webinar', start: on, end: on, category: 'total', marks: [] } as const;

    const estimate = cutToRoom({ renewal, cycle, entries }, activity, { low: 100, likely: 200, high: 300 });

    expect(estimate).toEqual({ low: 100, likely: 100, high: 100 });
  });

  it.each`
    rate                        | minutes | likely | how
    ${{ perItem: 500 }}         | ${60}   | ${500} | ${'each is worth the same'}
    ${{ perItem: 500 }}         | ${8}    | ${0}   | ${'too short to be one'}
    ${{ percentOfTime: 500 }}   | ${60}   | ${500} | ${'five times the time'}
    ${{ minutesPerCredit: 30 }} | ${60}   | ${200} | ${'by minutes of its own'}
  `('of a kind with a rate of its own: $how', ({ rate, minutes, likely }) => {
    const teaching = { name: 'Teaching', kinds: ['webinar'], rate: known(rate) } as const;
    const other = { kind: 'course', end: webinar.end } as const;
    const rules = { conversion: isc2, activities: [teaching] };

    expect(estimateCredits(rules, webinar, { minutes })?.likely).toBe(likely);
    expect(estimateCredits(rules, other, { minutes: 60 })?.likely).toBe(100);
  });
});
