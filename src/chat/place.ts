import type { Identity, Platform } from './identity.ts';

/** A place to send messages to. `address` is opaque to all but its adapter. */
export interface Place {
  readonly platform: Platform;
  readonly tenant: string;
  readonly address: string;
}

/** A place the bot was added to: a person's own chat, a team or a group. `place` is opaque. */
export interface BotPlacement {
  /** The owner who added it to a team. */
  readonly by?: { readonly identity: Identity; readonly name: string };
  readonly platform: Platform;
  readonly tenant: string;
  readonly place: string;
}
