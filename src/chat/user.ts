import type { Profile } from './identity.ts';
import type { Place } from './place.ts';

/** A user by the platform's id, in the tenant of a place. */
export interface UserQuery {
  readonly where: Place;
  readonly user: string;
  /** Runs in the background, so there is no time limit. */
  readonly isPatient?: true;
  /** The place is the user's own chat with recert, so a user who isn't found in it has no account any more. */
  readonly isOwnChat?: true;
}

/**
 * A user as the platform knows them; `user` is the id of their identity. `stranger`: no member of the tenant, or no person. `unread`: the platform
 * did not answer; the user is set if the id alone identifies them. `unreachable`: the bot can't see them until they have used it. `gone`: their
 * account was deleted or deactivated; only said of a user in their own chat.
 */
export type UserResult =
  | { readonly kind: 'member'; readonly user: string; readonly profile?: Profile; readonly direct?: Place }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unread'; readonly user?: string; readonly direct?: Place };
