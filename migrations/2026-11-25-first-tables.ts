import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity } from './row-level-security.ts';

/** Tables of tenant data, in the order in which they refer to one another. */
export const TENANT_TABLES = [
  'workspace',
  'person',
  'identity',
  'holding',
  'cycle',
  'activity',
  'allocation',
  'allocation_part',
  'effect',
] as const;

/** The first tables, the unprivileged role, and row-level security on everything that belongs to a workspace. */
export class FirstTables extends Migration {
  override name = '2026-11-25-first-tables';

  override up(): void {
    for (const statement of [...TABLES, ROLE, ...TENANT_TABLES.flatMap(enableRowLevelSecurity)]) this.addSql(statement);
  }
}

/**
 * A managed database may forbid creating roles. Then recert logs in as a role that is neither superuser nor exempt from
 * row-level security, and `force row level security` holds for it as the owner too.
 */
const ROLE = `
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
    grant select, insert, update, delete on installation, linked_identity, link_code to recert_app;
    grant select, insert, update, delete on
      workspace, person, identity, holding, cycle, activity, allocation, allocation_part, effect to recert_app;
  end $$`;

const TABLES = [
  // The directory: three tables that belong to no workspace, because they are read to find out which one is meant. First, which
  // workspace a platform's tenant is, and since when it is not wanted any more.
  `create table installation (
    platform text not null,
    tenant text not null,
    workspace_id uuid not null,
    created_at timestamptz not null default now(),
    uninstalled_at timestamptz,
    primary key (platform, tenant)
  )`,
  // Then, which identities are somebody of another workspace: one person on two platforms.
  `create table linked_identity (
    platform text not null,
    tenant text not null,
    platform_user text not null,
    workspace_id uuid not null,
    person_id uuid not null,
    linked_at timestamptz not null,
    primary key (platform, tenant, platform_user)
  )`,
  'create index linked_identity_of_person on linked_identity (workspace_id, person_id)',
  // And the one-time codes with which they become so; only the hash of a code is kept, and for minutes.
  `create table link_code (
    workspace_id uuid not null,
    person_id uuid not null,
    code_hash text not null unique,
    person_name text not null,
    reply_to jsonb,
    expires_at timestamptz not null,
    other_platform text,
    other_tenant text,
    other_user text,
    other_name text,
    primary key (workspace_id, person_id)
  )`,
  `create table workspace (
    workspace_id uuid primary key,
    zone text not null default 'UTC',
    tolerance integer not null default 7 check (tolerance between 0 and 365),
    created_at timestamptz not null default now()
  )`,
  `create table person (
    workspace_id uuid not null references workspace (workspace_id),
    person_id uuid not null,
    name text not null,
    role text not null check (role in ('member', 'manager', 'auditor', 'admin')),
    zone text,
    locale text,
    created_at timestamptz not null,
    primary key (workspace_id, person_id)
  )`,
  `create table identity (
    workspace_id uuid not null,
    platform text not null,
    tenant text not null,
    platform_user text not null,
    person_id uuid not null,
    address text,
    primary key (workspace_id, platform, tenant, platform_user),
    foreign key (workspace_id, person_id) references person (workspace_id, person_id)
  )`,
  `create table holding (
    workspace_id uuid not null,
    holding_id uuid not null,
    person_id uuid not null,
    certification text not null,
    number text not null default '',
    certified_on date,
    created_at timestamptz not null,
    primary key (workspace_id, holding_id),
    unique (workspace_id, person_id, certification),
    foreign key (workspace_id, person_id) references person (workspace_id, person_id)
  )`,
  `create table cycle (
    workspace_id uuid not null,
    cycle_id uuid not null,
    holding_id uuid not null,
    starts date not null,
    ends date not null,
    primary key (workspace_id, cycle_id),
    unique (workspace_id, holding_id, starts),
    unique (workspace_id, holding_id, cycle_id),
    foreign key (workspace_id, holding_id) references holding (workspace_id, holding_id) on delete cascade,
    check (starts <= ends)
  )`,
  `create table activity (
    workspace_id uuid not null,
    activity_id uuid not null,
    person_id uuid not null,
    entry_order bigint generated always as identity,
    title text not null,
    provider text not null default '',
    kind text not null,
    delivery text not null default '',
    starts date not null,
    ends date not null,
    minutes integer check (minutes between 1 and 100000),
    description text not null default '',
    proof_link text not null default '',
    proof_note text not null default '',
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (workspace_id, activity_id),
    foreign key (workspace_id, person_id) references person (workspace_id, person_id),
    check (starts <= ends)
  )`,
  'create index activity_of_person on activity (workspace_id, person_id, ends)',
  `create table allocation (
    workspace_id uuid not null,
    activity_id uuid not null,
    holding_id uuid not null,
    cycle_id uuid not null,
    primary key (workspace_id, activity_id, holding_id),
    foreign key (workspace_id, activity_id) references activity (workspace_id, activity_id),
    foreign key (workspace_id, holding_id, cycle_id) references cycle (workspace_id, holding_id, cycle_id)
  )`,
  'create index allocation_of_holding on allocation (workspace_id, holding_id)',
  `create table allocation_part (
    workspace_id uuid not null,
    activity_id uuid not null,
    holding_id uuid not null,
    category text not null,
    credits integer not null check (credits > 0),
    primary key (workspace_id, activity_id, holding_id, category),
    foreign key (workspace_id, activity_id, holding_id)
      references allocation (workspace_id, activity_id, holding_id)
  )`,
  // What was answered to an act that changed something: the same act again gets the same answer.
  `create table effect (
    workspace_id uuid not null references workspace (workspace_id),
    effect_key text not null,
    reply jsonb,
    created_at timestamptz not null,
    primary key (workspace_id, effect_key)
  )`,
] as const;
