import Papa from 'papaparse';
import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES, type Delivery } from '../domain/activity-kinds.ts';
import type { RawItem } from './feed-opportunity.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';

/** The columns a table of opportunities may have, in any order; `title` must be there. */
const COLUMNS = [
  'title',
  'url',
  'provider',
  'start',
  'end',
  'minutes',
  'kind',
  'delivery',
  'free',
  'language',
  'description',
  'id',
] as const;

/** Parses a CSV table separated by commas, semicolons or tabs; returns undefined if it has no `title` column. */
export function readOpportunityTable(text: string): RawFeed | undefined {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    preview: MAX_ITEMS,
    delimitersToGuess: [',', ';', '\t'],
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  if (!meta.fields?.includes('title')) return undefined;
  return { title: '', items: data.map(itemOf) };
}

function itemOf(row: Readonly<Record<string, string | undefined>>): RawItem {
  const get = (name: (typeof COLUMNS)[number]) => row[name]?.trim() || undefined;
  const minutes = get('minutes');
  const kind = ACTIVITY_KINDS.find((one): one is ActivityKind => one === get('kind')?.toLowerCase());
  const delivery = DELIVERIES.find((one): one is Delivery => one === get('delivery')?.toLowerCase());
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
    ...(delivery === undefined ? {} : { delivery }),
    ...(free === undefined ? {} : { isFree: ['yes', 'true', '1', 'free'].includes(free) }),
    language: get('language'),
  };
}
