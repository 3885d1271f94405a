import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { StoredPlace } from '../account/directory-entities.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

/** A platform's group: a user group by id, or all people of a channel. */
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
    /** The workspace's applies if null. */
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    /** The channel of its digest. */
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
    /** Why its channel can't be posted to, as the platform's error code. */
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

/** The revision of all that a person's standing is computed from. Triggers write it. */
export const StandingRevision = defineEntity({
  name: 'StandingRevision',
  ...ofWorkspace,
  properties: { workspaceId: tenant(), personId: p.uuid().primary(), revision: p.uuid() },
});

export type Team = InferEntity<typeof Team>;
export type TeamMember = InferEntity<typeof TeamMember>;
