import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Teams, what members and workspaces wish, what is to be said to them without being asked, and when to look again. */
export class Teams extends Migration {
  override name = '2026-11-26-teams';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
    for (const table of TEAM_TABLES)
      for (const statement of [grantToApp(table), ...enableRowLevelSecurity(table)]) this.addSql(statement);
    this.addSql(grantToApp('alarm'));
  }
}

/** In the order in which they refer to one another. */
export const TEAM_TABLES = ['preference', 'care', 'team', 'team_member', 'nudge', 'outbox'] as const;

const PERSON = 'foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade';

const STATEMENTS = [
  `alter table workspace
    add column locale text not null default 'en-GB',
    add column nudge_budget integer not null default 4 check (nudge_budget between 0 and 31),
    add column escalates boolean not null default true,
    add column names_members boolean not null default true`,
  `create table preference (
    workspace_id uuid not null,
    person_id uuid not null,
    zone text,
    locale text,
    iso_dates boolean not null default false,
    work_days text not null default '12345' check (work_days ~ '^[1-7]+$'),
    welcome_from integer not null default 9 check (welcome_from between 0 and 23),
    welcome_until integer not null default 18 check (welcome_until between 1 and 24),
    is_named boolean not null default false,
    wants_nudges boolean not null default true,
    tells_manager boolean not null default true,
    away_until date,
    left_on date,
    looked_on date,
    primary key (workspace_id, person_id),
    check (welcome_from < welcome_until),
    ${PERSON}
  )`,
  `create table care (
    workspace_id uuid not null,
    holding_id uuid not null,
    snoozed_until date,
    lets_lapse boolean not null default false,
    rules text not null default '',
    figures text not null default '',
    step integer not null default 0 check (step between 0 and 3),
    step_on date,
    primary key (workspace_id, holding_id),
    foreign key (workspace_id, holding_id) references holding (workspace_id, holding_id) on delete cascade
  )`,
  `create table team (
    workspace_id uuid not null,
    team_id uuid not null,
    name text not null check (name <> ''),
    zone text,
    locale text,
    place jsonb,
    digest_day integer not null default 1 check (digest_day between 1 and 7),
    digest_hour integer not null default 9 check (digest_hour between 0 and 23),
    digest_since timestamptz,
    follows jsonb,
    followed_at timestamptz,
    trouble text not null default '',
    created_at timestamptz not null,
    primary key (workspace_id, team_id)
  )`,
  'create unique index team_of_name on team (workspace_id, lower(name))',
  `create table team_member (
    workspace_id uuid not null,
    team_id uuid not null,
    person_id uuid not null,
    is_manager boolean not null default false,
    joined_at timestamptz not null,
    primary key (workspace_id, team_id, person_id),
    foreign key (workspace_id, team_id) references team (workspace_id, team_id) on delete cascade,
    ${PERSON}
  )`,
  `create index team_member_of_person on team_member (workspace_id, person_id)`,
  // What was said to somebody, or held back and why.
  `create table nudge (
    workspace_id uuid not null,
    nudge_id uuid not null,
    person_id uuid not null,
    key text not null,
    outcome text not null check (outcome in ('said', 'held', 'over', 'withdrawn')),
    reason text not null default '',
    topics jsonb not null,
    on_day date not null,
    decided_at timestamptz not null,
    primary key (workspace_id, nudge_id),
    unique (workspace_id, key),
    ${PERSON}
  )`,
  'create index nudge_of_person on nudge (workspace_id, person_id, decided_at)',
  // Every message stands here before it is sent.
  `create table outbox (
    workspace_id uuid not null,
    message_id uuid not null,
    key text not null,
    purpose text not null check (purpose in ('digest', 'details', 'nudge', 'notice')),
    team_id uuid,
    person_id uuid,
    week text not null default '',
    place jsonb not null,
    card jsonb,
    follows uuid,
    state text not null check (state in ('planned', 'sending', 'sent', 'failed', 'unknown', 'withdrawn')),
    reason text not null default '',
    due_at timestamptz not null,
    lease_until timestamptz,
    tries integer not null default 0,
    message text,
    planned_at timestamptz not null,
    done_at timestamptz,
    primary key (workspace_id, message_id),
    unique (workspace_id, key)
  )`,
  `create index outbox_waiting on outbox (workspace_id, due_at) where state in ('planned', 'sending')`,
  `create index outbox_of_team on outbox (workspace_id, team_id, planned_at)`,
  // A table of the directory: when somebody has to look at a workspace again. It says nothing of anybody.
  `create table alarm (
    workspace_id uuid primary key,
    due_at timestamptz not null
  )`,
  'create index alarm_due on alarm (due_at)',
  `insert into alarm (workspace_id, due_at) select distinct workspace_id, now() from installation on conflict do nothing`,
] as const;
