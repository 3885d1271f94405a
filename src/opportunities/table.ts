import Papa from 'papaparse';
import type { OpportunityCredits } from '../domain/activity-facts.ts';
import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES, type Delivery } from '../domain/activity-kinds.ts';
import { parseCredits } from '../domain/credit.ts';
import type { RawItem } from './feed-opportunity.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';

/** The columns a table of opportunities may have, in any order, each with other names people give it; `title` must be there. */
const COLUMNS = {
  title: ['name', 'titel', 'titre', 'título'],
  url: ['link', 'address', 'website'],
  provider: ['organizer', 'organiser', 'anbieter', 'veranstalter'],
  start: ['starts', 'date', 'datum', 'beginn'],
  end: ['ends', 'ende'],
  minutes: ['duration', 'length', 'dauer'],
  kind: ['type', 'format', 'art'],
  delivery: ['mode', 'delivery mode'],
  free: ['is free', 'kostenlos'],
  price: ['cost', 'fee', 'preis'],
  topics: ['topic', 'tags', 'keywords', 'themen', 'thema'],
  place: ['city', 'location', 'venue', 'ort'],
  credits: ['cpe', 'cpes', 'pdus', 'ceus'],
  language: ['lang', 'sprache'],
  description: ['summary', 'abstract', 'beschreibung'],
  id: ['key'],
} as const;
type Column = keyof typeof COLUMNS;

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(COLUMNS).flatMap(([column, others]) => others.map((other) => [other, column] as const)),
);

/** Parses a CSV table separated by commas, semicolons or tabs; returns undefined if it has no `title` column. */
export function readOpportunityTable(text: string): RawFeed | undefined {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    preview: MAX_ITEMS,
    delimitersToGuess: [',', ';', '\t'],
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  if (!meta.fields?.some((field) => (NAMES.get(field) ?? field) === 'title')) return undefined;
  return { title: '', items: data.map(itemOf) };
}

function itemOf(row: Readonly<Record<string, string | undefined>>): RawItem {
  const get = (column: Column) =>
    [column, ...COLUMNS[column]].map((name) => row[name]?.trim()).find((value) => value !== undefined && value !== '');
  const minutes = get('minutes');
  const [kind, format] = kindNamed(get('kind'));
  const delivery = deliveryNamed(get('delivery'));
  const free = get('free')?.toLowerCase();
  return {
    key: get('id'),
    title: get('title'),
    url: get('url'),
    provider: get('provider'),
    description: get('description'),
    startsAt: get('start'),
    endsAt: get('end'),
    duration: minutes !== undefined && /^-?\d+$/u.test(minutes) ? Number(minutes) : minutes,
    ...(kind === undefined ? {} : { kind }),
    ...(format === undefined ? {} : { format }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(free === undefined ? {} : { isFree: ['yes', 'true', '1', 'free', 'ja'].includes(free) }),
    language: get('language'),
    price: get('price'),
    topics: get('topics')?.split(/\s*[;,|]\s*/u),
    place: get('place'),
    credits: creditsIn(get('credits')),
  };
}

/** What providers call a kind; with the more precise word where there is one. */
function kindNamed(typed: string | undefined): readonly [kind?: ActivityKind, format?: string] {
  const word = typed?.toLowerCase() ?? '';
  const known = ACTIVITY_KINDS.find((one): one is ActivityKind => one === word);
  if (known !== undefined) return [known];
  if (/^(?:workshop|atelier|taller)/u.test(word)) return ['course', 'workshop'];
  if (/^(?:training|class|seminar|bootcamp|kurs|schulung|cours|curso)/u.test(word)) return ['course'];
  if (/^(?:article|artikel|blog|paper)/u.test(word)) return ['reading'];
  if (/^(?:meeting|meet-?up|chapter)/u.test(word)) return ['chapter-meeting'];
  if (/^(?:webcast|online event)/u.test(word)) return ['webinar'];
  if (/^(?:summit|congress|konferenz|tagung)/u.test(word)) return ['conference'];
  return [];
}

/** What providers call a delivery: `live online`, `on demand`, `in_person`. */
function deliveryNamed(typed: string | undefined): Delivery | undefined {
  const words = typed?.toLowerCase().replace(/[\s_-]+/gu, ' ') ?? '';
  const known = DELIVERIES.find((one): one is Delivery => one.replace('-', ' ') === words);
  if (known !== undefined) return known;
  if (/on demand|self paced|own pace/u.test(words)) return 'self-paced';
  if (/record|replay|aufzeichnung/u.test(words)) return 'online-recorded';
  if (/in person|on ?site|classroom|face to face|präsenz|vor ort/u.test(words)) return 'in-person';
  return /online|virtual|live|web|remote/u.test(words) ? 'online-live' : undefined;
}

const CREDITS =
  /^(?:(?<before>[\d.]+)\s+(?<after>[\p{L}][^(]*?)|(?<name>[\p{L}][^(]*?)[\s:=]+(?<amount>[\d.]+))\s*(?:\((?<category>[^)]*)\))?$/u;

/** Parses `CISSP 2 (Group A); PMP 1.5`. */
function creditsIn(text = ''): readonly OpportunityCredits[] {
  return text.split(';').flatMap((part): readonly OpportunityCredits[] => {
    const { before, after, name, amount, category = '' } = CREDITS.exec(part.trim())?.groups ?? {};
    const credits = parseCredits(before ?? amount ?? '');
    const certification = (after ?? name ?? '').trim();
    return 'problem' in credits || certification === '' ? [] : [{ amount: credits.credits, category, certification }];
  });
}
