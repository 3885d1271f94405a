/**
 * The outcome of a message. `sent`: `message` is its id for `update`; `refused`: not sent, and a retry won't help; `busy`: not sent,
 * a retry may help; `unknown`: perhaps sent, so it is never retried automatically.
 */
export type SendResult =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'refused' | 'unknown'; readonly reason: string }
  | Unreachable;

/** Certainly not sent. `afterMs`: the pause before a retry, if the platform asks for one. */
export interface Unreachable {
  readonly kind: 'busy';
  readonly reason: string;
  readonly afterMs?: number;
}
