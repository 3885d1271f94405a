import { Temporal } from 'temporal-polyfill';
import { calendarZone } from './calendar.ts';

/** When something happens every week, on the clock of a zone. */
export interface WeeklySchedule {
  /** An IANA time zone. */
  readonly zone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** A full hour, 0 to 23. */
  readonly hour: number;
}

/** One week's slot: its ISO week, `2026-W48`, and the instant at which it begins. */
export interface WeeklyOccurrence {
  readonly week: string;
  readonly at: Date;
}

/**
 * The latest slot at or before an instant. An hour that the clock skips is taken up at the next that there is, and of one that it goes
 * through twice the first counts: every ISO week has exactly one slot.
 */
export function latestOccurrence(schedule: WeeklySchedule, now: Date): WeeklyOccurrence {
  const today = zoned(schedule.zone, now).toPlainDate();
  const date = today.subtract({ days: (today.dayOfWeek - schedule.weekday + 7) % 7 });
  const time = occurrenceOn(date, schedule);
  return time.at <= now ? time : occurrenceOn(date.subtract({ days: 7 }), schedule);
}

/** The first slot after an instant. */
export function nextOccurrence(schedule: WeeklySchedule, now: Date): WeeklyOccurrence {
  const today = zoned(schedule.zone, now).toPlainDate();
  const date = today.add({ days: (schedule.weekday - today.dayOfWeek + 7) % 7 });
  const time = occurrenceOn(date, schedule);
  return time.at > now ? time : occurrenceOn(date.add({ days: 7 }), schedule);
}

/**
 * The slot whose turn it is: the latest one, when it began after `since` and is not the one that had its turn last. Whoever slept through
 * several weeks gets the latest alone, and a clock that went back gets nothing twice.
 */
export function dueOccurrence(
  schedule: WeeklySchedule,
  { since, lastWeek }: { readonly since: Date; readonly lastWeek?: string | undefined },
  now: Date,
): WeeklyOccurrence | undefined {
  const latest = latestOccurrence(schedule, now);
  const isNew = lastWeek === undefined || latest.week > lastWeek;
  return latest.at >= since && isNew ? latest : undefined;
}

/** When a person may be sent scheduled messages. */
export interface ContactHours {
  readonly zone: string;
  /** Their working days, 1 is Monday; at least one. */
  readonly workDays: readonly number[];
  /** From this full hour until that one, on the same day. */
  readonly from: number;
  readonly until: number;
}

/** Whether a person may be messaged now. */
export function isWithinContactHours({ zone, workDays, from, until }: ContactHours, now: Date): boolean {
  const { hour, dayOfWeek } = zoned(zone, now);
  return workDays.includes(dayOfWeek) && hour >= from && hour < until;
}

/** Returns the first instant from `from` on at which a person may be messaged. */
export function nextContactTime(contactHours: ContactHours, from: Date): Date {
  if (isWithinContactHours(contactHours, from)) return from;
  const today = zoned(contactHours.zone, from).toPlainDate();
  for (let days = 0; days <= 8; days += 1) {
    const opens = opensOn(today.add({ days }), contactHours);
    if (opens !== undefined && opens > from) return opens;
  }
  throw new RangeError('Contact hours need at least one working day.');
}

/** Returns the first instant from the next day on at which a person may be messaged. */
export function nextContactTimeTomorrow(contactHours: ContactHours, now: Date): Date {
  const tomorrow = zoned(contactHours.zone, now).toPlainDate().add({ days: 1 });
  return nextContactTime(contactHours, dateOf(tomorrow.toZonedDateTime({ timeZone: calendarZone(contactHours.zone) })));
}

function opensOn(date: Temporal.PlainDate, contactHours: ContactHours): Date | undefined {
  const timeZone = calendarZone(contactHours.zone);
  const opens = dateOf(date.toZonedDateTime({ timeZone, plainTime: { hour: contactHours.from } }));
  // A clock may skip the whole of a short stretch.
  return isWithinContactHours(contactHours, opens) ? opens : undefined;
}

function occurrenceOn(date: Temporal.PlainDate, { zone, hour }: WeeklySchedule): WeeklyOccurrence {
  return {
    week: weekName(date),
    at: dateOf(date.toZonedDateTime({ timeZone: calendarZone(zone), plainTime: { hour } })),
  };
}

function zoned(zone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(calendarZone(zone));
}

function dateOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

/** The ISO week in which an instant lies on the clock of a zone, `2026-W48`. */
export function weekOf(zone: string, now: Date): string {
  return weekName(zoned(zone, now).toPlainDate());
}

function weekName({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string {
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}
