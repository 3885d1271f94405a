import { type Day, daysBetween, parseDay } from './calendar.ts';
import { similarityReason } from './similar-records.ts';

/** A shorter title inside of another says little. */
const MIN_CONTAINED = 8;

/** Returns whether two folded titles are the same or nearly so: a few letters differ, or one is part of the other; undefined otherwise. */
export function titleLikeness(one: string, other: string): 'same' | 'near' | undefined {
  const reason = similarityReason(one, other);
  if (reason !== undefined) return reason === 'same-title' ? 'same' : 'near';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_CONTAINED && long.includes(short) ? 'near' : undefined;
}

/** How far two activities may differ that are shown as possibly one. */
export interface NearLimits {
  /** Days between activities of one title. */
  readonly sameTitleDays: number;
  /** Days between activities of nearly one title. */
  readonly nearTitleDays: number;
  /** Titles with different numbers, such as `Part 1` and `Part 2`, are those of different activities. */
  readonly isByNumbers: boolean;
}

/** Returns the numbers in a title, in their order. */
export function numbersIn(title: string): string {
  return (title.match(/\d+/gu) ?? []).join(' ');
}

interface ActivityDays {
  readonly start?: Day | undefined;
  readonly end: Day;
}

/** Returns by how many days two activities differ: at their ends or their beginnings, whichever is more. */
export function daysApart(one: ActivityDays, other: ActivityDays): number {
  const ends = Math.abs(daysBetween(one.end, other.end));
  if (one.start === undefined || other.start === undefined) return ends;
  return Math.max(ends, Math.abs(daysBetween(one.start, other.start)));
}

/** Whether two days are one with day and month swapped. */
export function isSwappedDay(one: Day, other: Day): boolean {
  return swappedDay(one)[0] === other;
}

/** Returns the day with day and month swapped; none if there is no such day. */
export function swappedDay(one: Day): readonly Day[] {
  const [year, month, date] = one.split('-');
  const swapped = parseDay(`${year}-${date}-${month}`);
  return swapped === undefined ? [] : [swapped];
}
