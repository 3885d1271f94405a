import { defineEntity, p } from '@mikro-orm/core';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

export const RecordImport = defineEntity({
  name: 'RecordImport',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    importId: p.uuid().primary(),
    personId: p.uuid(),
    /** When its last batch was saved. */
    activeAt: p.datetime(),
    /** Its records are being removed. */
    abandoned: p.boolean(),
    /** The last entry of the audit log when its records became visible. */
    publishedSeq: p.bigint('number').nullable(),
    /** Its publication has an entry in the audit log. */
    isLogged: p.boolean(),
  },
});
