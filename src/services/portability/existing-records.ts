import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ReconciledActivity } from '../../domain/activity-comparison.ts';
import { sum } from '../../domain/credit.ts';
import type { NearLimits } from '../../domain/near-activity.ts';
import { type MatchedPair, type PairVerdict, reconcileInSteps } from '../../domain/reconcile-activities.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type KeyedRecord, recordKey } from '../records/record-key.ts';
import type { CheckedRecord } from './check-drafts.ts';

/** A record of a table that may be one the person has already. */
interface PossibleDuplicate {
  readonly record: CheckedRecord;
  readonly existing: KeyedRecord;
  /** Title and days are the same; something else differs. */
  readonly isSameEvent: boolean;
}

/** The records of a table beside those that the person has. */
interface ExistingComparison {
  /** Those that are the same in everything, counted as often as they exist. */
  readonly already: number;
  readonly possible: readonly PossibleDuplicate[];
  readonly fresh: readonly CheckedRecord[];
}

/** A spreadsheet has the day of an activity, give or take one or two; series of talks have one title on many days. */
const LIMITS: NearLimits = { sameTitleDays: 2, nearTitleDays: 0, isByNumbers: true };

/**
 * Compares the records of a table with those that the person has, one with one. Rows with the id of a record are about it. Takes time in
 * proportion to their number, and lets other work run meanwhile.
 */
export async function compareWithExisting(
  checked: readonly CheckedRecord[],
  existing: readonly KeyedRecord[],
  holdings: readonly CreditHolding[],
): Promise<ExistingComparison> {
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const byKey = Map.groupBy(existing, ({ key }) => key);
  const same = new Set<KeyedRecord>();
  const others = checked.filter(({ activity }) => {
    const record = byKey.get(recordKey(activity, codes))?.shift();
    if (record !== undefined) same.add(record);
    return record === undefined;
  });
  const left = existing.filter((record) => !same.has(record));
  const pairs = await pair(
    others.map((record) => entryOf(record, codes)),
    left,
  );
  const possible = pairs.map(({ there, here, differences }) => {
    const isSameEvent = !differences.some(({ field }) => field === 'title' || field === 'days');
    return { record: there.record, existing: here, isSameEvent };
  });
  const matched = new Set(possible.map(({ record }) => record));
  return { already: same.size, possible, fresh: others.filter((record) => !matched.has(record)) };
}

interface TableEntry extends ReconciledActivity {
  readonly record: CheckedRecord;
}

async function pair(
  entries: readonly TableEntry[],
  records: readonly KeyedRecord[],
): Promise<readonly MatchedPair<TableEntry, KeyedRecord>[]> {
  const ids = new Set(records.map(({ id }) => id));
  const verdicts = entries.flatMap(({ id: there, record: { id } }): readonly PairVerdict[] =>
    id !== undefined && ids.has(id) ? [{ there, here: id, verdict: 'same' }] : [],
  );
  const steps = reconcileInSteps(entries, records, { verdicts, near: LIMITS });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return [...step.value.equal, ...step.value.different, ...step.value.near];
    await yieldToEventLoop();
  }
}

function entryOf(record: CheckedRecord, codes: ReadonlyMap<string, string>): TableEntry {
  const { rows, activity } = record;
  const { title, starts: start, ends: end } = activity;
  const claims = activity.claims.map(({ holdingId, parts }) => ({
    certification: codes.get(holdingId) ?? '',
    credits: sum(parts.map(({ credits }) => credits)),
    parts,
  }));
  return { id: String(rows[0]), title, start, end, claims, record };
}

/** Returns why a record of a table is left out that may be one the person has. */
export function possibleDuplicateText({ existing, isSameEvent }: PossibleDuplicate, words: Words): string {
  const { title, start, end } = existing;
  return words.import.similarRecord(title, words.span(start, end), isSameEvent);
}
