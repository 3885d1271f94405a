import { ACTIVITY, HOLDING, PERSON } from './references.ts';

/** Certifications, activities, what they claim, and their proof. */
export const RECORD_TABLES = [
  'custom_rule',
  'holding',
  'cycle',
  'reminder_state',
  'activity',
  'allocation',
  'allocation_part',
  'confirmed_distinct',
  'draft',
  'proof_file',
  'proof',
  'attestation',
] as const;

export const RECORDS = [
  // Certifications that a workspace adds or changes; the content is a rule file.
  `create table custom_rule (
    workspace_id uuid not null references workspace (workspace_id),
    code text not null,
    content jsonb not null,
    edited_by uuid not null,
    edited_at timestamptz not null,
    primary key (workspace_id, code),
    foreign key (workspace_id, edited_by) references person (workspace_id, person_id)
  )`,
  `create table holding (
    workspace_id uuid not null,
    holding_id uuid not null,
    person_id uuid not null,
    certification text not null,
    number text not null default '',
    certified_on date,
    periods jsonb not null default '{}',
    created_at timestamptz not null,
    primary key (workspace_id, holding_id),
    unique (workspace_id, person_id, certification),
    ${PERSON}
  )`,
  `create table cycle (
    workspace_id uuid not null,
    cycle_id uuid not null,
    holding_id uuid not null,
    starts date not null,
    ends date not null,
    conditions jsonb not null default '{}',
    acts_done jsonb not null default '{}',
    carry_over jsonb not null default '[]',
    primary key (workspace_id, cycle_id),
    unique (workspace_id, holding_id, starts),
    unique (workspace_id, holding_id, cycle_id),
    ${HOLDING} on delete cascade,
    check (starts <= ends)
  )`,
  // Snooze, lapse and escalation of a holding, and the rules and figures its holder was last told about.
  `create table reminder_state (
    workspace_id uuid not null,
    holding_id uuid not null,
    snoozed_until date,
    lets_lapse boolean not null default false,
    rules text not null default '',
    figures text not null default '',
    step integer not null default 0 check (step between 0 and 3),
    step_on date,
    primary key (workspace_id, holding_id),
    ${HOLDING} on delete cascade
  )`,
  // entry_order is the time of entry: it decides which of two entries a cap cuts. version counts changes.
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
    planned boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (workspace_id, activity_id),
    ${PERSON},
    check (starts <= ends)
  )`,
  'create index activity_of_person on activity (workspace_id, person_id, ends)',
  // At most one allocation for each activity and holding.
  `create table allocation (
    workspace_id uuid not null,
    activity_id uuid not null,
    holding_id uuid not null,
    cycle_id uuid not null,
    marks jsonb not null default '[]',
    primary key (workspace_id, activity_id, holding_id),
    ${ACTIVITY},
    foreign key (workspace_id, holding_id, cycle_id) references cycle (workspace_id, holding_id, cycle_id)
  )`,
  'create index allocation_of_holding on allocation (workspace_id, holding_id)',
  // Credits are whole hundredths.
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
  // Two activities that look alike and are confirmed to be different.
  `create table confirmed_distinct (
    workspace_id uuid not null,
    activity_id uuid not null,
    other_id uuid not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    primary key (workspace_id, activity_id, other_id),
    ${ACTIVITY} on delete cascade,
    foreign key (workspace_id, other_id) references activity (workspace_id, activity_id) on delete cascade
  )`,
  // An unfinished form, one for each command.
  `create table draft (
    workspace_id uuid not null,
    person_id uuid not null,
    command text not null,
    answers jsonb not null,
    state text,
    saved_at timestamptz not null,
    primary key (workspace_id, person_id, command),
    ${PERSON}
  )`,
  // bytes is empty where files are stored outside of the database.
  `create table proof_file (
    workspace_id uuid not null,
    file_id uuid not null,
    person_id uuid not null,
    name text not null,
    type text not null,
    size integer not null check (size > 0),
    sha256 text not null,
    bytes bytea,
    created_at timestamptz not null,
    primary key (workspace_id, file_id),
    ${PERSON}
  )`,
  'create index proof_file_of_person on proof_file (workspace_id, person_id, sha256)',
  `create table proof (
    workspace_id uuid not null,
    proof_id uuid not null,
    activity_id uuid not null,
    form text not null default '',
    shows jsonb not null default '[]',
    link text not null default '',
    note text not null default '',
    file_id uuid,
    attested_by uuid,
    added_at timestamptz not null,
    primary key (workspace_id, proof_id),
    ${ACTIVITY} on delete cascade,
    foreign key (workspace_id, file_id) references proof_file (workspace_id, file_id),
    check (link <> '' or note <> '' or file_id is not null)
  )`,
  'create index proof_of_activity on proof (workspace_id, activity_id, added_at)',
  'create index proof_of_file on proof (workspace_id, file_id)',
  // A request to attest an activity, and its answer.
  `create table attestation (
    workspace_id uuid not null,
    attestation_id uuid not null,
    activity_id uuid not null,
    requested_from uuid not null,
    requested_at timestamptz not null,
    answer text check (answer in ('yes', 'no')),
    answered_at timestamptz,
    primary key (workspace_id, attestation_id),
    ${ACTIVITY} on delete cascade,
    foreign key (workspace_id, requested_from) references person (workspace_id, person_id)
  )`,
  `create unique index attestation_open on attestation (workspace_id, activity_id, requested_from)
    where answer is null`,
] as const;
