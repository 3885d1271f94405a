import { p } from '@mikro-orm/core';

/** The first wall: every query over tenant data is narrowed to one workspace, and fails when none is set. */
export const ofWorkspace = {
  filters: {
    workspace: {
      name: 'workspace',
      default: true,
      cond: (args: Record<string, unknown>) => ({ workspaceId: args.workspaceId }),
    },
  },
} as const;

/** The column every table of tenant data begins with. */
export const tenant = () => p.uuid().primary();
