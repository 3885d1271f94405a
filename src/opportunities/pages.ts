import { Parser } from 'htmlparser2';
import type { Delivery } from '../domain/activity-kinds.ts';
import type { RawItem } from './feed-opportunity.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';

/** Maximum nesting of JSON-LD nodes. */
const MAX_DEPTH = 12;

/** Parses the events and courses of a page (schema.org in JSON-LD); returns undefined if it has no JSON-LD. */
export function parsePage(html: string): RawFeed | undefined {
  const scripts: string[] = [];
  let inside = '';
  let title = '';
  const parser = new Parser({
    onopentag: (name, { type = '' }) => {
      if (name === 'script' && /^application\/ld\+json/iu.test(type.trim())) {
        inside = 'script';
        scripts.push('');
      } else if (name === 'title') inside = 'title';
    },
    ontext: (words) => {
      if (inside === 'script') scripts[scripts.length - 1] += words;
      else if (inside === 'title') title += words;
    },
    onclosetag: () => {
      inside = '';
    },
  });
  parser.end(html);
  const items = scripts.flatMap((script) => itemsIn(parseJson(script)));
  return scripts.length === 0 ? undefined : { title, ...firstOf(items) };
}

/** Parses a JSON-LD file; returns undefined if it isn't JSON. */
export function parseJsonLd(text: string): RawFeed | undefined {
  const value = parseJson(text);
  return value === undefined ? undefined : { title: '', ...firstOf(itemsIn(value)) };
}

function firstOf(items: readonly RawItem[]): Pick<RawFeed, 'items' | 'beyond'> {
  return { items: items.slice(0, MAX_ITEMS), beyond: Math.max(0, items.length - MAX_ITEMS) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return undefined;
  }
}

type JsonLdNode = Readonly<Record<string, unknown>>;

function itemsIn(value: unknown, depth = 0): readonly RawItem[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((one) => itemsIn(one, depth + 1));
  if (!isJsonLdNode(value)) return [];
  const thing = value;
  const types = listOf(thing['@type']).map(String);
  if (types.some((type) => /Event$/u.test(type) && type !== 'CourseInstance')) return [eventOf(thing)];
  if (types.includes('Course')) return coursesOf(thing);
  return Object.values(thing).flatMap((one) => itemsIn(one, depth + 1));
}

function eventOf(thing: JsonLdNode): RawItem {
  const mode = textOf(thing.eventAttendanceMode);
  return {
    ...commonOf(thing),
    kind: 'webinar',
    delivery: deliveryOf(mode),
    startsAt: textOf(thing.startDate),
    endsAt: textOf(thing.endDate),
    duration: textOf(thing.duration),
    isCancelled: /EventCancelled|EventPostponed/iu.test(textOf(thing.eventStatus) ?? ''),
    place: placeOf(thing.location),
    provider: nameOf(thing.organizer) ?? nameOf(thing.performer),
  };
}

/** A course with dates is one opportunity per date; without dates it is self-paced. */
function coursesOf(thing: JsonLdNode): readonly RawItem[] {
  const course = { ...commonOf(thing), kind: 'course' as const, provider: nameOf(thing.provider) };
  const load = (one: JsonLdNode) => textOf(one.courseWorkload) ?? textOf(one.timeRequired) ?? textOf(one.duration);
  const dates = listOf(thing.hasCourseInstance).filter(isJsonLdNode);
  if (dates.length === 0) return [{ ...course, delivery: 'self-paced', duration: load(thing) }];
  return dates.map((one, index) => ({
    ...course,
    key: `${course.key ?? course.url ?? course.title} ${textOf(one['@id']) ?? textOf(one.startDate) ?? index}`,
    startsAt: textOf(one.startDate),
    endsAt: textOf(one.endDate),
    duration: load(one) ?? load(thing),
    delivery: /onsite/iu.test(textOf(one.courseMode) ?? '') ? 'in-person' : 'online-live',
  }));
}

function commonOf(thing: JsonLdNode): RawItem {
  const [opportunity] = listOf(thing.offers).filter(isJsonLdNode);
  const price = opportunity === undefined ? undefined : textOf(opportunity.price);
  const isFree = typeof thing.isAccessibleForFree === 'boolean' ? thing.isAccessibleForFree : undefined;
  return {
    key: textOf(thing['@id']) ?? textOf(thing.identifier),
    title: textOf(thing.name),
    url: textOf(thing.url) ?? (opportunity === undefined ? undefined : textOf(opportunity.url)),
    description: textOf(thing.description),
    isFree: isFree ?? (price === undefined ? undefined : Number(price) === 0),
    language: textOf(thing.inLanguage),
  };
}

/** The city of a place, or its name. */
function placeOf(location: unknown): string | undefined {
  const [place] = listOf(location).filter(isJsonLdNode);
  const [address] = listOf(place?.address);
  return (isJsonLdNode(address) ? textOf(address.addressLocality) : undefined) ?? textOf(place?.name);
}

function deliveryOf(mode: string | undefined): Delivery | undefined {
  if (mode === undefined) return undefined;
  return /online|mixed/iu.test(mode) ? 'online-live' : 'in-person';
}

function nameOf(value: unknown): string | undefined {
  const [one] = listOf(value);
  return isJsonLdNode(one) ? textOf(one.name) : textOf(one);
}

function textOf(value: unknown): string | undefined {
  const [one] = listOf(value);
  return typeof one === 'string' || typeof one === 'number' ? String(one) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isJsonLdNode(value: unknown): value is JsonLdNode {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
