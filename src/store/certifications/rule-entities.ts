import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

/** A certification that a workspace added or changed; `content` is a rule file. */
export const CustomRule = defineEntity({
  name: 'CustomRule',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    code: p.text().primary(),
    content: p.json<unknown>(),
    editedBy: p.uuid(),
    editedAt: p.datetime(),
  },
});

export type CustomRule = InferEntity<typeof CustomRule>;
