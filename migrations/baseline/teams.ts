import { PERSON } from './references.ts';

/** Teams, nudges and the outbox. */
export const TEAM_TABLES = ['team', 'team_member', 'nudge', 'outbox'] as const;

export const TEAMS = [
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
    last_error text not null default '',
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
    ${PERSON} on delete cascade
  )`,
  'create index team_member_of_person on team_member (workspace_id, person_id)',
  // A nudge that was sent, or held back and why.
  `create table nudge (
    workspace_id uuid not null,
    nudge_id uuid not null,
    person_id uuid not null,
    key text not null,
    outcome text not null check (outcome in ('sent', 'held-back', 'resolved', 'withdrawn')),
    reason text not null default '',
    topics jsonb not null,
    on_day date not null,
    decided_at timestamptz not null,
    primary key (workspace_id, nudge_id),
    unique (workspace_id, key),
    ${PERSON} on delete cascade
  )`,
  'create index nudge_of_person on nudge (workspace_id, person_id, decided_at)',
  // Every message is stored here before it is sent; nothing with one key is planned twice.
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
  'create index outbox_of_team on outbox (workspace_id, team_id, planned_at)',
] as const;
