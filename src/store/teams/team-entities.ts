import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { StoredPlace } from '../account/directory-entities.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

/** A group that a platform keeps: by its id, or by the place all of whose people it is. */
export interface Follows {
  readonly place: StoredPlace;
  readonly id: string;
  readonly name: string;
}

export const Team = defineEntity({
  name: 'Team',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    teamId: p.uuid().primary(),
    name: p.text(),
    /** The workspace's where there is none of its own. */
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    /** Where its digest is posted. */
    place: p.json<StoredPlace>().nullable(),
    /** 1 is Monday. */
    digestDay: p.integer(),
    digestHour: p.integer(),
    /** Slots before it are not made up for; no digest without it. */
    digestSince: p.datetime().nullable(),
    /** The platform's group whose members are its members. */
    follows: p.json<Follows>().nullable(),
    /** When it was last compared with it. */
    followedAt: p.datetime().nullable(),
    /** Why its place takes nothing any more, in the platform's word. */
    lastError: p.text(),
    createdAt: p.datetime(),
  },
});

export const TeamMember = defineEntity({
  name: 'TeamMember',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    teamId: p.uuid().primary(),
    personId: p.uuid().primary(),
    isManager: p.boolean(),
    joinedAt: p.datetime(),
  },
});

export type Team = InferEntity<typeof Team>;
export type TeamMember = InferEntity<typeof TeamMember>;
