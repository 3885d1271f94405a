import type { OpportunityFacts } from '../domain/activity-facts.ts';
import { allDayInstant } from '../domain/opportunity-day.ts';

const HALF_LIFE_DAYS = 365;
const DAY_MS = 86_400_000;
/** From noon, where an event without an hour is put, to the end of its day. */
const HALF_DAY_MINUTES = 12 * 60;

/** An opportunity in the index. */
export interface IndexedOpportunity extends OpportunityFacts {
  readonly id: string;
  readonly language: string;
}

/** The time of a search and its time zone. */
export interface SearchTime {
  readonly zone: string;
  readonly now: Date;
  /** Also what is over. */
  readonly back?: boolean;
  /** The language of the user, for words that are the same in several: `de`. */
  readonly language?: string;
}

/** Whether an opportunity can still be taken, or when `back` is set, could be at any time. */
export function isAvailable(opportunity: IndexedOpportunity, { now, back = false }: Omit<SearchTime, 'zone'>): boolean {
  return back || !isOver(opportunity, now);
}

/** Whether an event has ended. */
function isOver({ startsAt, lastDay, isAllDay, minutes: length = 60 }: IndexedOpportunity, now: Date): boolean {
  const starts = lastDay === undefined ? startsAt : allDayInstant(lastDay);
  const minutes = isAllDay || lastDay !== undefined ? HALF_DAY_MINUTES : length;
  return starts !== undefined && starts.getTime() + minutes * 60_000 < now.getTime();
}

/** A recording fades over the years; what is to come does not. */
export function freshness({ startsAt, publishedAt }: IndexedOpportunity, now: Date): number {
  if (startsAt !== undefined || publishedAt === undefined) return 1;
  const days = Math.max(0, now.getTime() - publishedAt.getTime()) / DAY_MS;
  return 0.85 + 0.15 * 0.5 ** (days / HALF_LIFE_DAYS);
}

/** The next to come before what can be taken at any time; then by title. */
export function byTime(one: IndexedOpportunity, other: IndexedOpportunity, now: Date): number {
  const [a, b] = [timeOf(one, now), timeOf(other, now)];
  return a - b || (one.title < other.title ? -1 : one.title > other.title ? 1 : 0) || (one.id < other.id ? -1 : 1);
}

/** The next to come first, then recordings, the newest first. */
function timeOf({ startsAt, publishedAt }: IndexedOpportunity, now: Date): number {
  if (startsAt !== undefined) return startsAt.getTime() - now.getTime();
  return 10 ** 13 + (now.getTime() - (publishedAt?.getTime() ?? 0));
}
