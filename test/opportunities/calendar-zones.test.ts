import { expect, it } from 'vitest';
import { parseCalendar } from '../../src/opportunities/calendar-file.ts';
import { readSource } from '../../src/opportunities/read-source.ts';

const now = new Date('2026-11-29T12:00:00Z');
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:A', ...lines, 'END:VEVENT'];
const calendar = (...lines: readonly string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const read = (text: string) => parseCalendar(text, { now, zone: 'Europe/Berlin' })?.items ?? [];

it.each([
  ['DTSTART;TZID=W. Europe Standard Time:20261210T150000', '2026-12-10T14:00:00.000Z'],
  ['DTSTART;TZID=America/New_York:20261210T150000', '2026-12-10T20:00:00.000Z'],
  ['DTSTART;TZID="Europe/Berlin":20270401T100000', '2027-04-01T08:00:00.000Z'],
  ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20261210T150000', '2026-12-10T14:00:00.000Z'],
  ['DTSTART;TZID=Nowhere Time:20261210T150000', '2026-12-10T14:00:00.000Z'],
  ['DTSTART:20261210T150000Z', '2026-12-10T15:00:00.000Z'],
  ['DTSTART:20261210T150000', '2026-12-10T14:00:00.000Z'],
])('%s is %s', (line, expected) => {
  const [item] = read(calendar(...event(line)));

  expect(item?.startsAt).toEqual(new Date(expected));
});

it('takes a time without a zone for one of the calendar', () => {
  const [item] = read(calendar('X-WR-TIMEZONE:America/Chicago', ...event('DTSTART:20261210T150000')));

  expect(item?.startsAt).toEqual(new Date('2026-12-10T21:00:00Z'));
});

it('takes the latest version of an event, and marks a cancelled one', () => {
  const first = event('SEQUENCE:0', 'DTSTART:20261214T150000Z');
  const second = event('SEQUENCE:2', 'DTSTART:20261215T150000Z', 'STATUS:CANCELLED');

  expect(read(calendar(...first, ...second))).toMatchObject([{ isCancelled: true }]);
});

it('does not include the end of whole days', () => {
  const days = event('DTSTART;VALUE=DATE:20261214', 'DTEND;VALUE=DATE:20261217');

  expect(read(calendar(...days))).toMatchObject([{ startsAt: '2026-12-14', endsAt: '2026-12-16' }]);
});

it('reads a letter in which a line is folded', () => {
  const bytes = Buffer.from(calendar(...event('DTSTART:20261210T150000Z')).replace('SUMMARY:A', 'SUMMARY:Für Prüfer'));
  const at = bytes.indexOf('Fü') + 2;
  const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
  const defaults = { provider: '', kind: 'other', delivery: '' } as const;

  expect(readSource({ bytes: folded, now }, defaults).opportunities.map(({ title }) => title)).toEqual(['Für Prüfer']);
});
