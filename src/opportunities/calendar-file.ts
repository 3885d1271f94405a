import ICAL from 'ical.js';
import type { RawItem } from './feed-opportunity.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';

/** Maximum occurrences of a recurring event, and how many days ahead they are read. */
const MAX_OCCURRENCES = 60;
const AHEAD_DAYS = 400;
const BEHIND_DAYS = 60;
/** Maximum iterations of a recurrence rule, because some never produce a date. */
const MAX_STEPS = 5000;
const DAY_MS = 86_400_000;

/** Parses an iCalendar file with the occurrences near `now`; returns undefined for any other text. */
export function parseCalendar(text: string, now: Date): RawFeed | undefined {
  if (!/^\ufeff?\s*BEGIN:VCALENDAR/iu.test(text)) return undefined;
  const zones = blocksOf('VTIMEZONE', text).flatMap((block) => componentOf(block) ?? []);
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  try {
    const events = blocksOf('VEVENT', text).slice(0, MAX_ITEMS).map(componentOf);
    // Changed occurrences come before their series, which contains the same time.
    const isException = (one: Component | undefined) => one?.hasProperty('recurrence-id') === true;
    const ordered = [...events.filter(isException), ...events.filter((one) => !isException(one))];
    const items = ordered.flatMap((one) => (one === undefined ? [{}] : itemsOf(one, now)));
    return {
      title: /^X-WR-CALNAME[^:\r\n]*:(.*)$/imu.exec(text)?.[1]?.trim() ?? '',
      items: items.slice(0, MAX_ITEMS),
    };
  } finally {
    for (const zone of zones) ICAL.TimezoneService.remove(String(zone.getFirstPropertyValue('tzid')));
  }
}

type Component = InstanceType<typeof ICAL.Component>;

/** Each is read alone, so that one that is broken stops no other. */
function blocksOf(name: string, text: string): readonly string[] {
  return text.match(new RegExp(`^BEGIN:${name}\\s[\\s\\S]*?^END:${name}\\s*$`, 'gimu')) ?? [];
}

function componentOf(block: string): Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(block));
  } catch {
    return undefined;
  }
}

function itemsOf(component: Component, now: Date): readonly RawItem[] {
  try {
    const event = new ICAL.Event(component);
    // An exception of a series is read as its own component.
    const about = aboutOf(component, event);
    if (String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return [];
    if (!event.isRecurring()) return [{ ...about, ...timesOf(event.startDate, event.endDate) }];
    return recurring(event, about, now);
  } catch {
    return [{ title: undefined }];
  }
}

function recurring(event: InstanceType<typeof ICAL.Event>, about: RawItem, now: Date): readonly RawItem[] {
  const items: RawItem[] = [];
  const [from, until] = [now.getTime() - BEHIND_DAYS * DAY_MS, now.getTime() + AHEAD_DAYS * DAY_MS];
  const times = event.iterator();
  for (let step = 0; step < MAX_STEPS && items.length < MAX_OCCURRENCES; step += 1) {
    const next = times.next();
    if (next === undefined || next === null) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const at = instantIn(startDate).getTime();
    if (at > until) break;
    if (at < from) continue;
    const summary = item.summary ?? about.title;
    items.push({ ...about, title: summary, key: `${event.uid} ${next.toString()}`, ...timesOf(startDate, endDate) });
  }
  return items;
}

function aboutOf(component: Component, event: InstanceType<typeof ICAL.Event>): RawItem {
  const organizer = component.getFirstProperty('organizer')?.getFirstParameter('cn');
  const exception = component.getFirstPropertyValue('recurrence-id');
  const key = exception === null ? event.uid : `${event.uid} ${String(exception)}`;
  const url = component.getFirstPropertyValue('url');
  const { summary, description } = event;
  const linked = /https?:\/\/[^\s<>"]+/u.exec(`${event.location ?? ''} ${description ?? ''}`)?.[0];
  return {
    key: key === '' ? undefined : key,
    title: summary ?? undefined,
    description: description ?? undefined,
    url: url === null ? linked : String(url),
    provider: typeof organizer === 'string' ? organizer : undefined,
  };
}

/** All-day events have a date but no duration. */
function timesOf(start: InstanceType<typeof ICAL.Time>, end: InstanceType<typeof ICAL.Time> | null): Partial<RawItem> {
  if (start.isDate) return { startsAt: start.toString() };
  return { startsAt: instantIn(start), ...(end === null ? {} : { endsAt: instantIn(end) }) };
}

/** A time without a zone is UTC, wherever the process runs; the library's own conversion would take the zone of the process. */
function instantIn(time: InstanceType<typeof ICAL.Time>): Date {
  return new Date(time.toUnixTime() * 1000);
}
