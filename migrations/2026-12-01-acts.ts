import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Tables of workspace data that this migration adds, in foreign-key order. */
export const ACT_TABLES = ['act', 'act_change', 'removed_proof'];

/** Tables whose rows an act changes, and `undo` restores. */
const CHANGED_TABLES = [
  'workspace',
  'person',
  'preference',
  'custom_rule',
  'holding',
  'cycle',
  'opening_balance',
  'reminder_state',
  'activity',
  'allocation',
  'allocation_part',
  'confirmed_distinct',
  'proof',
  'removed_proof',
  'portal_entry',
  'team',
  'team_member',
];

/** What a person did in the last minutes, with each changed row before and after, so that it can be undone. */
export class Acts extends Migration {
  override up(): void {
    const statements = [
      ...TABLES,
      NOTE_CHANGES,
      ...CHANGED_TABLES.flatMap(triggersOf),
      grantToApp('select, insert, update, delete', ACT_TABLES.join(', ')),
      ...ACT_TABLES.flatMap(enableRowLevelSecurity),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

const TABLES = [
  // An act without changes is one that can't be undone.
  `create table act (
    workspace_id uuid not null,
    act_id uuid not null,
    act_order bigint generated always as identity,
    person_id uuid not null,
    command text not null,
    role text not null,
    at timestamptz not null,
    undone_at timestamptz,
    primary key (workspace_id, act_id)
  )`,
  'create index act_of_person on act (workspace_id, person_id, act_order)',
  'create index act_by_time on act (workspace_id, at)',
  // Noted while the act runs, so without a foreign key to it.
  `create table act_change (
    workspace_id uuid not null,
    act_id uuid not null,
    change_order bigint generated always as identity,
    table_name text not null,
    before jsonb,
    after jsonb,
    primary key (workspace_id, act_id, change_order)
  )`,
  // Apart from `proof`, so that no query of proofs finds a removed one. The file is kept as long as it is here.
  `create table removed_proof (
    workspace_id uuid not null,
    proof_id uuid not null,
    activity_id uuid not null,
    form text not null,
    shows jsonb not null,
    link text not null,
    note text not null,
    file_id uuid,
    attested_by uuid,
    added_at timestamptz not null,
    removed_at timestamptz not null,
    primary key (workspace_id, proof_id),
    foreign key (workspace_id, activity_id) references activity (workspace_id, activity_id) on delete cascade,
    foreign key (workspace_id, file_id) references proof_file (workspace_id, file_id)
  )`,
  'create index removed_proof_of_activity on removed_proof (workspace_id, activity_id)',
  'create index removed_proof_of_file on removed_proof (workspace_id, file_id)',
];

// `app.act` is set while an act runs, and only then are changes noted.
const NOTE_CHANGES = `create function note_act_changes() returns trigger language plpgsql as $$
   declare
     act uuid := current_setting('app.act', true)::uuid;
   begin
     if tg_op = 'INSERT' then
       insert into act_change (workspace_id, act_id, table_name, after)
         select new_row.workspace_id, act, tg_table_name, to_jsonb(new_row) from new_rows new_row;
     elsif tg_op = 'DELETE' then
       insert into act_change (workspace_id, act_id, table_name, before)
         select old_row.workspace_id, act, tg_table_name, to_jsonb(old_row) from old_rows old_row;
     else
       insert into act_change (workspace_id, act_id, table_name, before, after)
         values (new.workspace_id, act, tg_table_name, to_jsonb(old), to_jsonb(new));
     end if;
     return null;
   end $$`;

const IS_ACT = `coalesce(current_setting('app.act', true), '') <> ''`;

function triggersOf(table: string): readonly string[] {
  const note = 'execute function note_act_changes()';
  return [
    `create trigger note_inserts after insert on ${table} referencing new table as new_rows
       for each statement when (${IS_ACT}) ${note}`,
    `create trigger note_updates after update on ${table}
       for each row when (old.* is distinct from new.* and ${IS_ACT}) ${note}`,
    `create trigger note_deletes after delete on ${table} referencing old table as old_rows
       for each statement when (${IS_ACT}) ${note}`,
  ];
}
