import type { Place } from './place.ts';

/** A member of a platform's group. */
export interface GroupMember {
  /** The platform's own id of the person. */
  readonly user: string;
  /** Their profile; absent for people in `GroupQuery.known`. */
  readonly profile?: {
    readonly name: string;
    readonly zone?: string;
    readonly locale?: string;
    readonly handle?: string;
  };
  /** The place for private messages to them. */
  readonly direct?: Place;
}

/** The members of a group. `refused`: the platform's error code is the reason; `busy`: it can't be read now. `id` survives a renaming. */
export type MemberGroup =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly members: readonly GroupMember[] }
  | { readonly kind: 'refused' | 'busy'; readonly reason: string };

/** A group by its id or name on the platform; without one, everyone in the place. */
export interface GroupQuery {
  readonly where: Place;
  readonly named: string;
  /** The users whose profile is not needed. */
  readonly known: ReadonlySet<string>;
}
