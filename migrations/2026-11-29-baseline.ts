import { Migration } from '@mikro-orm/migrations';
import { AUDIT_GRANTS, CREATE_APP_ROLE } from './app-role.ts';
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
    for (const statement of [...tables, CREATE_APP_ROLE, GRANT_TABLES, ...AUDIT_GRANTS, ...secured])
      this.addSql(statement);
  }
}

const GRANT_TABLES = grantToApp('select, insert, update, delete', [...DIRECTORY_TABLES, ...TENANT_TABLES].join(', '));
