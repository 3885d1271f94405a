/** Whether a platform accepts the bot, as its adapter last found out. */
export type PlatformStatus =
  | { readonly kind: 'connected' }
  /** Further attempts follow; `problem` is a sentence for the operator, without secrets. */
  | { readonly kind: 'disconnected'; readonly problem: string };

/** Takes each status that an adapter finds out. */
export type ReportStatus = (status: PlatformStatus) => void;

/** The platform refuses the settings, so further attempts are useless; the message says which setting and how to fix it. */
export class PlatformRefusal extends Error {
  override name = 'PlatformRefusal';
}
