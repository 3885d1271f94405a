import { ActivityIndex, foldedTitle } from './activity-index.ts';
import { addDays, type Day } from './calendar.ts';
import { type ClaimDifference, type ComparedClaim, claimDifferences } from './claim-differences.ts';
import { daysApart, isSwappedDay, swappedDay, titleLikeness } from './near-activity.ts';

/** An activity as it is compared. */
export interface ReconciledActivity {
  readonly id: string;
  readonly title: string;
  /** Absent where a portal has only the day on which it ended. */
  readonly start?: Day | undefined;
  readonly end: Day;
  readonly claims: readonly ComparedClaim[];
}

/** What differs between a record and the entry of a portal for the same activity. */
export type Difference = { readonly field: 'title' | 'days' } | ClaimDifference;

/** A record and the entry that is about the same activity. */
export interface MatchedPair<There, Here> {
  readonly there: There;
  readonly here: Here;
  readonly differences: readonly Difference[];
}

/** The lists of a reconciliation: every entry and every record is in exactly one of them. */
export interface Reconciliation<There, Here> {
  readonly equal: readonly MatchedPair<There, Here>[];
  readonly different: readonly MatchedPair<There, Here>[];
  /** What may be the same activity: the member decides. */
  readonly near: readonly MatchedPair<There, Here>[];
  readonly onlyThere: readonly There[];
  readonly onlyHere: readonly Here[];
}

/** What the member has said of an entry and a record: the same activity or not. */
export interface PairVerdict {
  readonly there: string;
  readonly here: string;
  readonly verdict: 'same' | 'distinct';
}

/**
 * Compares the entries of a portal with records. Entries and records of one title on the same days are one activity, unless there are several of
 * them that differ; what is only near is for the member to decide. The order of either list doesn't matter for what is matched. Takes time in
 * proportion to the length of the lists.
 */
export function reconcileActivities<There extends ReconciledActivity, Here extends ReconciledActivity>(
  entries: readonly There[],
  records: readonly Here[],
  verdicts: readonly PairVerdict[] = [],
): Reconciliation<There, Here> {
  const pairing = new Pairing(entries, records, verdicts);
  pairing.matchConfirmed();
  pairing.matchEqual();
  pairing.matchUnique();
  const matched = pairing.pairs.splice(0);
  pairing.matchNearest();
  const [near, equal, different] = [
    pairing.pairs,
    matched.filter(({ differences }) => differences.length === 0),
    matched.filter(({ differences }) => differences.length > 0),
  ];
  return { equal, different, near, onlyThere: [...pairing.entries], onlyHere: [...pairing.records] };
}

type Group<T> = readonly [T, ...T[]];

/** An entry and records that are equally far from it. */
interface Edge<There, Here> {
  readonly there: There;
  readonly among: Group<Here>;
  readonly away: number;
}

/** Entries and records that have no partner yet, and the pairs that were found. */
class Pairing<There extends ReconciledActivity, Here extends ReconciledActivity> {
  readonly entries: Set<There>;
  readonly records: Set<Here>;
  readonly pairs: MatchedPair<There, Here>[] = [];
  readonly #verdicts: readonly PairVerdict[];
  readonly #distinct: ReadonlySet<string>;
  readonly #entriesByTitle: ActivityIndex<There>;
  readonly #index: ActivityIndex<Here>;
  /** By the records of one title and last day, which many entries share. */
  readonly #groups = new WeakMap<readonly Here[], readonly Group<Here>[]>();

  constructor(entries: readonly There[], records: readonly Here[], verdicts: readonly PairVerdict[]) {
    this.entries = new Set(entries);
    this.records = new Set(records);
    this.#verdicts = verdicts;
    this.#distinct = new Set(verdicts.filter(({ verdict }) => verdict === 'distinct').map(pairKey));
    this.#entriesByTitle = new ActivityIndex(entries);
    this.#index = new ActivityIndex(records);
  }

  /** Pairs what the member said is the same, unless they said it of several. */
  matchConfirmed(): void {
    const [theirs, ours] = [byId(this.entries), byId(this.records)];
    const same = this.#verdicts.flatMap(({ there, here, verdict }) => {
      const [entry, record] = [theirs.get(there), ours.get(here)];
      return verdict === 'same' && entry !== undefined && record !== undefined ? [{ entry, record }] : [];
    });
    const [perEntry, perRecord] = [Map.groupBy(same, (one) => one.entry), Map.groupBy(same, (one) => one.record)];
    for (const { entry, record } of same)
      if (perEntry.get(entry)?.length === 1 && perRecord.get(record)?.length === 1) this.#pair(entry, record);
  }

  /** Pairs what is alike in everything, the first with the first. */
  matchEqual(): void {
    const byAmounts = Map.groupBy(this.records, (one) => `${one.end} ${foldedTitle(one)} ${amountsOf(one)}`);
    for (const there of this.entries) {
      const alike = byAmounts.get(`${there.end} ${foldedTitle(there)} ${amountsOf(there)}`) ?? [];
      const here = alike.find(
        (one) => this.#isSame(there, one) && claimDifferences(there.claims, one.claims).length === 0,
      );
      if (here !== undefined) this.#pair(there, here);
    }
  }

  /** Pairs entries and records of one activity that are of no other. */
  matchUnique(): void {
    const unique = [...this.entries].flatMap((there) => {
      const [here, ...more] = firstTwo(this.#index.withTitleOf(there, there.end), (one) => this.#isSame(there, one));
      if (here === undefined || more.length > 0) return [];
      const others = firstTwo(this.#entriesByTitle.withTitleOf(here, here.end), (one) => this.#isSame(one, here));
      return others.length === 1 ? [{ there, here }] : [];
    });
    for (const { there, here } of unique) this.#pair(there, here);
  }

  /** Pairs what may be one activity, what is nearest first. */
  matchNearest(): void {
    const edges = [...this.entries].flatMap((there) => this.#nearby(there));
    const ordered = edges.sort(
      (a, b) => a.away - b.away || compare(a.there.id, b.there.id) || compare(a.among[0].id, b.among[0].id),
    );
    for (const { there, among } of ordered) {
      const here = among.find((one) => this.#isOpen(there, one));
      if (here !== undefined) this.#pair(there, here);
    }
  }

  /** Returns the records that may be the activity of an entry, with how far away they are. */
  #nearby(there: There): readonly Edge<There, Here>[] {
    const days = new Set([...daysAround(there.end, MAX_DAYS_SAME_TITLE), ...swappedDay(there.end)]);
    const titled = [...days].flatMap((on) => this.#groupsOf(this.#index.withTitleOf(there, on)));
    const alike = daysAround(there.end, MAX_DAYS_NEAR_TITLE).flatMap((on) => {
      const some = this.#index.endingOn(on);
      return some.length > MAX_COMPARED_PER_DAY ? [] : some;
    });
    const single = alike.filter((here) => foldedTitle(here) !== foldedTitle(there)).map((here) => [here] as const);
    return [...titled, ...single].flatMap((among) => {
      const away = distanceOf(there, among);
      return away === undefined ? [] : [{ there, among, away }];
    });
  }

  #groupsOf(bucket: readonly Here[]): readonly Group<Here>[] {
    const known = this.#groups.get(bucket) ?? groupsOf(bucket);
    this.#groups.set(bucket, known);
    return known;
  }

  /** Whether neither has a partner, and the member hasn't said that they are different. */
  #isOpen(there: There, here: Here): boolean {
    return (
      this.entries.has(there) &&
      this.records.has(here) &&
      !this.#distinct.has(pairKey({ there: there.id, here: here.id }))
    );
  }

  #isSame(there: There, here: Here): boolean {
    return isSameActivity(there, here) && this.#isOpen(there, here);
  }

  #pair(there: There, here: Here): void {
    this.entries.delete(there);
    this.records.delete(here);
    this.pairs.push({ there, here, differences: differencesOf(there, here) });
  }
}

function byId<T extends ReconciledActivity>(activities: Iterable<T>): ReadonlyMap<string, T> {
  return new Map([...activities].map((one) => [one.id, one]));
}

function pairKey({ there, here }: Pick<PairVerdict, 'there' | 'here'>): string {
  return JSON.stringify([there, here]);
}

/** Returns the first two that fit: one is enough to know that there is one, and two that there are several. */
function firstTwo<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const one of all) {
    if (fits(one)) found.push(one);
    if (found.length === 2) break;
  }
  return found;
}

/** The credits for each certification: those of equal claims are the same. */
function amountsOf({ claims }: ReconciledActivity): string {
  return claims
    .map(({ certification, credits }) => `${certification} ${credits}`)
    .sort()
    .join();
}

/** Groups activities of one title: each alone, or those on the same days together if they are many. Claims don't tell many apart. */
function groupsOf<T extends ReconciledActivity>(activities: readonly T[]): readonly Group<T>[] {
  const byDays = Map.groupBy(activities, ({ start, end }) => `${start} ${end}`);
  return [...byDays.values()].flatMap((some): readonly Group<T>[] => {
    const [first, ...others] = some.toSorted((one, other) => compare(one.id, other.id));
    if (first === undefined) return [];
    return some.length > MAX_COMPARED_PER_DAY ? [[first, ...others]] : some.map((one) => [one]);
  });
}

function daysAround(middle: Day, days: number): readonly Day[] {
  return Array.from({ length: 2 * days + 1 }, (_, at) => addDays(middle, at - days));
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Whether two have one title, in whatever case and punctuation, and the same days, as far as the portal has them. */
function isSameActivity(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return isSameDays(there, here) && foldedTitle(there) === foldedTitle(here);
}

function isSameDays(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return there.end === here.end && (there.start === undefined || there.start === here.start);
}

function differencesOf(there: ReconciledActivity, here: ReconciledActivity): readonly Difference[] {
  const isSameTitle = foldedTitle(there) === foldedTitle(here);
  return [
    ...(isSameTitle ? [] : [{ field: 'title' } as const]),
    ...(isSameDays(there, here) ? [] : [{ field: 'days' } as const]),
    ...claimDifferences(there.claims, here.claims),
  ];
}

/** Days between two activities of one title that may be one activity, and of nearly one title. */
const MAX_DAYS_SAME_TITLE = 7;
const MAX_DAYS_NEAR_TITLE = 1;

/** On a day with more records than these only equal titles are compared: a comparison of nearly equal ones takes long. */
const MAX_COMPARED_PER_DAY = 10;

/** Returns how far an entry is from records on the same days that may be its activity; undefined if they aren't. */
function distanceOf(there: ReconciledActivity, among: Group<ReconciledActivity>): number | undefined {
  const [here] = among;
  const apart = daysApart(there, here);
  const isSwapped = isSwappedDay(there.end, here.end);
  // Days are compared first, because titles take longer.
  if (apart > MAX_DAYS_SAME_TITLE && !isSwapped) return undefined;
  const likeness = titleLikeness(foldedTitle(there), foldedTitle(here));
  const isNear = likeness === 'same' ? true : likeness === 'near' && apart <= MAX_DAYS_NEAR_TITLE;
  if (!isNear) return undefined;
  const differences = among.length > 1 ? 0 : claimDifferences(there.claims, here.claims).length;
  return apart * 10 + (likeness === 'same' ? 0 : 5) + Math.min(4, differences);
}
