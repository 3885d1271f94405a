import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';

/** A value with the words that it was read from. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly words: string;
}

/** What a document is. */
export type DocumentKind =
  | 'certificate'
  | 'attendance-record'
  | 'letter'
  | 'transcript'
  | 'badge'
  | 'receipt'
  | 'registration'
  | 'admission'
  | 'other';

/** What comes before an activity, and doesn't show that a person took part in it. */
type NoProofKind = 'receipt' | 'registration' | 'admission';

/** Whether a document can prove that a person took part. A payment, a registration or an admission ticket comes before that. */
export function isProofOfAttendance(kind: DocumentKind): kind is Exclude<DocumentKind, NoProofKind> {
  return kind !== 'receipt' && kind !== 'registration' && kind !== 'admission';
}

/** Credits of one field of study, category or area. */
export interface CreditPart {
  readonly field: string;
  readonly credits: Credits;
  readonly mark?: 'ethics';
}

/** A course on a transcript. Credits and grade are as printed; only what is `completed` can be logged. */
export interface TranscriptCourse {
  readonly title: string;
  readonly credits: string;
  readonly grade: string;
  readonly state: 'completed' | 'in-progress' | 'failed' | 'unknown';
}

/** What a document leaves open: the order of day and month, which days, how long, how many credits, or which of several courses. */
export type CertificateQuestion = 'day' | 'days' | 'duration' | 'credits' | 'course';

/** What was read in a document; what isn't clearly there is absent. */
export interface CertificateReading {
  readonly kind: DocumentKind;
  readonly activityKind?: ActivityKind;
  readonly title?: ReadValue<string>;
  readonly provider?: ReadValue<string>;
  readonly attendee?: ReadValue<string>;
  readonly from?: ReadValue<Day>;
  /** The last of several days. */
  readonly to?: ReadValue<Day>;
  /** A date as printed, of which day and month could be swapped. */
  readonly typedDate?: string;
  readonly minutes?: ReadValue<number>;
  readonly credits?: ReadValue<Credits>;
  /** `CPE`, `CPE hour` or `PDU`, as far as the document says it. */
  readonly unit?: string;
  readonly split?: readonly CreditPart[];
  readonly certificateId?: ReadValue<string>;
  /** The number of the provider in a registry. */
  readonly sponsorId?: ReadValue<string>;
  readonly link?: ReadValue<string>;
  readonly courses?: readonly TranscriptCourse[];
  readonly questions: readonly CertificateQuestion[];
}

/** Whether the signature of a badge fits the key inside it; `unchecked` without a signature or a key. */
export type BadgeSignature = 'valid' | 'invalid' | 'unchecked';

/** An Open Badge. What it doesn't contain is absent; a hosted badge contains little. */
export interface BadgeReading {
  readonly version: '2.0' | '3.0';
  readonly signature: BadgeSignature;
  readonly achievement?: string;
  readonly issuer?: string;
  readonly issuedOn?: Day;
  readonly expiresOn?: Day;
  /** The address of whom it was issued to, if it isn't hashed. */
  readonly recipient?: string;
  /** The hash of that address, such as `sha256$…`, and the salt that was added to the address. */
  readonly recipientHash?: { readonly hash: string; readonly salt: string };
}

/** Why nothing was read in a document. */
export type UnreadReason = 'encrypted' | 'broken' | 'no-text' | 'too-slow' | 'too-large' | 'pictures-off';

/** What came of reading a document. */
export type DocumentOutcome =
  | {
      readonly kind: 'certificate';
      readonly reading: CertificateReading;
      readonly isPicture: boolean;
      /** The table of a portal's transcript: a line for each row, with tabs between its cells. */
      readonly transcript?: string;
    }
  | { readonly kind: 'badge'; readonly badge: BadgeReading }
  | { readonly kind: 'unread'; readonly why: UnreadReason };

/** A document to read, by the type of its contents. */
export interface UnreadDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Reads a document within a time limit in milliseconds. Never rejects. */
export type ReadDocument = (document: UnreadDocument, timeoutMs: number) => Promise<DocumentOutcome>;
