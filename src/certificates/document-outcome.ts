import type { CertificateReading } from './read-certificate.ts';

/** Why nothing was read in a document. */
export type UnreadReason = 'encrypted' | 'broken' | 'no-text' | 'too-slow' | 'too-large' | 'pictures-off';

/** What came of reading a document. */
export type DocumentOutcome =
  | { readonly kind: 'certificate'; readonly reading: CertificateReading; readonly isPicture: boolean }
  | { readonly kind: 'unread'; readonly why: UnreadReason };

/** What a process is given to read. */
export interface DocumentTask {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Whether text in pictures is recognised. */
  readonly readsPictures: boolean;
}
