import type { ActivityKind } from './activity-kinds.ts';
import type { Sourced } from './sourced.ts';

/** What shows that an activity happened. */
export const EVIDENCE_FORMS = [
  'certificate',
  'transcript',
  'diploma',
  'attendance-record',
  'letter',
  'minutes',
  'summary',
  'outline',
  'lesson-plan',
  'publication',
  'screenshot',
  'registration',
  'receipt',
  'invoice',
  'calendar-invite',
  'syllabus',
  'slides',
  'spreadsheet',
  'work-order',
  'performance-review',
  'resume',
] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** What a proof must show. */
export const EVIDENCE_FACTS = [
  'attendee',
  'title',
  'description',
  'sponsor',
  'sponsor-id',
  'date',
  'hours',
  'location',
  'instructor',
  'relevance',
  'signature',
] as const;
export type EvidenceFact = (typeof EVIDENCE_FACTS)[number];

/** What a body takes as proof of something. An absent list is unknown: nothing is checked against it. */
export interface EvidenceTerms {
  /** What the record and its proof must show together. */
  readonly shows?: Sourced<readonly EvidenceFact[]>;
  /** One of these is enough. */
  readonly accepts?: Sourced<readonly EvidenceForm[]>;
  /** Every one of these is needed. */
  readonly needs?: Sourced<readonly EvidenceForm[]>;
  /** Never proof. A list, or several of different certainty that add up. */
  readonly refuses?: Sourced<readonly EvidenceForm[]> | readonly Sourced<readonly EvidenceForm[]>[];
  /** The language proof must be in or be translated to, as a BCP 47 tag. */
  readonly language?: Sourced<string>;
}

/** What is taken for some kinds of activity: its lists stand in for those of the whole body, what it refuses comes on top of them. */
export interface KindEvidence extends EvidenceTerms {
  readonly kinds: readonly ActivityKind[];
}

/** What a body takes as proof, and how it looks at it. */
export interface EvidencePolicy extends EvidenceTerms {
  /** A kind is named at most once. */
  readonly byKind?: readonly KindEvidence[];
  /** Of these kinds a summary of at least so many words is asked for. */
  readonly summary?: Sourced<{ readonly kinds: readonly ActivityKind[]; readonly words: number }>;
  /** Files for one entry: how many, and how many bytes they have together. */
  readonly files?: Sourced<{ readonly max: number; readonly bytes: number }>;
  /** How it audits, in a phrase, and within how many days it wants an answer. */
  readonly audit?: Sourced<{ readonly how: string; readonly days?: number }>;
}

/** The terms for one kind of activity. */
export function evidenceFor(policy: EvidencePolicy, kind: ActivityKind): EvidenceTerms {
  const own = policy.byKind?.find(({ kinds }) => kinds.includes(kind));
  return { ...policy, ...own, refuses: [...refusalsIn(policy), ...(own === undefined ? [] : refusalsIn(own))] };
}

/** What is refused, list by list. */
export function refusalsIn({ refuses }: EvidenceTerms): readonly Sourced<readonly EvidenceForm[]>[] {
  if (refuses === undefined) return [];
  return 'value' in refuses ? [refuses] : refuses;
}
