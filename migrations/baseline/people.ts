import { PERSON } from './references.ts';

/** The workspace and its people. */
export const PEOPLE_TABLES = [
  'workspace',
  'person',
  'identity',
  'preference',
  'idempotency_key',
  'pending_file',
] as const;

export const PEOPLE = [
  `create table workspace (
    workspace_id uuid primary key,
    zone text not null default 'UTC',
    tolerance integer not null default 7 check (tolerance between 0 and 365),
    locale text not null default 'en-GB',
    nudge_budget integer not null default 4 check (nudge_budget between 0 and 31),
    escalates boolean not null default true,
    names_members boolean not null default true,
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
  // A person's identity on a platform, and the address where they can be messaged in private.
  `create table identity (
    workspace_id uuid not null,
    platform text not null,
    tenant text not null,
    platform_user text not null,
    person_id uuid not null,
    address text,
    primary key (workspace_id, platform, tenant, platform_user),
    ${PERSON}
  )`,
  `create table preference (
    workspace_id uuid not null,
    person_id uuid not null,
    zone text,
    locale text,
    iso_dates boolean not null default false,
    work_days text not null default '12345' check (work_days ~ '^[1-7]+$'),
    contact_from integer not null default 9 check (contact_from between 0 and 23),
    contact_until integer not null default 18 check (contact_until between 1 and 24),
    is_named boolean not null default false,
    wants_nudges boolean not null default true,
    tells_manager boolean not null default true,
    away_until date,
    left_on date,
    decided_on date,
    primary key (workspace_id, person_id),
    check (contact_from < contact_until),
    ${PERSON} on delete cascade
  )`,
  // The answer to an act that changed something: the same act again gets the same answer.
  `create table idempotency_key (
    workspace_id uuid not null references workspace (workspace_id),
    key text not null,
    reply jsonb,
    created_at timestamptz not null,
    primary key (workspace_id, key)
  )`,
  // Files that wait to be delivered. Only the hash of a link's secret is stored; the link expires before the file.
  `create table pending_file (
    workspace_id uuid not null,
    file_id uuid not null,
    person_id uuid not null,
    command text not null,
    name text not null,
    type text not null,
    bytes bytea not null,
    sha256 text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    taken_at timestamptz,
    link_hash text,
    link_expires_at timestamptz,
    primary key (workspace_id, file_id),
    ${PERSON}
  )`,
] as const;
