import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpportunityCredits } from '../../src/domain/activity-facts.ts';
import type { ActivityKind, Delivery } from '../../src/domain/activity-kinds.ts';
import type { RawItem } from '../../src/opportunities/feed-opportunity.ts';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { toOpportunities } from '../../src/opportunities/to-opportunities.ts';

/** One opportunity of the catalogue, as it was written. */
interface WrittenItem {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly summary?: string;
  readonly language: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly delivery: string;
  readonly place: string | null;
  readonly price: { readonly amount: number; readonly currency: string } | null;
  readonly minutes: number | null;
  readonly credits: readonly { readonly certification: string; readonly amount: number; readonly category?: string }[];
  readonly url: string;
}

/** What an answer must be; `from` and `to` are days, both included. */
interface WrittenFilters {
  readonly language?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly maxPrice?: number;
  readonly currency?: string;
  readonly place?: string;
  readonly delivery?: string;
  readonly maxMinutes?: number;
  readonly minMinutes?: number;
  readonly minCredits?: number;
  readonly certification?: string;
  readonly category?: string;
  readonly provider?: string;
}

/** A query with its kind and the filters that it says. */
export interface WrittenQuery {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly split: string;
  readonly filters: WrittenFilters;
}

/** Grades from 1 to 3 by query and item; what isn't in it is 0. */
type Grades = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Yardstick {
  readonly items: ReadonlyMap<string, WrittenItem>;
  readonly opportunities: readonly IndexedOpportunity[];
  readonly byId: ReadonlyMap<string, IndexedOpportunity>;
  readonly queries: readonly WrittenQuery[];
  readonly grades: Grades;
}

/** Reads a yardstick: the catalogue and the queries and grades of a folder, each as JSON Lines. */
export function readYardstick(catalogue: string, folder: string): Yardstick {
  const items = linesOf<WrittenItem>(catalogue);
  const judgements = linesOf<{ readonly query: string; readonly id: string; readonly grade: number }>(
    join(folder, 'judgements.jsonl'),
  );
  const grades = new Map(
    [...Map.groupBy(judgements, ({ query }) => query)].map(
      ([query, of]) => [query, new Map(of.map(({ id, grade }) => [id, grade]))] as const,
    ),
  );
  const opportunities = opportunitiesOf(items);
  return {
    items: new Map(items.map((item) => [item.id, item])),
    opportunities,
    byId: new Map(opportunities.map((one) => [one.id, one])),
    queries: linesOf<WrittenQuery>(join(folder, 'queries.jsonl')),
    grades,
  };
}

function linesOf<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}

/** Reads items as a source is read, so that what is cancelled is left out. */
function opportunitiesOf(items: readonly WrittenItem[]): readonly IndexedOpportunity[] {
  const defaults = { provider: '', kind: 'webinar', delivery: '' } as const;
  return toOpportunities('', items.map(rawItemOf), defaults).opportunities.map(({ key, language = '', ...rest }) => ({
    ...rest,
    id: key,
    language,
  }));
}

const KINDS: Readonly<Record<string, ActivityKind>> = {
  workshop: 'course',
  article: 'reading',
  meeting: 'chapter-meeting',
};
const DELIVERIES: Readonly<Record<string, Delivery>> = {
  online: 'online-live',
  on_demand: 'self-paced',
  in_person: 'in-person',
};

function rawItemOf({ id, kind, start, end, place, price, minutes, credits, summary, ...item }: WrittenItem): RawItem {
  const isOnDemand = item.delivery === 'on_demand';
  return {
    key: id,
    title: item.title,
    provider: item.provider,
    url: item.url,
    topics: item.topics,
    language: item.language,
    description: summary,
    kind: KINDS[kind] ?? (kind as ActivityKind),
    format: kind,
    delivery: DELIVERIES[item.delivery],
    startsAt: isOnDemand ? undefined : (start ?? undefined),
    endsAt: isOnDemand ? undefined : (end ?? undefined),
    place: place ?? undefined,
    price: price === null ? undefined : `${price.amount.toFixed(2)} ${price.currency}`,
    duration: minutes ?? undefined,
    credits: credits.map(
      ({ certification, amount, category = '' }): OpportunityCredits => ({
        amount: Math.round(amount * 100),
        category,
        certification,
      }),
    ),
  };
}
