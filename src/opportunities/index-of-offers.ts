import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import type { Query } from './query.ts';
import { alsoCalled } from './synonyms.ts';

/** An opportunity as it is found. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly url: string;
  readonly description: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly startsAt?: Date | undefined;
  readonly publishedAt?: Date | undefined;
  readonly minutes?: number | undefined;
  readonly isFree?: boolean | undefined;
  readonly language: string;
}

/** A page of what was found, and what may have been meant where nothing was. */
export interface Finding {
  readonly found: readonly Found[];
  readonly count: number;
  readonly meant?: string;
}

/** So many are indexed before somebody else gets a turn. */
const CHUNK = 100;
/** Enough are found when there are so many; the rest is not ranked. */
const ENOUGH = 60;
const HALF_LIFE_DAYS = 365;
const DAY_MS = 86_400_000;

const OPTIONS: Options<Found> = {
  idField: 'id',
  fields: ['title', 'provider', 'description'],
  tokenize: (text) => text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u),
  processTerm: (term) => termOf(term),
};

/** Words say little that stand in every title. */
const SILENT = new Set(
  'a an and are as at be by for from how in is it of on or our the their this to what why with you your'.split(' '),
);

/** A word as it is indexed: folded, without its plural; nothing for one that says nothing. */
function termOf(word: string): string | null {
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (folded === '' || SILENT.has(folded)) return null;
  if (folded.length > 4 && folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  return folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/u.test(folded) ? folded.slice(0, -1) : folded;
}

/** What one workspace is offered, in memory, found by words. */
export class IndexOfOffers {
  readonly #index = new MiniSearch<Found>(OPTIONS);
  readonly #offers = new Map<string, Found>();

  get size(): number {
    return this.#offers.size;
  }

  /** Puts offers in, in place of those of the same id; gives others a turn now and then. */
  async put(offers: readonly Found[]): Promise<void> {
    for (const [index, offer] of offers.entries()) {
      if (this.#offers.has(offer.id)) this.#index.discard(offer.id);
      this.#offers.set(offer.id, offer);
      this.#index.add(offer);
      if (index % CHUNK === CHUNK - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Takes offers out. */
  drop(ids: readonly string[]): void {
    for (const id of ids) {
      if (!this.#offers.delete(id)) continue;
      this.#index.discard(id);
    }
  }

  get(id: string): Found | undefined {
    return this.#offers.get(id);
  }

  /** Every offer that passes the filters and can still be taken, in no order. */
  *passing(query: Query, { zone, now }: When): Iterable<Found> {
    for (const offer of this.#offers.values()) if (passes(offer, query, { zone, now })) yield offer;
  }

  /** The offers that fit, the best first; upcoming before recorded where they fit alike; always in the same order. */
  search(query: Query, when: When, { skip, limit }: { readonly skip: number; readonly limit: number }): Finding {
    const fits = (id: unknown) => passes(this.#offers.get(String(id)) as Found, query, when);
    if (query.words === '') {
      const all = [...this.passing(query, when)].sort((one, other) => byTime(one, other, when.now));
      return { found: all.slice(skip, skip + limit), count: all.length };
    }
    const results = this.#staged(query.words, fits);
    const ranked = results
      .map(({ id, score }) => {
        const offer = this.#offers.get(String(id)) as Found;
        return { offer, score: score * freshness(offer, when.now) };
      })
      .sort((one, other) => other.score - one.score || byTime(one.offer, other.offer, when.now));
    const once = withoutTwins(ranked.map(({ offer }) => offer));
    const found = once.slice(skip, skip + limit);
    const meant = once.length === 0 ? this.#meant(query.words) : undefined;
    return { found, count: once.length, ...(meant === undefined ? {} : { meant }) };
  }

  /** Exact words first; only where they find too little, beginnings of the last word, then words with a letter or two amiss. */
  #staged(words: string, fits: (id: unknown) => boolean) {
    const filter = (result: { readonly id: unknown }) => fits(result.id);
    const boost = { title: 4, provider: 1.5 };
    const also = alsoCalled(words);
    const queries = also.length === 0 ? words : { combineWith: 'OR' as const, queries: [words, ...also.map(phrase)] };
    const stages: readonly SearchOptions[] = [
      { combineWith: 'AND' },
      { combineWith: 'AND', prefix: (_, index, terms) => index === terms.length - 1 },
      { combineWith: 'OR', prefix: (term, index, terms) => index === terms.length - 1 && term.length > 2 },
      { combineWith: 'OR', fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false), maxFuzzy: 2 },
    ];
    const seen = new Map<string, { id: unknown; score: number }>();
    for (const [stage, options] of stages.entries()) {
      // What only a later stage finds comes after all that an earlier one found.
      const weight = 100 ** -stage;
      for (const { id, score } of this.#index.search(queries, { ...options, boost, filter }))
        if (!seen.has(String(id))) seen.set(String(id), { id, score: score * weight });
      if (seen.size >= ENOUGH || (stage >= 1 && seen.size >= 5)) break;
    }
    return [...seen.values()];
  }

  #meant(words: string): string | undefined {
    return this.#index.autoSuggest(words, { fuzzy: 0.34, prefix: true, combineWith: 'OR' })[0]?.suggestion;
  }
}

function phrase(words: string) {
  return { queries: [words], combineWith: 'AND' as const };
}

interface When {
  readonly zone: string;
  readonly now: Date;
}

function passes(offer: Found, query: Query, { zone, now }: When): boolean {
  const { isFree, isOnline, isLive, mostMinutes, leastMinutes, from, until } = query;
  if (isOver(offer, now)) return false;
  if (isFree !== undefined && offer.isFree !== isFree) return false;
  if (isOnline !== undefined && (offer.delivery === 'in-person' ? isOnline : !isOnline)) return false;
  if (isLive !== undefined && (offer.startsAt !== undefined) !== isLive) return false;
  if (mostMinutes !== undefined && (offer.minutes === undefined || offer.minutes > mostMinutes)) return false;
  if (leastMinutes !== undefined && (offer.minutes === undefined || offer.minutes < leastMinutes)) return false;
  if (from === undefined && until === undefined) return true;
  // What can be taken at any time can be taken on those days too, unless it is live that is asked for.
  if (offer.startsAt === undefined) return isLive !== true;
  const on: Day = dayIn(zone, offer.startsAt);
  return (from === undefined || on >= from) && (until === undefined || on <= until);
}

/** What began and can only be taken live is over. */
function isOver({ startsAt, minutes = 60 }: Found, now: Date): boolean {
  return startsAt !== undefined && startsAt.getTime() + minutes * 60_000 < now.getTime();
}

/** A recording fades over the years; what is to come does not. */
function freshness({ startsAt, publishedAt }: Found, now: Date): number {
  if (startsAt !== undefined || publishedAt === undefined) return 1;
  const days = Math.max(0, now.getTime() - publishedAt.getTime()) / DAY_MS;
  return 0.6 + 0.4 * 0.5 ** (days / HALF_LIFE_DAYS);
}

function byTime(one: Found, other: Found, now: Date): number {
  const [a, b] = [timeOf(one, now), timeOf(other, now)];
  return a - b || (one.title < other.title ? -1 : one.title > other.title ? 1 : 0) || (one.id < other.id ? -1 : 1);
}

/** The next to come first, then recordings, the newest first. */
function timeOf({ startsAt, publishedAt }: Found, now: Date): number {
  if (startsAt !== undefined) return startsAt.getTime() - now.getTime();
  return 10 ** 13 + (now.getTime() - (publishedAt?.getTime() ?? 0));
}

/** A live event and its recording, or one thing in two feeds, is shown once: they have one address, or one title of one provider. */
function withoutTwins(offers: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return offers.filter(({ url, title, provider, startsAt }) => {
    const day = startsAt?.toISOString().slice(0, 10) ?? '';
    const names = [url === '' ? '' : `${bare(url)} ${day}`, `${title.toLowerCase()} ${provider.toLowerCase()} ${day}`];
    const isTwin = names.some((name) => name !== '' && seen.has(name));
    for (const name of names) if (name !== '') seen.add(name);
    return !isTwin;
  });
}

/** An address without what only says where somebody came from. */
function bare(url: string): string {
  const told = url
    .replace(/#.*$/u, '')
    .replace(/(?<=[?&])utm_[^&]*&?/gu, '')
    .replace(/[?&]$/u, '');
  return told.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
