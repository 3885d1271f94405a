import { Migration } from '@mikro-orm/migrations';
import { AUDIT_LOG, AUDIT_TABLES } from './baseline/audit-log.ts';
import { DIRECTORY, DIRECTORY_TABLES } from './baseline/directory.ts';
import { OPPORTUNITIES, OPPORTUNITY_TABLES } from './baseline/opportunities.ts';
import { PEOPLE, PEOPLE_TABLES } from './baseline/people.ts';
import { RECORD_TABLES, RECORDS } from './baseline/records.ts';
import { REPORT_TABLES, REPORTS } from './baseline/reports.ts';
import { TEAM_TABLES, TEAMS } from './baseline/teams.ts';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** All tables of workspace data, in foreign-key order. */
export const TENANT_TABLES: readonly string[] = [
  ...PEOPLE_TABLES,
  ...RECORD_TABLES,
  ...OPPORTUNITY_TABLES,
  ...TEAM_TABLES,
  ...REPORT_TABLES,
];

/** All tables, the role without privileges that the application runs under, and row-level security. */
export class Baseline extends Migration {
  override up(): void {
    const tables = [DIRECTORY, PEOPLE, RECORDS, OPPORTUNITIES, TEAMS, REPORTS, AUDIT_LOG].flat();
    const secured = [...TENANT_TABLES, ...AUDIT_TABLES].flatMap(enableRowLevelSecurity);
    for (const statement of [...tables, APP_ROLE, ...GRANTS, ...secured]) this.addSql(statement);
  }
}

/**
 * A managed database may forbid creating roles. Then recert logs in as a role that is neither superuser nor exempt from
 * row-level security, and `force row level security` binds it as the owner too.
 */
const APP_ROLE = `
  do $$
  begin
    begin
      create role recert_app nologin;
    exception when duplicate_object or unique_violation then null; when insufficient_privilege then return;
    end;
    begin
      execute format('grant recert_app to %I', current_user);
    exception when insufficient_privilege then null;
    end;
    execute format('grant usage on schema %I to recert_app', current_schema());
  end $$`;

const GRANTS = [
  grantToApp('select, insert, update, delete', [...DIRECTORY_TABLES, ...TENANT_TABLES].join(', ')),
  grantToApp('select', 'audit_head, audit_entry'),
  grantToApp('select, insert, delete', 'audit_content'),
  grantToApp('execute', 'function audit_append_all'),
];
