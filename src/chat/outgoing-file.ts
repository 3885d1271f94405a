import type { Card } from './card.ts';
import type { SendResult } from './send-result.ts';

/** A file to deliver to one person. */
export interface OutgoingFile {
  /** Its id for `Core.claimFile`, on platforms that ask for consent first. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** A secret address to download it from for one day, if recert has a public address. */
  readonly link?: string;
  /** Shown if it can't be delivered, with a button to try again. */
  readonly failureCard: Card;
}

/** The outcome of a delivery. `waiting`: the person must consent or follow a link; until then the core keeps the file. */
export type DeliveryResult =
  | SendResult
  | { readonly kind: 'waiting'; readonly message: string; readonly for: 'consent' | 'link' };

/** A file after its consent. `busy`: it is being delivered already; `gone`: it has expired. */
export type ClaimedFile =
  | { readonly kind: 'file'; readonly file: OutgoingFile }
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone'; readonly card: Card };
