/**
 * What became of something the bot said first. `sent`: it is there, and `message` names it for `update`; `refused`: certainly not,
 * and trying again is no use; `busy`: certainly not, for now; `unknown`: perhaps, so it is never blindly repeated.
 */
export type SendResult =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'refused' | 'unknown'; readonly reason: string }
  /** `afterMs`: how long the platform wants to be left alone, where it says so. */
  | { readonly kind: 'busy'; readonly reason: string; readonly afterMs?: number };
