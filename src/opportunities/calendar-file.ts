import ICAL from 'ical.js';
import { instantIn } from '../domain/calendar.ts';
import type { RawItem } from './feed-opportunity.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';
import { zoneNamed } from './zone-names.ts';

/** Maximum occurrences of a recurring event, and how many days ahead they are read. */
const MAX_OCCURRENCES = 60;
const AHEAD_DAYS = 400;
const BEHIND_DAYS = 60;
/** Maximum iterations of a recurrence rule, because some never produce a date. */
const MAX_STEPS = 5000;
const DAY_MS = 86_400_000;

/** When a calendar is read, and the zone of times without one, unless the calendar states its own. */
interface CalendarReading {
  readonly now: Date;
  readonly zone?: string | undefined;
}

/** Parses an iCalendar file with the occurrences near `now`; returns undefined for any other text. */
export function parseCalendar(text: string, { now, zone = 'UTC' }: CalendarReading): RawFeed | undefined {
  if (!/^\ufeff?\s*BEGIN:VCALENDAR/iu.test(text)) return undefined;
  const zones = blocksOf('VTIMEZONE', text).flatMap((block) => componentOf(block) ?? []);
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  try {
    const own = zoneNamed(/^X-WR-TIMEZONE[^:\r\n]*:(.*)$/imu.exec(text)?.[1] ?? '');
    const reading = { now, zone: own ?? zone };
    const blocks = blocksOf('VEVENT', text);
    const events = latestVersions(blocks.slice(0, MAX_ITEMS).map(componentOf));
    // Changed occurrences come before their series, which contains the same time.
    const isException = (one: Component | undefined) => one?.hasProperty('recurrence-id') === true;
    const ordered = [...events.filter(isException), ...events.filter((one) => !isException(one))];
    const items = ordered.flatMap((one) => (one === undefined ? [{}] : itemsOf(one, reading)));
    return {
      title: /^X-WR-CALNAME[^:\r\n]*:(.*)$/imu.exec(text)?.[1]?.trim() ?? '',
      items: items.slice(0, MAX_ITEMS),
      beyond: Math.max(0, items.length - MAX_ITEMS) + Math.max(0, blocks.length - MAX_ITEMS),
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

/** Without those of which the calendar has a later version. */
function latestVersions(events: readonly (Component | undefined)[]): readonly (Component | undefined)[] {
  const latest = new Map<string, number>();
  for (const one of events)
    if (one !== undefined) latest.set(versionKey(one), Math.max(sequenceOf(one), latest.get(versionKey(one)) ?? 0));
  return events.filter((one) => one === undefined || sequenceOf(one) === latest.get(versionKey(one)));
}

function versionKey(one: Component): string {
  return `${one.getFirstPropertyValue('uid')} ${one.getFirstPropertyValue('recurrence-id') ?? ''}`;
}

function sequenceOf(one: Component): number {
  return Number(one.getFirstPropertyValue('sequence') ?? 0);
}

interface EventReading {
  readonly now: Date;
  readonly zone: string;
}

function itemsOf(component: Component, reading: EventReading): readonly RawItem[] {
  try {
    const event = new ICAL.Event(component);
    // An exception of a series is read as its own component.
    const about = aboutOf(component, event);
    if (String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED')
      return [{ ...about, isCancelled: true }];
    if (!event.isRecurring()) return [{ ...about, ...timesOf(event, toInstantOf(component, reading)) }];
    return recurring(event, about, { ...reading, toInstant: toInstantOf(component, reading) });
  } catch {
    return [{ title: undefined }];
  }
}

function recurring(
  event: InstanceType<typeof ICAL.Event>,
  about: RawItem,
  { now, toInstant }: EventReading & { readonly toInstant: ToInstant },
): readonly RawItem[] {
  const items: RawItem[] = [];
  const [from, until] = [now.getTime() - BEHIND_DAYS * DAY_MS, now.getTime() + AHEAD_DAYS * DAY_MS];
  const times = event.iterator();
  for (let step = 0; step < MAX_STEPS && items.length < MAX_OCCURRENCES; step += 1) {
    const next = times.next();
    if (next === undefined || next === null) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const at = toInstant(startDate).getTime();
    if (at > until) break;
    if (at < from) continue;
    const summary = item.summary ?? about.title;
    items.push({
      ...about,
      title: summary,
      key: `${event.uid} ${next.toString()}`,
      ...timesOf({ startDate, endDate }, toInstant),
    });
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

type Time = InstanceType<typeof ICAL.Time>;
type ToInstant = (time: Time) => Date;

/** All-day events have days but no duration; the end of a whole day is not included. */
function timesOf(
  { startDate, endDate }: { readonly startDate: Time; readonly endDate: Time | null },
  toInstant: ToInstant,
): Partial<RawItem> {
  if (!startDate.isDate) return { startsAt: toInstant(startDate), ...(endDate && { endsAt: toInstant(endDate) }) };
  const startsAt = startDate.toString();
  const last = endDate?.clone();
  last?.adjust(-1, 0, 0, 0);
  const lastDay = last?.toString() ?? startsAt;
  return lastDay > startsAt ? { startsAt, endsAt: lastDay } : { startsAt };
}

/**
 * Returns how the times of an event become instants: by the zone they name, of Windows or IANA; by the calendar's definition of it; or by the zone
 * of times without one. Never by the zone of the process.
 */
function toInstantOf(component: Component, { zone }: EventReading): ToInstant {
  const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const named = typeof tzid === 'string' ? zoneNamed(tzid) : undefined;
  const isDefined = typeof tzid === 'string' && ICAL.TimezoneService.has(tzid);
  return (time) => {
    const isUtc = time.zone === ICAL.Timezone.utcTimezone;
    if (isUtc || (named === undefined && isDefined)) return new Date(time.toUnixTime() * 1000);
    return instantIn(named ?? zone, localOf(time));
  };
}

function localOf({ year, month, day, hour, minute, second }: Time): string {
  const [date, clock] = [
    [month, day],
    [hour, minute, second],
  ].map((numbers) => numbers.map((number) => String(number).padStart(2, '0')));
  return `${String(year).padStart(4, '0')}-${date?.join('-')}T${clock?.join(':')}`;
}
