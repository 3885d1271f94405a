import { TENANT_TABLES as BASELINE_TABLES, Baseline } from './2026-11-29-baseline.ts';
import { DateOrder } from './2026-11-30-date-order.ts';
import { OPENING_TABLES, PartsAndOpenings } from './2026-11-30-parts-and-openings.ts';
import { UserHandles } from './2026-11-30-user-handles.ts';
import { ACT_TABLES, Acts } from './2026-12-01-acts.ts';
import { AllDayOpportunities } from './2026-12-01-all-day-opportunities.ts';
import { Departures } from './2026-12-02-departures.ts';
import { Deliveries } from './2026-12-03-deliveries.ts';
import { DocumentReadings } from './2026-12-04-document-readings.ts';
import { TableNames } from './2026-12-05-table-names.ts';
import { AllocationsByHolding } from './2026-12-06-allocations-by-holding.ts';
import { CALENDAR_TABLES, CalendarAddresses } from './2026-12-07-calendar-addresses.ts';
import { OpportunityDetails } from './2026-12-07-opportunity-details.ts';
import { SenderContext } from './2026-12-07-sender-context.ts';
import { IMPORT_TABLES, StagedImports } from './2026-12-07-staged-imports.ts';
import { AuditHashes } from './2026-12-08-audit-hashes.ts';
import { BotInstallations, INSTALLATION_TABLES } from './2026-12-08-bot-installations.ts';
import { AddOperatingFigures } from './2026-12-09-operating-figures.ts';
import { AuditedImports } from './2026-12-10-audited-imports.ts';
import { WeeklySummaries } from './2026-12-10-weekly-summaries.ts';
import { PUBLIC_TABLES, PublicFeeds } from './2026-12-11-public-feeds.ts';
import { REVISION_TABLES, StandingRevisions } from './2026-12-11-standing-revisions.ts';
import { StagedHoldings } from './2026-12-12-staged-holdings.ts';
import { HelpRequests } from './2026-12-13-help-requests.ts';
import { AppendEntriesTogether } from './2026-12-14-append-entries-together.ts';
import { RevisionsWithoutStatistics } from './2026-12-15-revisions-without-statistics.ts';
import { AUDIT_GRANTS, CREATE_APP_ROLE, REVOKE_APPEND } from './app-role.ts';
import { DIRECTORY_TABLES } from './baseline/directory.ts';
import { grantToApp } from './row-level-security.ts';

/** Every migration, oldest first. A migration that was released never changes; new ones are added at the end. */
export const migrations = [
  { name: '2026-11-29-baseline', class: Baseline },
  { name: '2026-11-30-parts-and-openings', class: PartsAndOpenings },
  { name: '2026-11-30-user-handles', class: UserHandles },
  { name: '2026-11-30-date-order', class: DateOrder },
  { name: '2026-12-01-acts', class: Acts },
  { name: '2026-12-01-all-day-opportunities', class: AllDayOpportunities },
  { name: '2026-12-02-departures', class: Departures },
  { name: '2026-12-03-deliveries', class: Deliveries },
  { name: '2026-12-04-document-readings', class: DocumentReadings },
  { name: '2026-12-05-table-names', class: TableNames },
  { name: '2026-12-06-allocations-by-holding', class: AllocationsByHolding },
  { name: '2026-12-07-calendar-addresses', class: CalendarAddresses },
  { name: '2026-12-07-staged-imports', class: StagedImports },
  { name: '2026-12-07-opportunity-details', class: OpportunityDetails },
  { name: '2026-12-07-sender-context', class: SenderContext },
  { name: '2026-12-08-audit-hashes', class: AuditHashes },
  { name: '2026-12-08-bot-installations', class: BotInstallations },
  { name: '2026-12-09-operating-figures', class: AddOperatingFigures },
  { name: '2026-12-10-audited-imports', class: AuditedImports },
  { name: '2026-12-10-weekly-summaries', class: WeeklySummaries },
  { name: '2026-12-11-public-feeds', class: PublicFeeds },
  { name: '2026-12-11-standing-revisions', class: StandingRevisions },
  { name: '2026-12-12-staged-holdings', class: StagedHoldings },
  { name: '2026-12-13-help-requests', class: HelpRequests },
  { name: '2026-12-14-append-entries-together', class: AppendEntriesTogether },
  { name: '2026-12-15-revisions-without-statistics', class: RevisionsWithoutStatistics },
];

/** All tables of workspace data, in foreign-key order. */
export const TENANT_TABLES: readonly string[] = [
  ...BASELINE_TABLES,
  ...OPENING_TABLES,
  ...ACT_TABLES,
  ...CALENDAR_TABLES,
  ...IMPORT_TABLES,
  ...REVISION_TABLES,
];

/** Statements that make the application's role and its privileges; each may be run again. */
export const APP_GRANTS: readonly string[] = [
  CREATE_APP_ROLE,
  grantToApp(
    'select, insert, update, delete',
    [...DIRECTORY_TABLES, ...INSTALLATION_TABLES, ...PUBLIC_TABLES, ...TENANT_TABLES].join(', '),
  ),
  REVOKE_APPEND,
  ...AUDIT_GRANTS,
];

export { AUDIT_TABLES } from './baseline/audit-log.ts';
