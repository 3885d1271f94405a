import { Directory } from './account/directory.ts';
import { Acts } from './acts.ts';
import type { AuditedScope } from './audited-repository.ts';
import { CustomRules } from './certifications/custom-rules.ts';
import { Holdings } from './certifications/holdings.ts';
import { Attestations } from './evidence/attestations.ts';
import { Proofs } from './evidence/proofs.ts';
import { RemovedProofs } from './evidence/removed-proofs.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import { CalendarAddresses } from './notifications/calendar-addresses.ts';
import { Nudges } from './notifications/nudges.ts';
import { Outbox } from './notifications/outbox.ts';
import { MemberPreferences } from './notifications/preferences.ts';
import { ReminderStates } from './notifications/reminder-states.ts';
import { WorkspaceSchedule } from './notifications/workspace-schedule.ts';
import { Opportunities } from './opportunities/opportunities.ts';
import { OpportunityChanges } from './opportunities/opportunity-changes.ts';
import { PendingFiles } from './portability/outgoing-files.ts';
import { RecordImports } from './portability/record-imports.ts';
import { Activities } from './records/activities.ts';
import { Drafts } from './records/drafts.ts';
import { DuplicateFinder } from './records/duplicate-finder.ts';
import { Records } from './records/records.ts';
import { HistoricalState } from './reports/historical-state.ts';
import { PortalEntries } from './reports/portal-entries.ts';
import { Reports } from './reports/reports.ts';
import { RowRestorer } from './row-restorer.ts';
import { People } from './teams/people.ts';
import { Settings } from './teams/settings.ts';
import { Teams } from './teams/teams.ts';

/** The repositories of one workspace inside one transaction. */
export type RepositoriesOfScope = Readonly<ReturnType<typeof repositoriesIn>>;

/** Makes the repositories of one workspace inside one transaction; their changes are noted in its audit log. */
export function repositoriesIn(scope: AuditedScope) {
  const proofs = new Proofs(scope);
  return {
    acts: new Acts(scope),
    rowRestorer: new RowRestorer(scope),
    people: new People(scope),
    holdings: new Holdings(scope),
    activities: new Activities(scope, proofs),
    proofs,
    removedProofs: new RemovedProofs(scope),
    attestations: new Attestations(scope),
    duplicates: new DuplicateFinder(scope),
    drafts: new Drafts(scope),
    customRules: new CustomRules(scope),
    opportunities: new Opportunities(scope),
    opportunityChanges: new OpportunityChanges(scope),
    records: new Records(scope),
    files: new PendingFiles(scope),
    recordImports: new RecordImports(scope),
    idempotencyKeys: new IdempotencyKeys(scope),
    settings: new Settings(scope),
    teams: new Teams(scope),
    preferences: new MemberPreferences(scope),
    reminderStates: new ReminderStates(scope),
    nudges: new Nudges(scope),
    calendarAddresses: new CalendarAddresses(scope),
    outbox: new Outbox(scope),
    schedule: new WorkspaceSchedule(scope),
    directory: new Directory(scope),
    history: new HistoricalState(scope),
    reports: new Reports(scope),
    portalEntries: new PortalEntries(scope),
    audit: scope.audit,
  };
}
