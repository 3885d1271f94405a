import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Proof in tables of its own, files among it; what somebody vouches for; and what somebody began to write. */
export class Proofs extends Migration {
  override name = '2026-11-25-proofs';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
    for (const table of PROOF_TABLES)
      for (const statement of [grantToApp(table), ...enableRowLevelSecurity(table)]) this.addSql(statement);
  }
}

/** In the order in which they refer to one another. */
export const PROOF_TABLES = ['proof_file', 'proof', 'both_real', 'attestation', 'draft'] as const;

const ACTIVITY =
  'foreign key (workspace_id, activity_id) references activity (workspace_id, activity_id) on delete cascade';
const PERSON = 'foreign key (workspace_id, person_id) references person (workspace_id, person_id)';

const STATEMENTS = [
  // Counts up with every change, so that nobody overwrites what they have not seen.
  'alter table activity add column version integer not null default 1',
  // A file belongs to whoever brought it; bytes that are kept elsewhere are not here.
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
    ${ACTIVITY},
    foreign key (workspace_id, file_id) references proof_file (workspace_id, file_id),
    check (link <> '' or note <> '' or file_id is not null)
  )`,
  'create index proof_of_activity on proof (workspace_id, activity_id, added_at)',
  'create index proof_of_file on proof (workspace_id, file_id)',
  // Without force, for there is no workspace whose rows these are.
  'alter table activity no force row level security',
  `insert into proof (workspace_id, proof_id, activity_id, link, note, added_at)
     select workspace_id, gen_random_uuid(), activity_id, proof_link, proof_note, created_at
       from activity where proof_link <> '' or proof_note <> ''`,
  'alter table activity force row level security',
  'alter table activity drop column proof_link, drop column proof_note',
  // Two activities that look like one, and are not: somebody said so.
  `create table both_real (
    workspace_id uuid not null,
    activity_id uuid not null,
    other_id uuid not null,
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (workspace_id, activity_id, other_id),
    ${ACTIVITY},
    foreign key (workspace_id, other_id) references activity (workspace_id, activity_id) on delete cascade
  )`,
  // Somebody was asked to vouch for an activity.
  `create table attestation (
    workspace_id uuid not null,
    attestation_id uuid not null,
    activity_id uuid not null,
    asked_of uuid not null,
    asked_at timestamptz not null,
    answer text check (answer in ('yes', 'no')),
    answered_at timestamptz,
    primary key (workspace_id, attestation_id),
    ${ACTIVITY},
    foreign key (workspace_id, asked_of) references person (workspace_id, person_id)
  )`,
  'create unique index attestation_open on attestation (workspace_id, activity_id, asked_of) where answer is null',
  // A form that was begun and not finished, one for each command.
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
] as const;
