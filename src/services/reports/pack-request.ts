import type { Place } from '../../chat/interaction.ts';

/** What is to be packed, and for whom. */
export type PackRequest =
  /** Everything of the person who asks, for themselves. */
  | { readonly of: 'everything' }
  | {
      readonly of: 'report';
      readonly reportId: string;
      /** The name of the link, by which it can be withdrawn. */
      readonly linkId: string;
      /** Whom it is for; with `outsider`, whoever passes it on. */
      readonly personId: string;
      /** Where they can be told; nothing where it goes to whoever asks. */
      readonly to: Place | undefined;
      /** The name of somebody outside; empty where it is for the person. */
      readonly outsider: string;
      /** So long the link is good. */
      readonly days: number;
    };
