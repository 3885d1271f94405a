import { distance } from 'fastest-levenshtein';
import type { IndexedOpportunity } from './indexed-opportunity.ts';
import { nameWordsOf } from './name-words.ts';

/** At most one letter in ten of the longer title may differ. */
const MAX_DIFFERENCE = 0.1;
/** How short a cut title may be to still name an event. */
const MIN_CUT = 16;
/** What feeds put before a title. */
const PREFIX =
  /^(?:\[[^\]]{1,24}\]|\((?:recording|on[- ]demand|replay)\)|(?:live|live webinar|webinar|webcast|recording|replay|on[- ]demand|podcast|online|new|upcoming|free webinar)\s*[:|–-])\s*/iu;

/**
 * Returns opportunities without those that are the same as one before: one event from several sources has one start and nearly one title, or
 * one address; anything else one provider and nearly one title. Two dates of an event are two.
 */
export function withoutDuplicates(opportunities: readonly IndexedOpportunity[]): readonly IndexedOpportunity[] {
  const byStart = new Map<string, Named[]>();
  return opportunities.filter((opportunity) => {
    const named = namedOf(opportunity);
    const others = byStart.get(named.start);
    if (others === undefined) byStart.set(named.start, [named]);
    else if (others.some((other) => isSame(named, other))) return false;
    else others.push(named);
    return true;
  });
}

/** How many of a ranking are looked at for each that is shown: most have no duplicate. */
const LOOKED_AT = 10;

/** Returns the best of a ranking, at most `max`, without those that are the same as a better one. */
export function distinctBest<Ranked extends { readonly opportunity: IndexedOpportunity }>(
  ranked: readonly Ranked[],
  max: number,
): readonly Ranked[] {
  const some = ranked.slice(0, max * LOOKED_AT);
  const once = new Set(withoutDuplicates(some.map(({ opportunity }) => opportunity)));
  return some.filter(({ opportunity }) => once.has(opportunity)).slice(0, max);
}

/** An opportunity as it is compared. */
interface Named {
  readonly start: string;
  readonly title: string;
  /** “Part 1” and “Part 2” are two. */
  readonly digits: string;
  readonly isCut: boolean;
  readonly provider: string;
  readonly address: string;
}

const remembered = new WeakMap<IndexedOpportunity, Named>();

/** Returns an opportunity as it is compared; read once, because the same are found by many searches. */
function namedOf(opportunity: IndexedOpportunity): Named {
  const known = remembered.get(opportunity);
  if (known !== undefined) return known;
  const named = readNamed(opportunity);
  remembered.set(opportunity, named);
  return named;
}

function readNamed({ title, provider, url, startsAt, isAllDay }: IndexedOpportunity): Named {
  const bare = title.replace(PREFIX, '');
  const name = nameWordsOf(bare).join(' ');
  return {
    start: startsAt === undefined ? '' : startsAt.toISOString().slice(0, isAllDay ? 10 : 16),
    title: name,
    digits: name.replace(/\D/gu, ''),
    isCut: /(?:…|\.\.\.)\s*$/u.test(bare),
    provider: nameWordsOf(provider).join(' '),
    address: bareAddress(url),
  };
}

function isSame(one: Named, other: Named): boolean {
  if (one.address !== '' && one.address === other.address) return true;
  if (one.start === '' && one.provider !== other.provider) return false;
  return isNearlyEqual(one, other) || isCutOf(one, other) || isCutOf(other, one);
}

function isNearlyEqual(a: Named, b: Named): boolean {
  const [one, other] = [a.title, b.title];
  if (one === other) return true;
  const max = Math.floor(Math.max(one.length, other.length) * MAX_DIFFERENCE);
  if (Math.abs(one.length - other.length) > max) return false;
  return a.digits === b.digits && distance(one, other) <= max;
}

function isCutOf(cut: Named, whole: Named): boolean {
  return cut.isCut && cut.title.length >= MIN_CUT && whole.title.startsWith(cut.title);
}

/** Returns an address without its protocol and tracking parameters. */
function bareAddress(url: string): string {
  const untracked = url
    .replace(/#.*$/u, '')
    .replace(/(?<=[?&])utm_[^&]*&?/gu, '')
    .replace(/[?&]$/u, '');
  return untracked.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
