import type { Place } from './place.ts';

/** Somebody of a group that a platform keeps. */
export interface GroupMember {
  /** The platform's own id of the person. */
  readonly user: string;
  /** What the platform says of them; not asked for where they are known. */
  readonly profile?: { readonly name: string; readonly zone?: string; readonly locale?: string };
  /** Where they alone can be told something. */
  readonly direct?: Place;
}

/**
 * Who is in a group. `refused`: the platform says no, in its own word; `busy`: it could not be asked now. `id` finds the group again,
 * whatever it is called by then.
 */
export type MemberGroup =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly members: readonly GroupMember[] }
  | { readonly kind: 'refused' | 'busy'; readonly reason: string };

/** Which group: by its id or the name it has on the platform; without one, everybody in the place. */
export interface GroupQuery {
  readonly where: Place;
  readonly named: string;
  /** The users of whom nothing needs to be asked. */
  readonly known: ReadonlySet<string>;
}
