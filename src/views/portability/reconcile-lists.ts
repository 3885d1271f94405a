import type { ReconciledActivity } from '../../domain/activity-comparison.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { MatchedPair, Reconciliation } from '../../domain/reconcile-activities.ts';
import type { TranscriptBody } from '../../domain/transcript-layout.ts';
import type { TranscriptState } from '../../domain/transcript-states.ts';
import type { UnreadLineReason } from '../../sheets/read-transcript.ts';

/** A portal state that can be marked. */
export type MarkedState = 'submitted' | 'accepted' | 'rejected';

/** An activity in a transcript: one line, or a line for each certification. */
export interface TranscriptEntry extends ReconciledActivity {
  /** The numbers of its lines in the text. */
  readonly lines: readonly number[];
  readonly provider: string;
  /** The body's word for the kind of activity. */
  readonly type: string;
  /** State and reference of each claim, by the code of the certification. */
  readonly states: ReadonlyMap<string, { readonly state: TranscriptState; readonly reference: string }>;
  /** Certifications that the member doesn't have, by their names in the transcript. */
  readonly unknown: readonly string[];
  /** What the body counted, where that is less than was submitted. */
  readonly applied?: Credits;
}

/** A record as it is compared with a transcript, with the portal state of each claim by the code of its certification. */
export interface ReconciledRecord extends ReconciledActivity {
  readonly portal: ReadonlyMap<string, MarkedState>;
}

/** A line that counts for nothing at the body. */
export interface ApartLine {
  readonly number: number;
  readonly title: string;
  readonly end: ReconciledActivity['end'];
  readonly reference: string;
  readonly state: TranscriptState;
}

/** A pair of an entry and a record. */
export type TranscriptPair = MatchedPair<TranscriptEntry, ReconciledRecord>;

/** Everything that is shown of a transcript. */
export interface TranscriptComparison extends Reconciliation<TranscriptEntry, ReconciledRecord> {
  readonly body: TranscriptBody;
  readonly apart: readonly ApartLine[];
  readonly unread: readonly { readonly number: number; readonly text: string; readonly why: UnreadLineReason }[];
  /** Lines that are headings, totals or page numbers. */
  readonly skipped: number;
  /** Records of earlier cycles that the transcript doesn't reach back to. */
  readonly earlier: number;
  /** Equal pairs whose state in the portal isn't recorded yet. */
  readonly unmarked: readonly TranscriptPair[];
  readonly certifications: ReadonlyMap<
    string,
    { readonly certification: Certification; readonly renewal: CreditRenewal }
  >;
}

/** The state that a pair can be marked with: that of the claims it has on both sides, if it is new to one of them. */
export function markableState({ there, here }: TranscriptPair): 'submitted' | 'accepted' | undefined {
  const states = here.claims.flatMap(({ certification }) => {
    const state = there.states.get(certification)?.state;
    const isMarkable = state === 'submitted' || state === 'accepted';
    return isMarkable && here.portal.get(certification) !== state ? [state] : [];
  });
  return states.includes('submitted') ? 'submitted' : states[0];
}
