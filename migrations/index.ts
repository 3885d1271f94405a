import { AUDIT_TABLES, AuditLog } from './2026-11-25-audit-log.ts';
import { TENANT_TABLES as FIRST_TENANT_TABLES, FirstTables } from './2026-11-25-first-tables.ts';
import { InstalledPlaces } from './2026-11-25-installed-places.ts';
import { OutgoingFiles } from './2026-11-25-outgoing-files.ts';
import { PROOF_TABLES, Proofs } from './2026-11-25-proofs.ts';
import { WholeRules } from './2026-11-25-whole-rules.ts';
import { OPPORTUNITY_TABLES, Opportunities } from './2026-11-26-opportunities.ts';
import { TEAM_TABLES, Teams } from './2026-11-26-teams.ts';
import { Together } from './2026-11-26-together.ts';
import { Packs } from './2026-11-27-packs.ts';
import { REPORT_TABLES, Reports } from './2026-11-27-reports.ts';

/** Every migration, oldest first. A migration that has landed never changes. */
export const migrations = [
  FirstTables,
  OutgoingFiles,
  InstalledPlaces,
  WholeRules,
  Proofs,
  AuditLog,
  Opportunities,
  Teams,
  Together,
  Reports,
  Packs,
];

/** Every table of tenant data, in the order in which they refer to one another. */
export const TENANT_TABLES: readonly string[] = [
  ...FIRST_TENANT_TABLES,
  'outgoing_file',
  'own_rule',
  ...PROOF_TABLES,
  ...OPPORTUNITY_TABLES,
  ...TEAM_TABLES,
  ...REPORT_TABLES,
];

/** The tables of the log, which the app's role cannot delete from. */
export { AUDIT_TABLES };
