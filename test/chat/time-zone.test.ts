import { expect, it } from 'vitest';
import { isoDateIn, isTimeZone } from '../../src/chat/time-zone.ts';

it.each([
  ['Pacific/Auckland', true],
  ['Mars/Olympus', false],
  ['', false],
  [null, false],
])('knows whether %j is a time zone', (zone, isKnown) => {
  expect(isTimeZone(zone)).toBe(isKnown);
});

it('gives the date of an instant where it is', () => {
  const instant = new Date('2026-03-31T23:30:00Z');

  expect([isoDateIn('UTC', instant), isoDateIn('Pacific/Auckland', instant)]).toEqual(['2026-03-31', '2026-04-01']);
});
