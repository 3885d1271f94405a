import type { OpportunityFacts } from '../domain/activity-facts.ts';
import { opportunityDay } from '../domain/opportunity-day.ts';
import type { SearchQuery } from './parse-search-query.ts';

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
}

/** Whether an opportunity is still available and passes the filters. */
export function passes(
  opportunity: IndexedOpportunity,
  query: SearchQuery,
  { zone, now, back = false }: SearchTime,
): boolean {
  const { isFree, isOnline, isLive, maxMinutes, leastMinutes, from, until } = query;
  if (!back && isOver(opportunity, now)) return false;
  if (isFree !== undefined && opportunity.isFree !== isFree) return false;
  if (isOnline !== undefined && (opportunity.delivery === 'in-person' ? isOnline : !isOnline)) return false;
  if (isLive !== undefined && (opportunity.startsAt !== undefined) !== isLive) return false;
  if (maxMinutes !== undefined && (opportunity.minutes === undefined || opportunity.minutes > maxMinutes)) return false;
  if (leastMinutes !== undefined && (opportunity.minutes === undefined || opportunity.minutes < leastMinutes))
    return false;
  if (from === undefined && until === undefined) return true;
  // Self-paced opportunities match any date filter, unless the query is for live ones.
  const on = opportunityDay(opportunity, zone);
  if (on === undefined) return isLive !== true;
  return (from === undefined || on >= from) && (until === undefined || on <= until);
}

/** Whether a live opportunity has already started. */
function isOver({ startsAt, isAllDay, minutes: length = 60 }: IndexedOpportunity, now: Date): boolean {
  const minutes = isAllDay ? HALF_DAY_MINUTES : length;
  return startsAt !== undefined && startsAt.getTime() + minutes * 60_000 < now.getTime();
}

/** A recording fades over the years; what is to come does not. */
export function freshness({ startsAt, publishedAt }: IndexedOpportunity, now: Date): number {
  if (startsAt !== undefined || publishedAt === undefined) return 1;
  const days = Math.max(0, now.getTime() - publishedAt.getTime()) / DAY_MS;
  return 0.6 + 0.4 * 0.5 ** (days / HALF_LIFE_DAYS);
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

/** A live event and its recording, or one thing in two feeds, is shown once: they have one address, or one title of one provider. */
export function withoutDuplicates(opportunities: readonly IndexedOpportunity[]): readonly IndexedOpportunity[] {
  const seen = new Set<string>();
  return opportunities.filter(({ url, title, provider, startsAt }) => {
    const day = startsAt?.toISOString().slice(0, 10) ?? '';
    const names = [url === '' ? '' : `${bare(url)} ${day}`, `${title.toLowerCase()} ${provider.toLowerCase()} ${day}`];
    const isTwin = names.some((name) => name !== '' && seen.has(name));
    for (const name of names) if (name !== '') seen.add(name);
    return !isTwin;
  });
}

/** Returns an address without tracking parameters. */
function bare(url: string): string {
  const notified = url
    .replace(/#.*$/u, '')
    .replace(/(?<=[?&])utm_[^&]*&?/gu, '')
    .replace(/[?&]$/u, '');
  return notified.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
