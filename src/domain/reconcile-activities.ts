import type { Day } from './calendar.ts';
import { type ClaimDifference, type ComparedClaim, claimDifferences } from './claim-differences.ts';
import { splitWords } from './holding.ts';
import { daysApart, isSwappedDay, titleLikeness } from './near-activity.ts';

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

/** What the member has said of an entry and a record: the same activity or not; undefined if they haven't. */
export type PairVerdict = (there: string, here: string) => 'same' | 'distinct' | undefined;

/**
 * Compares the entries of a portal with records. Entries and records of one title on the same days are one activity, unless there are several of
 * them that differ; what is only near is for the member to decide. The order of either list doesn't matter for what is matched.
 */
export function reconcileActivities<There extends ReconciledActivity, Here extends ReconciledActivity>(
  entries: readonly There[],
  records: readonly Here[],
  verdict: PairVerdict = () => undefined,
): Reconciliation<There, Here> {
  const pairing = new Pairing(entries, records);
  pairing.matchUnique((there, here) => verdict(there.id, here.id) === 'same');
  const isSame = (there: There, here: Here) => verdict(there.id, here.id) === undefined && isSameActivity(there, here);
  pairing.matchAll((there, here) => isSame(there, here) && differencesOf(there, here).length === 0);
  pairing.matchUnique(isSame);
  const matched = pairing.pairs.splice(0);
  const perDay = Map.groupBy(records, ({ end }) => end);
  const isCrowded = ({ end }: Here) => (perDay.get(end)?.length ?? 0) > MAX_COMPARED_PER_DAY;
  pairing.matchNearest((there, here) => {
    const isOpen = verdict(there.id, here.id) === undefined;
    return isOpen ? distanceOf(there, here, isCrowded(here)) : undefined;
  });
  const [near, equal, different] = [
    pairing.pairs,
    matched.filter(({ differences }) => differences.length === 0),
    matched.filter(({ differences }) => differences.length > 0),
  ];
  return { equal, different, near, onlyThere: [...pairing.entries], onlyHere: [...pairing.records] };
}

/** Entries and records that have no partner yet, and the pairs that were found. */
class Pairing<There extends ReconciledActivity, Here extends ReconciledActivity> {
  readonly entries: Set<There>;
  readonly records: Set<Here>;
  readonly pairs: MatchedPair<There, Here>[] = [];

  constructor(entries: readonly There[], records: readonly Here[]) {
    this.entries = new Set(entries);
    this.records = new Set(records);
  }

  /** Pairs what fits, the first with the first: for what is alike in everything. */
  matchAll(fits: (there: There, here: Here) => boolean): void {
    for (const there of this.entries) {
      const here = [...this.records].find((one) => fits(there, one));
      if (here !== undefined) this.#pair(there, here);
    }
  }

  /** Pairs what fits nothing else. */
  matchUnique(fits: (there: There, here: Here) => boolean): void {
    const edges = [...this.entries].flatMap((there) =>
      [...this.records].filter((here) => fits(there, here)).map((here) => ({ there, here })),
    );
    const byEntry = Map.groupBy(edges, ({ there }) => there);
    const byRecord = Map.groupBy(edges, ({ here }) => here);
    for (const { there, here } of edges)
      if (byEntry.get(there)?.length === 1 && byRecord.get(here)?.length === 1) this.#pair(there, here);
  }

  /** Pairs what is nearest first. */
  matchNearest(distance: (there: There, here: Here) => number | undefined): void {
    const edges = [...this.entries].flatMap((there) =>
      [...this.records].flatMap((here) => {
        const away = distance(there, here);
        return away === undefined ? [] : [{ there, here, away }];
      }),
    );
    const ordered = edges.sort(
      (a, b) => a.away - b.away || compare(a.there.id, b.there.id) || compare(a.here.id, b.here.id),
    );
    for (const { there, here } of ordered)
      if (this.entries.has(there) && this.records.has(here)) this.#pair(there, here);
  }

  #pair(there: There, here: Here): void {
    this.entries.delete(there);
    this.records.delete(here);
    this.pairs.push({ there, here, differences: differencesOf(there, here) });
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Whether two have one title, in whatever case and punctuation, and the same days, as far as the portal has them. */
function isSameActivity(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return isSameDays(there, here) && folded(there) === folded(here);
}

function isSameDays(there: ReconciledActivity, here: ReconciledActivity): boolean {
  return there.end === here.end && (there.start === undefined || there.start === here.start);
}

function differencesOf(there: ReconciledActivity, here: ReconciledActivity): readonly Difference[] {
  const isSameTitle = folded(there) === folded(here);
  return [
    ...(isSameTitle ? [] : [{ field: 'title' } as const]),
    ...(isSameDays(there, here) ? [] : [{ field: 'days' } as const]),
    ...claimDifferences(there.claims, here.claims),
  ];
}

const foldedTitles = new WeakMap<ReconciledActivity, string>();

/** Folded once, because every entry is compared with every record. */
function folded(activity: ReconciledActivity): string {
  const known = foldedTitles.get(activity) ?? splitWords(activity.title).join('');
  foldedTitles.set(activity, known);
  return known;
}

/** Days between two activities of one title that may be one activity, and of nearly one title. */
const MAX_DAYS_SAME_TITLE = 7;
const MAX_DAYS_NEAR_TITLE = 1;

/** On a day with more records than these only equal titles are compared: a comparison of nearly equal ones takes long. */
const MAX_COMPARED_PER_DAY = 10;

/** Returns how far apart two are that may be one activity; undefined for others. */
function distanceOf(there: ReconciledActivity, here: ReconciledActivity, onlyEqualTitles: boolean): number | undefined {
  const apart = daysApart(there, here);
  const isSwapped = isSwappedDay(there.end, here.end);
  // Days are compared first, because titles take longer.
  if (apart > MAX_DAYS_SAME_TITLE && !isSwapped) return undefined;
  const [theirs, ours] = [folded(there), folded(here)];
  if (onlyEqualTitles && theirs !== ours) return undefined;
  const likeness = titleLikeness(theirs, ours);
  const isNear = likeness === 'same' ? true : likeness === 'near' && apart <= MAX_DAYS_NEAR_TITLE;
  if (!isNear) return undefined;
  return apart * 10 + (likeness === 'same' ? 0 : 5) + Math.min(4, claimDifferences(there.claims, here.claims).length);
}
