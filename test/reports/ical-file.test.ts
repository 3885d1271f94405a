import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { type CalendarEvent, calendarFile } from '../../src/reports/ical-file.ts';

const NOW = new Date('2026-03-31T12:00:00Z');
const PLAN: CalendarEvent = {
  id: 'r7',
  title: 'Zero trust; part 1, Übung',
  starts: day('2026-12-30'),
  ends: day('2026-12-31'),
  description: 'First line\nsecond line',
};
const textOf = (planned: readonly CalendarEvent[]) => new TextDecoder().decode(calendarFile(planned, { now: NOW }));
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

it('is a calendar even without plans', () => {
  expect(textOf([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\nEND:VCALENDAR\r\n$/u);
});

it('reads back as it was planned', () => {
  const [event] = eventsIn(textOf([PLAN]));

  expect(event?.uid).toBe('r7@recert');
  expect([event?.summary, event?.description]).toEqual([PLAN.title, PLAN.description]);
  expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-31T12:00:00Z');
});

it.each([
  ['2026-12-31', '2026-12-31', '2027-01-01'],
  ['2026-12-30', '2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-28', '2028-02-29'],
])('from %s to %s ends before %s, all day', (starts, ends, after) => {
  const [event] = eventsIn(textOf([{ ...PLAN, starts: day(starts), ends: day(ends) }]));

  expect(event?.startDate.isDate).toBe(true);
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([starts, after]);
});

it('has one event for each plan, in their order, and no empty description', () => {
  const text = textOf([PLAN, { ...PLAN, id: 'r8', description: '' }]);

  expect(eventsIn(text).map(({ uid }) => uid)).toEqual(['r7@recert', 'r8@recert']);
  expect(text.match(/^DESCRIPTION/gmu)).toHaveLength(1);
});
