import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContactHours,
  dueOccurrence,
  isWithinContactHours,
  latestOccurrence,
  nextContactTime,
  nextContactTimeTomorrow,
  nextOccurrence,
  weekOf,
} from '../../src/domain/weekly-schedule.ts';

const ZONES = [
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Cairo',
  'Europe/Berlin',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'Pacific/Honolulu',
];

describe('the slot of a week', () => {
  it.each`
    zone                     | weekday | hour  | now                       | week          | at
    ${'Europe/Berlin'}       | ${1}    | ${9}  | ${'2026-11-23T08:00:00Z'} | ${'2026-W48'} | ${'2026-11-23T08:00:00Z'}
    ${'Europe/Berlin'}       | ${1}    | ${9}  | ${'2026-11-23T07:59:59Z'} | ${'2026-W47'} | ${'2026-11-16T08:00:00Z'}
    ${'Europe/Berlin'}       | ${1}    | ${9}  | ${'2026-07-06T07:00:00Z'} | ${'2026-W28'} | ${'2026-07-06T07:00:00Z'}
    ${'Europe/Berlin'}       | ${7}    | ${2}  | ${'2026-03-29T00:59:59Z'} | ${'2026-W12'} | ${'2026-03-22T01:00:00Z'}
    ${'Europe/Berlin'}       | ${7}    | ${2}  | ${'2026-03-29T01:00:00Z'} | ${'2026-W13'} | ${'2026-03-29T01:00:00Z'}
    ${'Europe/Berlin'}       | ${7}    | ${2}  | ${'2026-10-25T00:00:00Z'} | ${'2026-W43'} | ${'2026-10-25T00:00:00Z'}
    ${'Europe/Berlin'}       | ${7}    | ${2}  | ${'2026-10-25T01:30:00Z'} | ${'2026-W43'} | ${'2026-10-25T00:00:00Z'}
    ${'Pacific/Auckland'}    | ${1}    | ${9}  | ${'2026-11-22T20:00:00Z'} | ${'2026-W48'} | ${'2026-11-22T20:00:00Z'}
    ${'America/Los_Angeles'} | ${5}    | ${16} | ${'2027-01-02T00:00:00Z'} | ${'2026-W53'} | ${'2027-01-02T00:00:00Z'}
  `('of $zone at $now is $week', ({ zone, weekday, hour, now, week, at }) => {
    const schedule = latestOccurrence({ zone, weekday, hour }, new Date(now));

    expect(schedule).toEqual({ week, at: new Date(at) });
  });

  it('comes exactly once a week for two years, whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        (zone, weekday, hour) => {
          let at = new Date('2025-12-31T12:00:00Z');
          const weeks = new Set<string>();
          for (let turn = 0; turn < 105; turn += 1) {
            const next = nextOccurrence({ zone, weekday, hour }, at);
            const gap = next.at.getTime() - at.getTime();
            expect(gap).toBeGreaterThan(0);
            if (turn > 0) expect(Math.abs(gap - 7 * 86_400_000)).toBeLessThanOrEqual(3_600_000);
            expect(latestOccurrence({ zone, weekday, hour }, next.at)).toEqual(next);
            weeks.add(next.week);
            at = next.at;
          }
          expect(weeks.size).toBe(105);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is due once, and once only for whoever slept through several', () => {
    const schedule = { zone: 'Europe/Berlin', weekday: 1, hour: 9 };
    const since = new Date('2026-11-01T00:00:00Z');
    const late = new Date('2026-11-26T12:00:00Z');

    expect(dueOccurrence(schedule, { since }, late)?.week).toBe('2026-W48');
    expect(dueOccurrence(schedule, { since, lastWeek: '2026-W45' }, late)?.week).toBe('2026-W48');
    expect(dueOccurrence(schedule, { since, lastWeek: '2026-W48' }, late)).toBeUndefined();
    expect(dueOccurrence(schedule, { since: late }, late)).toBeUndefined();
  });

  it('is not due again after a clock went back', () => {
    const schedule = { zone: 'UTC', weekday: 1, hour: 9 };
    const since = new Date('2026-11-01T00:00:00Z');

    expect(dueOccurrence(schedule, { since, lastWeek: '2027-W10' }, new Date('2026-11-26T12:00:00Z'))).toBeUndefined();
  });

  it('names the week on the clock of the zone', () => {
    expect(weekOf('Pacific/Auckland', new Date('2026-11-22T12:00:00Z'))).toBe('2026-W48');
    expect(weekOf('UTC', new Date('2026-11-22T12:00:00Z'))).toBe('2026-W47');
  });
});

describe('a good time to tell somebody something', () => {
  const berlin: ContactHours = { zone: 'Europe/Berlin', workDays: [1, 2, 3, 4, 5], from: 9, until: 18 };

  it.each`
    now                       | welcome  | next
    ${'2026-11-23T07:59:59Z'} | ${false} | ${'2026-11-23T08:00:00Z'}
    ${'2026-11-23T08:00:00Z'} | ${true}  | ${'2026-11-23T08:00:00Z'}
    ${'2026-11-23T16:59:59Z'} | ${true}  | ${'2026-11-23T16:59:59Z'}
    ${'2026-11-23T17:00:00Z'} | ${false} | ${'2026-11-24T08:00:00Z'}
    ${'2026-11-27T17:00:00Z'} | ${false} | ${'2026-11-30T08:00:00Z'}
    ${'2026-03-28T12:00:00Z'} | ${false} | ${'2026-03-30T07:00:00Z'}
  `('at $now: $welcome, and next $next', ({ now, welcome, next }) => {
    expect(isWithinContactHours(berlin, new Date(now))).toBe(welcome);
    expect(nextContactTime(berlin, new Date(now))).toEqual(new Date(next));
  });

  it('is tomorrow for whoever was told something today', () => {
    expect(nextContactTimeTomorrow(berlin, new Date('2026-11-27T09:00:00Z'))).toEqual(new Date('2026-11-30T08:00:00Z'));
  });

  it('is always one in their hours on a working day, and the first there is', () => {
    const contactHours = fc.record({
      zone: fc.constantFrom(...ZONES),
      workDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 2, max: 24 }),
    });
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(contactHours, instants, ({ length, ...rest }, now) => {
        const mine = { ...rest, until: Math.min(24, rest.from + length) };
        if (mine.until <= mine.from) return;
        const next = nextContactTime(mine, now);
        expect(isWithinContactHours(mine, next)).toBe(true);
        for (let at = now.getTime(); at < next.getTime(); at += 1_800_000)
          expect(isWithinContactHours(mine, new Date(at))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
