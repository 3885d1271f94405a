import type { Card } from '../chat/card.ts';
import type { Place } from '../chat/place.ts';
import type { PackRequest } from '../services/reports/pack-scope.ts';
import type { ReportRequest } from '../services/reports/report-scope.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import type { ProofFileName } from '../store/evidence/proofs.ts';
import type { CommandName } from '../strings/index.ts';

/** A document to print, and the card that is sent with it. */
export interface PrintedDocument {
  readonly html: string;
  /** The name of the file. */
  readonly name: string;
  /** The command that delivers it again. */
  readonly command: CommandName;
  readonly card: Card;
}

/** An action that runs after the transaction is committed. */
export type DeferredAction =
  /** Posts a card to a person. */
  | { readonly kind: 'notify'; readonly to: Place; readonly personId: string; readonly card: Card }
  /** Sends a planned message at once. */
  | { readonly kind: 'send-message'; readonly messageId: string }
  /** Delivers a stored file to the person. */
  | { readonly kind: 'deliver-file'; readonly fileId: string; readonly card: Card }
  /** Delivers the file of a proof. */
  | { readonly kind: 'deliver-proof'; readonly file: ProofFileName; readonly card: Card }
  /** Prints a document and delivers it. */
  | { readonly kind: 'print'; readonly document: PrintedDocument }
  /** Makes an audit report and delivers it. */
  | { readonly kind: 'make-report'; readonly request: ReportRequest }
  /** Makes an evidence pack or a personal archive and delivers it. */
  | { readonly kind: 'make-pack'; readonly request: PackRequest }
  /** Imports a long table or a large archive, and tells the person the result. */
  | { readonly kind: 'import-file'; readonly fileId: string; readonly options: ImportOptions }
  /** Reads sources of opportunities, and tells the person the result; `before` is how many opportunities the workspace had. */
  | { readonly kind: 'refresh-sources'; readonly sourceIds: readonly string[]; readonly before: number }
  /** Compares a team with the group it follows, and tells the person the result. */
  | { readonly kind: 'sync-team'; readonly teamId: string };

/** What a command does outside of its transaction. */
export interface Effects {
  /** Runs an action after the commit; not if the command is refused or fails. */
  defer(action: DeferredAction): void;
}
