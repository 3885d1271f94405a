import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

export const ConfirmedDistinct = defineEntity({
  name: 'ConfirmedDistinct',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    activityId: p.uuid().primary(),
    otherId: p.uuid().primary(),
    confirmedBy: p.uuid(),
    confirmedAt: p.datetime(),
  },
});

export const Draft = defineEntity({
  name: 'Draft',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    personId: p.uuid().primary(),
    command: p.text().primary(),
    answers: p.json<Readonly<Record<string, string | readonly string[]>>>(),
    state: p.text().nullable(),
    savedAt: p.datetime(),
  },
});

export type Draft = InferEntity<typeof Draft>;
