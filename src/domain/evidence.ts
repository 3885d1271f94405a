import type { ActivityKind } from './activity-kinds.ts';
import type { Sourced } from './sourced-value.ts';

/** The types of proof. */
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

/** The facts that a body may require of a proof. */
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

/** What a body accepts as proof. An absent list is unknown and not checked. */
export interface EvidenceTerms {
  /** The facts that the record and its proof must show. */
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

/** The policy for some kinds of activity: its lists replace those of the body, and its refusals are added to them. */
interface KindEvidence extends EvidenceTerms {
  readonly kinds: readonly ActivityKind[];
}

/** A body's policy on proof. */
export interface EvidencePolicy extends EvidenceTerms {
  /** A kind is named at most once. */
  readonly byKind?: readonly KindEvidence[];
  /** Kinds that require a summary, and its minimum number of words. */
  readonly summary?: Sourced<{ readonly kinds: readonly ActivityKind[]; readonly words: number }>;
  /** Files for one entry: how many, and how many bytes they have together. */
  readonly files?: Sourced<{ readonly max: number; readonly bytes: number }>;
  /** How it audits, in a phrase, and within how many days it wants an answer. */
  readonly audit?: Sourced<{ readonly how: string; readonly days?: number }>;
  /** Whose sponsors it takes. */
  readonly sponsors?: Sourced<readonly SponsorRule[]>;
}

/** Whose registered or approved sponsors a body takes, for everything, some kinds of activity, or parts with a mark. */
export interface SponsorRule {
  readonly registries: readonly string[];
  readonly kinds?: readonly ActivityKind[];
  readonly mark?: string;
  /** `required`: no other sponsor counts; `presumed`: others count if the member can show that they fit. */
  readonly force: 'required' | 'presumed';
}

/** The terms for one kind of activity. */
export function evidenceFor(policy: EvidencePolicy, kind: ActivityKind): EvidenceTerms {
  const own = policy.byKind?.find(({ kinds }) => kinds.includes(kind));
  return { ...policy, ...own, refuses: [...refusalsIn(policy), ...(own === undefined ? [] : refusalsIn(own))] };
}

/** Returns the lists of refused types. */
export function refusalsIn({ refuses }: EvidenceTerms): readonly Sourced<readonly EvidenceForm[]>[] {
  if (refuses === undefined) return [];
  return 'value' in refuses ? [refuses] : refuses;
}

/** The stated details of a proof; without a form, its kind is unknown. */
export interface ProofDetails {
  readonly form: EvidenceForm | '';
  readonly shows: readonly EvidenceFact[];
  readonly link: string;
  readonly note: string;
}
