import { ACTIVITY, HOLDING, PERSON, REPORT } from './references.ts';

/** Reports, links to evidence packs, and the state of records in the portals of bodies. */
export const REPORT_TABLES = ['report', 'report_file', 'pack_link', 'portal_entry'] as const;

export const REPORTS = [
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
    ${PERSON} on delete cascade
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
    ${REPORT} on delete cascade
  )`,
  // Without a report the link leads to a person's archive.
  `create table pack_link (
    workspace_id uuid not null,
    link_id uuid not null,
    report_id uuid,
    person_id uuid not null,
    made_by uuid,
    made_for text not null default '',
    secret_hash text not null,
    expires_at timestamptz not null,
    primary key (workspace_id, link_id),
    ${REPORT} on delete cascade,
    ${PERSON} on delete cascade
  )`,
  `create table portal_entry (
    workspace_id uuid not null,
    activity_id uuid not null,
    holding_id uuid not null,
    state text not null check (state in ('submitted', 'accepted', 'rejected')),
    on_day date not null,
    reference text not null default '',
    primary key (workspace_id, activity_id, holding_id),
    ${ACTIVITY} on delete cascade,
    ${HOLDING} on delete cascade
  )`,
  // Belongs to no workspace; the application's role can't read it.
  `create table signing_key (
    key_id text primary key,
    public_pem text not null,
    private_pem text not null,
    made_at timestamptz not null,
    retired_at timestamptz
  )`,
  'create unique index signing_key_in_use on signing_key ((true)) where retired_at is null',
] as const;
