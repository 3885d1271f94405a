import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity } from './row-level-security.ts';

/**
 * The append-only log: every change is one entry, which holds the hash of the entry before it. Entries are made by a function alone;
 * the app may read them and do nothing else with them. What was changed stands apart, so that it can be erased and the log stays valid.
 */
export class AuditLog extends Migration {
  override name = '2026-11-25-audit-log';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
    for (const table of AUDIT_TABLES) for (const statement of enableRowLevelSecurity(table)) this.addSql(statement);
    this.addSql(GRANTS);
  }
}

/** In the order in which they refer to one another. */
export const AUDIT_TABLES = ['audit_head', 'audit_entry', 'audit_content'] as const;

// Ids, hashes and words of ours: nothing that anybody typed fits in.
const WORD = `~ '^[a-z0-9-]*$'`;
const HASH = `~ '^([0-9a-f]{64})?$'`;

const STATEMENTS = [
  `create table audit_head (
    workspace_id uuid primary key references workspace (workspace_id),
    seq bigint not null,
    hash text not null check (hash ${HASH})
  )`,
  `create table audit_entry (
    workspace_id uuid not null,
    seq bigint not null,
    at timestamptz(3) not null,
    actor text not null check (actor ${WORD}),
    what text not null check (what ${WORD}),
    kind text not null check (kind ${WORD}),
    subject text not null check (subject ${WORD}),
    before_hash text not null check (before_hash ${HASH}),
    after_hash text not null check (after_hash ${HASH}),
    why text not null check (why ${WORD}),
    previous text not null check (previous ${HASH}),
    hash text not null check (hash ${HASH}),
    primary key (workspace_id, seq),
    unique (workspace_id, previous)
  )`,
  'create index audit_entry_of_subject on audit_entry (workspace_id, subject, seq)',
  // What the hashes are hashes of, each with a salt: without them a hash says nothing.
  `create table audit_content (
    workspace_id uuid not null,
    seq bigint not null,
    subject text not null,
    person_id uuid,
    salt text not null,
    content jsonb not null,
    primary key (workspace_id, seq)
  )`,
  'create index audit_content_of_person on audit_content (workspace_id, person_id)',
  `create function audit_line(entry audit_entry) returns text language sql immutable as $$
     select concat_ws('|', entry.previous, entry.workspace_id, entry.seq,
       to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), entry.actor, entry.what, entry.kind, entry.subject,
       entry.before_hash, entry.after_hash, entry.why)
   $$`,
  // Whoever appends waits for the one before: the head is locked until that one's transaction ends.
  `create function audit_append(in_workspace uuid, in_at timestamptz, in_actor text, in_what text, in_kind text, in_subject text,
     in_before text, in_after text, in_why text) returns bigint
   language plpgsql security definer set search_path = public, pg_temp as $$
   declare
     head audit_head;
     entry audit_entry;
   begin
     if in_workspace is distinct from nullif(current_setting('app.workspace', true), '')::uuid then
       raise exception 'An entry belongs to the workspace that is open.';
     end if;
     insert into audit_head values (in_workspace, 0, repeat('0', 64)) on conflict do nothing;
     select * into strict head from audit_head where workspace_id = in_workspace for update;
     entry := row(in_workspace, head.seq + 1, in_at, in_actor, in_what, in_kind, in_subject, in_before, in_after, in_why, head.hash, '');
     entry.hash := encode(sha256(convert_to(audit_line(entry), 'UTF8')), 'hex');
     insert into audit_entry select (entry).*;
     update audit_head set seq = entry.seq, hash = entry.hash where workspace_id = in_workspace;
     return entry.seq;
   end $$`,
  'revoke all on function audit_append from public',
  // Also whoever owns the tables changes nothing by mistake; only a whole workspace goes, with its log.
  `create function audit_is_final() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and old.workspace_id::text = current_setting('app.purge', true) then
       return old;
     end if;
     raise exception 'The log is only ever appended to.';
   end $$`,
  'create trigger audit_is_final before update or delete on audit_entry for each row execute function audit_is_final()',
  'create trigger audit_is_whole before truncate on audit_entry for each statement execute function audit_is_final()',
] as const;

const GRANTS = `
  do $$
  begin
    grant select on audit_head, audit_entry to recert_app;
    grant select, insert, delete on audit_content to recert_app;
    grant execute on function audit_append to recert_app;
  exception when undefined_object then null;
  end $$`;
