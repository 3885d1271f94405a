import { expect, it } from 'vitest';
import { allDayInstant, opportunityDay } from '../../src/domain/opportunity-day.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { startText } from '../../src/views/opportunity-item.ts';

const day = { startsAt: allDayInstant('2026-12-01'), isAllDay: true };
const hour = { startsAt: new Date('2026-12-01T23:30:00Z') };

it.each([
  ['America/Los_Angeles', '2026-12-01', '2026-12-01', '15:30'],
  ['Europe/Berlin', '2026-12-01', '2026-12-02', '00:30'],
  ['Pacific/Auckland', '2026-12-01', '2026-12-02', '12:30'],
])('an event without an hour is on its day in %s, too, and shows none', (zone, dayOnly, withHour, clock) => {
  const words = wordsFor('en-GB');

  expect(opportunityDay(day, zone)).toBe(dayOnly);
  expect(opportunityDay(hour, zone)).toBe(withHour);
  expect(startText(day, zone, words)).toBe('1 Dec 2026');
  expect(startText(hour, zone, words)).toContain(clock);
  expect(opportunityDay({}, zone)).toBeUndefined();
  expect(startText({}, zone, words)).toBe('');
});
