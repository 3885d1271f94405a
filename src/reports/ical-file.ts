import ICAL from 'ical.js';
import type { Day } from '../domain/calendar.ts';

/** An event over whole days, its first and its last one included. */
export interface CalendarEvent {
  /** Unique and the same whenever the same thing on the same days is written. */
  readonly id: string;
  readonly title: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly description: string;
}

/** What holds for a whole calendar. */
export interface CalendarOptions {
  /** When it was written. A calendar that is read again and again has the same bytes for the same instant. */
  readonly now: Date;
  /** The name that calendar programs show for a subscribed calendar. */
  readonly name?: string;
  /** How many days before each event to remind; never if absent. */
  readonly remindDays?: number | undefined;
}

/** How often calendar programs are asked to read a subscribed calendar again. */
const READ_EVERY = 'PT6H';

/** Events as an iCalendar file (RFC 5545); a calendar that has them already replaces them. */
export function calendarFile(events: readonly CalendarEvent[], options: CalendarOptions): Uint8Array {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//recert//plan//EN');
  if (options.name !== undefined) {
    calendar.updatePropertyWithValue('method', 'PUBLISH');
    calendar.updatePropertyWithValue('name', options.name);
    calendar.updatePropertyWithValue('x-wr-calname', options.name);
    const refresh = new ICAL.Property('refresh-interval', calendar);
    refresh.resetType('duration');
    refresh.setValue(ICAL.Duration.fromString(READ_EVERY));
    calendar.addProperty(refresh);
    calendar.updatePropertyWithValue('x-published-ttl', READ_EVERY);
  }
  for (const event of events) calendar.addSubcomponent(eventComponent(event, options));
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function eventComponent({ id, title, starts, ends, description }: CalendarEvent, { now, remindDays }: CalendarOptions) {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${id}@recert`);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  event.updatePropertyWithValue('sequence', 0);
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(starts));
  const after = ICAL.Time.fromDateString(ends);
  // The last day of an event is the first one without it.
  after.adjust(1, 0, 0, 0);
  event.updatePropertyWithValue('dtend', after);
  event.updatePropertyWithValue('summary', title);
  if (description !== '') event.updatePropertyWithValue('description', description);
  // A deadline doesn't make the day look busy.
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  if (remindDays !== undefined) event.addSubcomponent(reminderComponent(title, remindDays));
  return event;
}

function reminderComponent(title: string, remindDays: number) {
  const reminder = new ICAL.Component('valarm');
  reminder.updatePropertyWithValue('action', 'DISPLAY');
  reminder.updatePropertyWithValue('description', title);
  reminder.updatePropertyWithValue('trigger', ICAL.Duration.fromString(`-P${remindDays}D`));
  return reminder;
}
