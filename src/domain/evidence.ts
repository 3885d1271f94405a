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

/** What a body takes as proof. An absent list is unknown: nothing is checked against it. */
export interface EvidencePolicy {
  readonly shows?: Sourced<readonly EvidenceFact[]>;
  readonly accepts?: Sourced<readonly EvidenceForm[]>;
  readonly refuses?: Sourced<readonly EvidenceForm[]>;
  /** Of these kinds a summary of at least so many words is asked for. */
  readonly summary?: Sourced<{ readonly kinds: readonly ActivityKind[]; readonly words: number }>;
  /** Files for one entry: how many, and how many bytes they have together. */
  readonly files?: Sourced<{ readonly most: number; readonly bytes: number }>;
  /** The language proof must be in or be translated to, as a BCP 47 tag. */
  readonly language?: Sourced<string>;
}
