import { FirstTables, TENANT_TABLES } from './2026-11-25-first-tables.ts';

/** Every migration, oldest first. A migration that has landed never changes. */
export const migrations = [FirstTables];

/** Every table of tenant data, in the order in which they refer to one another. */
export { TENANT_TABLES };
