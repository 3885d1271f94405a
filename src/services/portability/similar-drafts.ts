import { epochDay } from '../../domain/calendar.ts';
import { splitWords } from '../../domain/holding.ts';
import { numbersIn } from '../../domain/near-activity.ts';
import { type ComparedActivity, findSimilarRecords } from '../../domain/similar-records.ts';
import type { NewActivity } from '../../store/records/activities.ts';

/** A record of a table: what is saved, and the rows it was read from. */
export interface ComparedRecord {
  readonly activity: NewActivity;
  readonly rows: readonly number[];
  /** The id that recert gave it; records with different ids are different. */
  readonly id: string | undefined;
}

/** A record that is the same as an earlier one of the table, or looks like it. */
export interface SimilarPair<T extends ComparedRecord> {
  readonly record: T;
  readonly earlier: T;
  readonly isSame: boolean;
}

/** Records that are compared with one record: the latest of those that begin or end alike in the same weeks. */
const MAX_COMPARED = 200;
const DAYS_PER_WEEK = 7;
const LETTERS = 5;

interface Compared<T> extends ComparedActivity {
  readonly record: T;
}

/**
 * Returns the records that look like an earlier one: nearly the same title on the same days. Titles with different numbers are different:
 * `Part 1` and `Part 2`. `commonWords` don't tell providers apart.
 */
export function findSimilarInTable<T extends ComparedRecord>(
  records: readonly T[],
  commonWords: ReadonlySet<string>,
): readonly SimilarPair<T>[] {
  const buckets = new Map<string, Compared<T>[]>();
  return records.flatMap((record) => {
    const compared = comparedOf(record);
    const keys = bucketsOf(compared);
    const others = new Set(keys.flatMap((key) => buckets.get(key)?.slice(-MAX_COMPARED) ?? []));
    const possible = [...others].filter((other) => record.id === undefined || record.id === other.record.id);
    const [similar] = findSimilarRecords(compared, possible, commonWords);
    if (similar !== undefined) {
      const earlier = similar.other.record;
      return [{ record, earlier, isSame: contentOf(record.activity) === contentOf(earlier.activity) }];
    }
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [compared]);
      else bucket.push(compared);
    }
    return [];
  });
}

function comparedOf<T extends ComparedRecord>(record: T): Compared<T> {
  const { title, provider, starts, ends } = record.activity;
  return { title, provider, start: starts, end: ends, files: [], record };
}

/** The weeks of a record, with the numbers in its title and its first and its last letters. */
function bucketsOf({ title, start, end }: ComparedActivity): readonly string[] {
  const folded = splitWords(title).join('');
  const numbers = numbersIn(title);
  const [first, last] = [start, end].map((day) => Math.floor(epochDay(day) / DAYS_PER_WEEK));
  const weeks = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, at) => (first ?? 0) + at);
  const ends = [`^${folded.slice(0, LETTERS)}`, `${folded.slice(-LETTERS)}$`];
  return weeks.flatMap((week) => ends.map((letters) => `${week} ${numbers} ${letters}`));
}

function contentOf({ title, provider, starts, ends, minutes, claims }: NewActivity): string {
  return JSON.stringify([title, provider, starts, ends, minutes, claims]);
}
