import type { Day } from './calendar.ts';
import { editDistance } from './edit-distance.ts';
import { splitWords } from './holding.ts';

/** The fields of an activity that are compared. */
export interface ComparedActivity {
  readonly title: string;
  readonly provider: string;
  readonly start: Day;
  readonly end: Day;
  /** The SHA-256 of each file that proves it, in hexadecimal digits. */
  readonly files: readonly string[];
}

/** Why two records look like one activity: a shared file, or equal or nearly equal titles on the same days. */
export type SimilarityReason = 'same-file' | 'same-title' | 'near-title';

/** A similar record and the reason. */
export interface SimilarRecord<T extends ComparedActivity> {
  readonly other: T;
  readonly reason: SimilarityReason;
}

/**
 * Returns the records that look like the same event as `candidate`, in the order of `others` (docs/domain.md, section 7). Two
 * records are similar when they share a file, or when their days overlap, their titles are nearly equal and their providers are equal or one
 * of them is empty. `others` must not contain the candidate. `leftOut` are words that do not tell providers apart, such as legal forms.
 */
export function findSimilarRecords<T extends ComparedActivity>(
  candidate: ComparedActivity,
  others: readonly T[],
  leftOut: ReadonlySet<string>,
): readonly SimilarRecord<T>[] {
  const files = new Set(candidate.files);
  const provider = foldedProvider(candidate.provider, leftOut);
  const title = folded(candidate.title);
  return others.flatMap((other): SimilarRecord<T>[] => {
    if (other.files.some((file) => files.has(file))) return [{ other, reason: 'same-file' }];
    if (other.start > candidate.end || other.end < candidate.start) return [];
    const otherProvider = foldedProvider(other.provider, leftOut);
    if (provider !== '' && otherProvider !== '' && provider !== otherProvider) return [];
    const reason = similarityReason(title, folded(other.title));
    return reason === undefined ? [] : [{ other, reason }];
  });
}

function folded(text: string): string {
  return splitWords(text).join('');
}

/** A provider without legal forms and words that say nothing; one that consists of nothing else stays as it is. */
function foldedProvider(provider: string, leftOut: ReadonlySet<string>): string {
  const words = splitWords(provider);
  const telling = words.filter((word) => !leftOut.has(word));
  return (telling.length === 0 ? words : telling).join('');
}

/** One letter in so many of the longer title may be put in, taken out or changed. */
const LETTERS_PER_DIFFERENCE = 10;

/** Returns whether two folded titles are equal or nearly so, or undefined. An empty title is like no other. */
export function similarityReason(one: string, other: string): 'same-title' | 'near-title' | undefined {
  if (one === '' || other === '') return undefined;
  if (one === other) return 'same-title';
  const max = Math.floor(Math.max(one.length, other.length) / LETTERS_PER_DIFFERENCE);
  return editDistance(one, other, max) <= max ? 'near-title' : undefined;
}
