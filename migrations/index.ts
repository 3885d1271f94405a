import { FirstTables } from './2026-11-25-first-tables.ts';

/** Every migration, oldest first. A migration that has landed never changes. */
export const migrations = [FirstTables];
