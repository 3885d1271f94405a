/** Whether an activity counts for a certification, by its subjects. */
export type FitVerdict = 'counts' | 'if-it-fits' | 'does-not-count';

/** The name of a subject in each language of the product. */
export interface SubjectName {
  readonly en: string;
  readonly de: string;
}

/** The verdict with its reason. */
export interface DomainFit {
  readonly verdict: FitVerdict;
  /** The subject that decides it; absent if the provider's statement decides it, or if no subject was recognised. */
  readonly subject?: SubjectName;
  /** The provider states credits for the certification. */
  readonly isStated?: boolean;
}

/** The subjects that count for a certification, and those that count if they fit the holder's work, each with what is narrower. */
export interface DomainSubjects {
  readonly domains: ReadonlySet<string>;
  readonly related: ReadonlySet<string>;
}

/** The share of an activity's subjects from which it is in the domains. */
const MIN_SHARE = 0.5;

/**
 * Judges the subjects of an activity, the main one first, and names the one that decides. It counts if half of them are in the domains. One that
 * has nothing to do with the domains doesn't count; one whose subjects aren't known counts if it fits.
 */
export function judgeSubjects(
  subjects: readonly string[],
  { domains, related }: DomainSubjects,
): { readonly verdict: FitVerdict; readonly subject?: string } {
  const [main] = subjects;
  if (main === undefined) return { verdict: 'if-it-fits' };
  const inside = subjects.filter((subject) => domains.has(subject));
  const [subject] = inside;
  if (subject !== undefined && inside.length >= subjects.length * MIN_SHARE) return { verdict: 'counts', subject };
  const near = subject ?? subjects.find((one) => related.has(one));
  return near === undefined ? { verdict: 'does-not-count', subject: main } : { verdict: 'if-it-fits', subject: near };
}
