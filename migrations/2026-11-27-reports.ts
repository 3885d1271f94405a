import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Reports, the links to their evidence, what portals say of a record, and the keys that reports are signed with. */
export class Reports extends Migration {
  override name = '2026-11-27-reports';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
    for (const table of REPORT_TABLES)
      for (const statement of [grantToApp(table), ...enableRowLevelSecurity(table)]) this.addSql(statement);
  }
}

/** In the order in which they refer to one another. */
export const REPORT_TABLES = ['report', 'report_file', 'pack_link', 'portal_entry'] as const;

const PERSON = 'foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade';

const STATEMENTS = [
  `create table report (
    workspace_id uuid not null,
    report_id uuid not null,
    person_id uuid not null,
    request jsonb not null,
    place jsonb not null,
    message text,
    state text not null check (state in ('planned', 'working', 'made', 'done', 'failed')),
    about jsonb,
    tries integer not null default 0,
    lease_until timestamptz,
    planned_at timestamptz not null,
    done_at timestamptz,
    primary key (workspace_id, report_id),
    ${PERSON}
  )`,
  `create index report_open on report (workspace_id, planned_at) where state in ('planned', 'working', 'made')`,
  `create table report_file (
    workspace_id uuid not null,
    report_id uuid not null,
    place integer not null,
    name text not null,
    type text not null,
    sha256 text not null,
    bytes bytea not null,
    outgoing uuid,
    primary key (workspace_id, report_id, place),
    foreign key (workspace_id, report_id) references report (workspace_id, report_id) on delete cascade
  )`,
  `create table pack_link (
    workspace_id uuid not null,
    link_id uuid not null,
    report_id uuid not null,
    person_id uuid not null,
    secret_hash text not null,
    expires_at timestamptz not null,
    primary key (workspace_id, link_id),
    foreign key (workspace_id, report_id) references report (workspace_id, report_id) on delete cascade,
    ${PERSON}
  )`,
  `create table portal_entry (
    workspace_id uuid not null,
    activity_id uuid not null,
    holding_id uuid not null,
    state text not null check (state in ('submitted', 'accepted', 'rejected')),
    on_day date not null,
    reference text not null default '',
    primary key (workspace_id, activity_id, holding_id),
    foreign key (workspace_id, activity_id) references activity (workspace_id, activity_id) on delete cascade,
    foreign key (workspace_id, holding_id) references holding (workspace_id, holding_id) on delete cascade
  )`,
  // Outside of the walls and not for the app's role: whoever gets into the data of a workspace does not get to the keys.
  `create table signing_key (
    key_id text primary key,
    public_pem text not null,
    private_pem text not null,
    made_at timestamptz not null,
    retired_at timestamptz
  )`,
  'create unique index signing_key_in_use on signing_key ((true)) where retired_at is null',
  `do $$
   begin
     revoke all on signing_key from recert_app;
   exception when undefined_object then null;
   end $$`,
];
