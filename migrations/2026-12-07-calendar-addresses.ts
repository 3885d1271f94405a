import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Tables of workspace data that this migration adds. */
export const CALENDAR_TABLES = ['calendar_address'];

/** The private addresses under which calendar programs read a person's, or a team's, deadlines. */
export class CalendarAddresses extends Migration {
  override up(): void {
    const statements = [
      // Without a team it is the person's own calendar. Only a hash of the secret is stored.
      `create table calendar_address (
        workspace_id uuid not null,
        address_id uuid not null,
        person_id uuid not null,
        team_id uuid,
        remind_days integer check (remind_days between 1 and 90),
        secret_hash text not null,
        created_at timestamptz not null,
        primary key (workspace_id, address_id),
        foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade,
        foreign key (workspace_id, team_id) references team (workspace_id, team_id) on delete cascade
      )`,
      `create unique index calendar_address_of_person
         on calendar_address (workspace_id, person_id, coalesce(team_id, '00000000-0000-0000-0000-000000000000'))`,
      'create index calendar_address_of_team on calendar_address (workspace_id, team_id)',
      grantToApp('select, insert, update, delete', CALENDAR_TABLES.join(', ')),
      ...CALENDAR_TABLES.flatMap(enableRowLevelSecurity),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
