import {
  amountsOf,
  type Difference,
  differencesOf,
  distanceOf,
  type Group,
  isSameActivity,
  MAX_COMPARED_PER_DAY,
  type ReconciledActivity,
} from './activity-comparison.ts';
import { ActivityIndex, foldedTitle } from './activity-index.ts';
import { addDays, type Day } from './calendar.ts';
import { claimDifferences } from './claim-differences.ts';
import { type NearLimits, swappedDay } from './near-activity.ts';

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

/** How activities are compared. */
export interface ReconcileOptions {
  /** What the member has said already. */
  readonly verdicts?: readonly PairVerdict[];
  readonly near?: NearLimits;
}

/** Portals often show the day on which a provider reported an activity. */
const LIMITS_OF_PORTALS: NearLimits = { sameTitleDays: 7, nearTitleDays: 1, isByNumbers: false };

/** After so many entries a long comparison lets other work run. */
const ENTRIES_PER_STEP = 250;

/**
 * Compares the entries of a portal with records. Entries and records of one title on the same days are one activity, unless there are several of
 * them that differ; what is only near is for the member to decide. The order of either list doesn't matter for what is matched. Takes time in
 * proportion to the length of the lists.
 */
export function reconcileActivities<There extends ReconciledActivity, Here extends ReconciledActivity>(
  entries: readonly There[],
  records: readonly Here[],
  options: ReconcileOptions = {},
): Reconciliation<There, Here> {
  const steps = reconcileInSteps(entries, records, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `reconcileActivities`, in steps of some milliseconds, so that the caller can let other work run between them. */
export function* reconcileInSteps<There extends ReconciledActivity, Here extends ReconciledActivity>(
  entries: readonly There[],
  records: readonly Here[],
  { verdicts = [], near: nearLimits = LIMITS_OF_PORTALS }: ReconcileOptions = {},
): Generator<undefined, Reconciliation<There, Here>, undefined> {
  const pairing = new Pairing(entries, records, { verdicts, nearLimits });
  pairing.matchConfirmed();
  yield* pairing.matchEqual();
  yield* pairing.matchUnique();
  const matched = pairing.pairs.splice(0);
  yield* pairing.matchNearest();
  const [near, equal, different] = [
    pairing.pairs,
    matched.filter(({ differences }) => differences.length === 0),
    matched.filter(({ differences }) => differences.length > 0),
  ];
  return { equal, different, near, onlyThere: [...pairing.entries], onlyHere: [...pairing.records] };
}

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
  readonly #nearLimits: NearLimits;
  readonly #distinct: ReadonlySet<string>;
  readonly #entriesByTitle: ActivityIndex<There>;
  readonly #index: ActivityIndex<Here>;
  /** By the records of one title and last day, which many entries share. */
  readonly #groups = new WeakMap<readonly Here[], readonly Group<Here>[]>();
  #steps = 0;

  constructor(
    entries: readonly There[],
    records: readonly Here[],
    { verdicts, nearLimits }: { readonly verdicts: readonly PairVerdict[]; readonly nearLimits: NearLimits },
  ) {
    this.entries = new Set(entries);
    this.records = new Set(records);
    this.#verdicts = verdicts;
    this.#nearLimits = nearLimits;
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
  *matchEqual(): Generator<undefined, void, undefined> {
    const byAmounts = Map.groupBy(this.records, (one) => `${one.end} ${foldedTitle(one)} ${amountsOf(one)}`);
    for (const there of this.entries) {
      yield* this.#pause();
      const alike = byAmounts.get(`${there.end} ${foldedTitle(there)} ${amountsOf(there)}`) ?? [];
      const here = alike.find(
        (one) => this.#isSame(there, one) && claimDifferences(there.claims, one.claims).length === 0,
      );
      if (here !== undefined) this.#pair(there, here);
    }
  }

  /** Pairs entries and records of one activity that are of no other. */
  *matchUnique(): Generator<undefined, void, undefined> {
    const unique: { readonly there: There; readonly here: Here }[] = [];
    for (const there of this.entries) {
      yield* this.#pause();
      const [here, ...more] = firstTwo(this.#index.withTitleOf(there, there.end), (one) => this.#isSame(there, one));
      if (here === undefined || more.length > 0) continue;
      const others = firstTwo(this.#entriesByTitle.withTitleOf(here, here.end), (one) => this.#isSame(one, here));
      if (others.length === 1) unique.push({ there, here });
    }
    for (const { there, here } of unique) this.#pair(there, here);
  }

  /** Pairs what may be one activity, what is nearest first. */
  *matchNearest(): Generator<undefined, void, undefined> {
    const edges: Edge<There, Here>[] = [];
    for (const there of this.entries) {
      yield* this.#pause();
      edges.push(...this.#nearby(there));
    }
    const ordered = edges.sort(
      (a, b) => a.away - b.away || compare(a.there.id, b.there.id) || compare(a.among[0].id, b.among[0].id),
    );
    for (const { there, among } of ordered) {
      const here = among.find((one) => this.#isOpen(there, one));
      if (here !== undefined) this.#pair(there, here);
    }
  }

  *#pause(): Generator<undefined, void, undefined> {
    this.#steps += 1;
    if (this.#steps % ENTRIES_PER_STEP === 0) yield;
  }

  /** Returns the records that may be the activity of an entry, with how far away they are. */
  #nearby(there: There): readonly Edge<There, Here>[] {
    const { sameTitleDays, nearTitleDays } = this.#nearLimits;
    const days = new Set([...daysAround(there.end, sameTitleDays), ...swappedDay(there.end)]);
    const titled = [...days].flatMap((on) => this.#groupsOf(this.#index.withTitleOf(there, on)));
    const alike = daysAround(there.end, nearTitleDays).flatMap((on) => {
      const some = this.#index.endingOn(on);
      return some.length > MAX_COMPARED_PER_DAY ? [] : some;
    });
    const single = alike.filter((here) => foldedTitle(here) !== foldedTitle(there)).map((here) => [here] as const);
    return [...titled, ...single].flatMap((among) => {
      const away = distanceOf(there, among, this.#nearLimits);
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
