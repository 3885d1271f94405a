import type { Card } from './card.ts';
import type { SendResult } from './send-result.ts';

/** A file for one person, on its way. */
export interface OutgoingFile {
  /** Names it to the core, for a platform whose people are asked first. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where whoever has the address can fetch it for a day, if recert has a public one. */
  readonly link?: string;
  /** What to say when it could not be delivered, with a button for another try. */
  readonly failureCard: Card;
}

/** What became of a file. `waiting`: its reader must say yes, or follow a link; until then it stays with the core. */
export type DeliveryResult =
  | SendResult
  | { readonly kind: 'waiting'; readonly message: string; readonly for: 'consent' | 'link' };

/** A file somebody said yes to: here it is; somebody else is delivering it just now; or it is not there any more. */
export type ClaimedFile =
  | { readonly kind: 'file'; readonly file: OutgoingFile }
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone'; readonly card: Card };
