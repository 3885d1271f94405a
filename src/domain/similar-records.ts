import type { Day } from './calendar.ts';
import { areSameWords, differInNumber, editDistance, type Title, titleOf } from './title.ts';

/** The fields of an activity that are compared. */
export interface ComparedActivity {
  readonly title: string;
  readonly provider: string;
  readonly start: Day;
  readonly end: Day;
  /** The SHA-256 of each file that proves it, in hexadecimal digits. */
  readonly files: readonly string[];
}

/** Why two records look like one activity: a shared file, or similar titles on the same days. */
export type SimilarityReason = 'same-file' | 'same-title' | 'reordered-title' | 'contained-title' | 'near-title';

/** A similar record and the reason. */
export interface SimilarRecord<T extends ComparedActivity> {
  readonly other: T;
  readonly reason: SimilarityReason;
}

/**
 * Returns the records that look like the same event as `candidate`, in the order of `others` (docs/domain.md, section 7). Two
 * records are similar when they share a file, or when their days overlap, their titles are near and no two different providers
 * are named. `others` must not contain the candidate.
 */
export function findSimilarRecords<T extends ComparedActivity>(
  candidate: ComparedActivity,
  others: readonly T[],
): readonly SimilarRecord<T>[] {
  const files = new Set(candidate.files);
  const provider = titleOf(candidate.provider).folded;
  const title = titleOf(candidate.title);
  return others.flatMap((other): SimilarRecord<T>[] => {
    if (other.files.some((file) => files.has(file))) return [{ other, reason: 'same-file' }];
    if (other.start > candidate.end || other.end < candidate.start) return [];
    if (!mayBeOf(provider, other.provider)) return [];
    const reason = similarityReason(title, titleOf(other.title));
    return reason === undefined ? [] : [{ other, reason }];
  });
}

/** Whether two providers may be the same; an empty one matches any. */
function mayBeOf(folded: string, provider: string): boolean {
  if (folded === '') return true;
  const other = titleOf(provider).folded;
  return other === '' || other === folded;
}

/** A short title inside another, such as `Cloud`, is not a match. */
const MIN_CONTAINED_LENGTH = 8;
/** How many letters of the longer title may be others, in percent. */
const MAX_DIFFERENCE_PERCENT = 20;

function similarityReason(one: Title, other: Title): SimilarityReason | undefined {
  if (one.folded === '' || other.folded === '') return undefined;
  const reason = nearness(one, other);
  return reason === undefined || reason === 'same-title' || !differInNumber(one, other) ? reason : undefined;
}

function nearness(one: Title, other: Title): SimilarityReason | undefined {
  if (one.folded === other.folded) return 'same-title';
  if (areSameWords(one, other)) return 'reordered-title';
  const [short, long] =
    one.folded.length < other.folded.length ? [one.folded, other.folded] : [other.folded, one.folded];
  if (short.length >= MIN_CONTAINED_LENGTH && long.includes(short)) return 'contained-title';
  const max = Math.floor((long.length * MAX_DIFFERENCE_PERCENT) / 100);
  return editDistance(short, long, max) <= max ? 'near-title' : undefined;
}
