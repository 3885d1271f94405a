import type { Identity, Platform } from './identity.ts';

/** Where something was said. `address` is opaque: only the adapter that made it reads it. */
export interface Place {
  readonly platform: Platform;
  readonly tenant: string;
  readonly address: string;
}

/** A place of a tenant the bot was added to: somebody's own chat, a team, a group. `place` is opaque. */
export interface BotPlacement {
  /** Who added it to a team, which its owners may. */
  readonly by?: { readonly identity: Identity; readonly name: string };
  readonly platform: Platform;
  readonly tenant: string;
  readonly place: string;
}
