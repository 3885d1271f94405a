import { defineEntity, p } from '@mikro-orm/core';

// The directory's tables are read to find out which workspace is meant: they stand before the walls.

/** A stored channel or private chat of a platform. */
export interface StoredPlace {
  readonly platform: string;
  readonly tenant: string;
  readonly address: string;
}

/** Which workspace a platform's tenant is, and since when it is not wanted any more. */
export const Installation = defineEntity({
  name: 'Installation',
  properties: {
    platform: p.text().primary(),
    tenant: p.text().primary(),
    workspaceId: p.uuid(),
    uninstalledAt: p.datetime().nullable(),
  },
});

/** An identity linked to a person of another workspace: the same human on a second platform. */
export const LinkedIdentity = defineEntity({
  name: 'LinkedIdentity',
  properties: {
    platform: p.text().primary(),
    tenant: p.text().primary(),
    platformUser: p.text().primary(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    linkedAt: p.datetime(),
  },
});

/** A one-time code on its way from one platform to the other. */
export const LinkCode = defineEntity({
  name: 'LinkCode',
  properties: {
    workspaceId: p.uuid().primary(),
    personId: p.uuid().primary(),
    codeHash: p.text(),
    personName: p.text(),
    replyTo: p.json<StoredPlace>().nullable(),
    expiresAt: p.datetime(),
    otherPlatform: p.text().nullable(),
    otherTenant: p.text().nullable(),
    otherUser: p.text().nullable(),
    otherName: p.text().nullable(),
  },
});

/** A place of a tenant where recert is installed, for platforms that install apps per place. */
export const InstalledPlace = defineEntity({
  name: 'InstalledPlace',
  properties: { platform: p.text().primary(), tenant: p.text().primary(), place: p.text().primary() },
});
