import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

export const PendingFile = defineEntity({
  name: 'PendingFile',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    fileId: p.uuid().primary(),
    personId: p.uuid(),
    command: p.text(),
    name: p.text(),
    type: p.text(),
    bytes: p.blob().$type<Uint8Array>(),
    sha256: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    takenAt: p.datetime().nullable(),
    linkHash: p.text().nullable(),
    linkExpiresAt: p.datetime().nullable(),
  },
});

export type PendingFile = InferEntity<typeof PendingFile>;
