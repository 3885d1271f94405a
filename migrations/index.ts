import { Baseline } from './2026-11-29-baseline.ts';

/** Every migration, oldest first. A migration that was released never changes; new ones are added at the end. */
export const migrations = [{ name: '2026-11-29-baseline', class: Baseline }];

export { TENANT_TABLES } from './2026-11-29-baseline.ts';
export { AUDIT_TABLES } from './baseline/audit-log.ts';
