import ICAL from 'ical.js';
import type { Day } from '../domain/calendar.ts';

/** A planned activity. */
export interface PlannedDay {
  readonly id: string;
  readonly title: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly description: string;
}

/** Plans as an iCalendar file, each on its days; a calendar that has them already replaces them. */
export function planCalendar(planned: readonly PlannedDay[], now: Date): Uint8Array {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//recert//plan//EN');
  for (const { id, title, starts, ends, description } of planned) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', `${id}@recert`);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
    event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(starts));
    const after = ICAL.Time.fromDateString(ends);
    // The last day of an event is the first one without it.
    after.adjust(1, 0, 0, 0);
    event.updatePropertyWithValue('dtend', after);
    event.updatePropertyWithValue('summary', title);
    if (description !== '') event.updatePropertyWithValue('description', description);
    calendar.addSubcomponent(event);
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}
