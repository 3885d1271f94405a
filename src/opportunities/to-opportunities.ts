import { createHash } from 'node:crypto';
import type { Price } from '../domain/activity-facts.ts';
import { type Day, instantIn, parseDay } from '../domain/calendar.ts';
import { allDayInstant } from '../domain/opportunity-day.ts';
import type { Reject, RejectReason } from '../domain/source-notes.ts';
import { saysCancelled } from './cancelled-title.ts';
import { minutesOf } from './feed-duration.ts';
import type { FeedOpportunity, FeedReading, RawItem, SourceDefaults } from './feed-opportunity.ts';
import { parsePrice } from './parse-price.ts';
import { plainWords } from './plain-words.ts';

const LONGEST = { title: 300, provider: 100, description: 1000, url: 2048, key: 500, topic: 100, place: 200 } as const;
/** How many topics and statements of credits are taken. */
const MAX_LIST = 30;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Converts the items of a source to opportunities, in order; rejected items are listed with the reason. */
export function toOpportunities(title: string, items: readonly RawItem[], defaults: SourceDefaults): FeedReading {
  const opportunities: FeedOpportunity[] = [];
  const rejects: Reject[] = [];
  const keys = new Set<string>();
  for (const [index, item] of items.entries()) {
    const named = { item: item.number ?? index + 1, title: plainWords(item.title ?? '', LONGEST.title) };
    const reject = (reason: RejectReason) => void rejects.push({ ...named, reason });
    const opportunity = toOpportunity(item, defaults, reject);
    if (opportunity === undefined) continue;
    const { unreadCells = [] } = item;
    if (keys.has(opportunity.key)) reject('twice');
    else {
      opportunities.push(opportunity);
      for (const column of unreadCells) rejects.push({ ...named, reason: 'unread-cell', column });
    }
    keys.add(opportunity.key);
  }
  return {
    title: plainWords(title, LONGEST.title),
    opportunities,
    rejects,
    unreadColumns: [],
    unreadSheets: [],
    beyond: 0,
  };
}

function toOpportunity(
  item: RawItem,
  defaults: SourceDefaults,
  reject: (reason: RejectReason) => void,
): FeedOpportunity | undefined {
  if (item.isUnreadable === true) return refused('unreadable');
  const title = plainWords(item.title ?? '', LONGEST.title);
  if (title === '') return refused('no-title');
  if (item.isCancelled === true || saysCancelled(title)) return refused('cancelled');
  const url = addressOf(item.url, defaults.base);
  const [startsAt, endsAt, publishedAt] = [item.startsAt, item.endsAt, item.publishedAt].map((given) =>
    instantOf(given, defaults.zone),
  );
  if (startsAt === 'bad') return refused(item.isDateUnclear === true ? 'unclear-date' : 'bad-date');
  if (publishedAt === 'bad') reject('bad-date');
  const duration = item.duration ?? minutesBetween(startsAt, endsAt);
  const minutes =
    typeof duration === 'number'
      ? minutesOf(String(duration * 60))
      : duration === undefined
        ? undefined
        : minutesOf(duration);
  const isWrong = duration !== undefined && minutes === undefined && !isUnknownDuration(duration);
  if (isWrong) reject('bad-duration');
  const known = minutes ?? (isWrong ? undefined : defaults.minutes);
  const price = item.price === undefined ? undefined : parsePrice(item.price);
  const {
    isFree = price === undefined ? defaults.isFree : price.amount === 0,
    language = defaults.language,
    kind = defaults.kind,
  } = item;
  return {
    key: keyOf(item.key, { title, url, startsAt }),
    title,
    provider: plainWords(item.provider ?? '', LONGEST.provider) || defaults.provider,
    url,
    description: plainWords(item.description ?? '', LONGEST.description),
    kind,
    delivery: item.delivery ?? defaults.delivery,
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(startsAt !== undefined && isDayOnly(item.startsAt) ? { isAllDay: true } : {}),
    ...(publishedAt instanceof Date ? { publishedAt } : {}),
    ...(known === undefined ? {} : { minutes: known }),
    ...(isFree === undefined ? {} : { isFree }),
    ...detailsOf(item, price),
    ...(isLanguage(language) ? { language } : {}),
  };

  function refused(reason: RejectReason): undefined {
    reject(reason);
  }
}

/** What is stated beside the facts that every opportunity has. */
function detailsOf({ topics = [], format = '', place = '', credits = [], ...item }: RawItem, price: Price | undefined) {
  const named = topics.map((topic) => plainWords(topic, LONGEST.topic)).filter((topic) => topic !== '');
  const lastDay = lastDayOf(item);
  return {
    ...(named.length === 0 ? {} : { topics: named.slice(0, MAX_LIST) }),
    ...(format === '' ? {} : { format: plainWords(format, LONGEST.topic) }),
    ...(place === '' ? {} : { place: plainWords(place, LONGEST.place) }),
    ...(credits.length === 0 ? {} : { credits: credits.slice(0, MAX_LIST) }),
    ...(price === undefined ? {} : { price }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

/** The last of several days, where days are given without hours. */
function lastDayOf({ startsAt, endsAt }: RawItem): Day | undefined {
  if (!isDayOnly(startsAt) || !isDayOnly(endsAt) || typeof endsAt !== 'string' || endsAt === startsAt) return undefined;
  return parseDay(endsAt.trim());
}

/** Many feeds write an unknown duration as zero. */
function isUnknownDuration(duration: number | string): boolean {
  return duration === 0 || (typeof duration === 'string' && /^[0:.\s]*$/u.test(duration));
}

function minutesBetween(starts: Date | undefined, ends: Date | 'bad' | undefined): number | undefined {
  if (starts === undefined || !(ends instanceof Date)) return undefined;
  // The hours of an event over several days are unknown.
  const ms = ends.getTime() - starts.getTime();
  return ms >= DAY_MS ? undefined : ms / 60_000;
}

/** Returns an instant, undefined if none is given, or `bad` if it isn't valid. */
function instantOf(given: string | Date | undefined, zone = 'UTC'): Date | 'bad' | undefined {
  if (given === undefined || given === '') return undefined;
  const at = given instanceof Date ? given : dateFrom(given.trim(), zone);
  const year = at.getUTCFullYear();
  return Number.isFinite(at.getTime()) && year >= FIRST_YEAR && year <= LAST_YEAR ? at : 'bad';
}

/** Whether a day was given without an hour. */
function isDayOnly(given: string | Date | undefined): boolean {
  return typeof given === 'string' && DAY.test(given.trim());
}

/** Parses RFC 822, also with a two-digit year, or ISO 8601; a time without a zone is one of the source's zone. */
function dateFrom(text: string, zone: string): Date {
  if (DAY.test(text)) return allDayInstant(text);
  if (/^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/u.test(text)) return localInstant(text.replace(' ', 'T'), zone);
  const short = /^((?:\w{3},\s*)?\d{1,2}\s+\w{3})\s+(\d{2})(\s.*)$/u.exec(text);
  const whole = short === null ? text : `${short[1]} 20${short[2]}${short[3]}`;
  const zoned = /(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2})\)?$/u.test(whole) ? whole : `${whole} UTC`;
  return new Date(zoned);
}

function localInstant(text: string, zone: string): Date {
  try {
    return instantIn(zone, text);
  } catch {
    return new Date(Number.NaN);
  }
}

function addressOf(given = '', base?: string): string {
  if (given.trim() === '') return '';
  const url = URL.parse(given.trim(), base);
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return '';
  url.username = '';
  url.password = '';
  return url.href.length <= LONGEST.url ? url.href : '';
}

/** The source's own key, or a hash where there is none or it is too long. */
function keyOf(key = '', { title, url, startsAt }: Identifying): string {
  const own = key.trim();
  if (own !== '' && own.length <= LONGEST.key) return own;
  const identity = own === '' ? `${url} ${startsAt?.toISOString() ?? ''} ${title.toLowerCase()}` : own;
  return createHash('sha256').update(identity).digest('hex');
}

interface Identifying {
  readonly title: string;
  readonly url: string;
  readonly startsAt: Date | undefined;
}

function isLanguage(tag: string | undefined): tag is string {
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag);
}
