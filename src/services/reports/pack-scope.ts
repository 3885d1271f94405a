import type { StoredPlace } from '../../store/account/directory-entities.ts';

/** What goes into a pack, and who gets it. */
export type PackRequest =
  /** Everything of the person who asks, for themselves. */
  | { readonly of: 'everything' }
  | {
      readonly of: 'report';
      readonly reportId: string;
      /** The id of the link, used to withdraw it. */
      readonly linkId: string;
      /** The receiver; with `outsider`, the person who passes the link on. */
      readonly personId: string;
      /** The receiver's private conversation; undefined when the person who asks gets the link. */
      readonly to: StoredPlace | undefined;
      /** The name of a receiver outside the workspace, or empty. */
      readonly outsider: string;
      /** How many days the link is valid. */
      readonly days: number;
    };
