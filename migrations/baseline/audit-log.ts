/**
 * The append-only audit log: each entry holds the hash of the entry before it. The application's role can read entries and append
 * through one function, nothing else. Contents are stored apart, so that they can be erased and the log stays valid.
 */
export const AUDIT_TABLES = ['audit_head', 'audit_entry', 'audit_content'] as const;

// Ids, hashes and fixed words: nothing a person typed fits in.
const WORD = `~ '^[a-z0-9-]*$'`;
const HASH = `~ '^([0-9a-f]{64})?$'`;

export const AUDIT_LOG = [
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
  // The hashed contents, each with a salt; they can be erased while the log stays valid.
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
  // Appends entries in one call. The head is locked, so writers take turns until the transaction of each ends.
  `create function audit_append_all(in_workspace uuid, in_at timestamptz, in_actor text, in_entries jsonb) returns bigint
   language plpgsql security definer as $$
   declare
     head audit_head;
     entry audit_entry;
     item jsonb;
     first bigint;
   begin
     if in_workspace is distinct from nullif(current_setting('app.workspace', true), '')::uuid then
       raise exception 'An audit entry must belong to the current workspace.';
     end if;
     insert into audit_head values (in_workspace, 0, repeat('0', 64)) on conflict do nothing;
     select * into strict head from audit_head where workspace_id = in_workspace for update;
     first := head.seq + 1;
     for item in select value from jsonb_array_elements(in_entries) with ordinality each(value, place) order by place loop
       entry := row(in_workspace, head.seq + 1, in_at, in_actor, item->>'what', item->>'kind', item->>'subject',
         item->>'before', item->>'after', item->>'why', head.hash, '');
       entry.hash := encode(sha256(convert_to(audit_line(entry), 'UTF8')), 'hex');
       insert into audit_entry select (entry).*;
       head.seq := entry.seq;
       head.hash := entry.hash;
     end loop;
     update audit_head set seq = head.seq, hash = head.hash where workspace_id = in_workspace;
     return first;
   end $$`,
  // For every caller, it finds the tables in its own schema.
  `do $$
   begin
     execute format(
       'alter function audit_append_all(uuid, timestamptz, text, jsonb) set search_path = %I, pg_temp', current_schema());
   end $$`,
  'revoke all on function audit_append_all from public',
  // The owner of the tables can't change entries either; only a whole workspace is deleted, with its log.
  `create function audit_is_final() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and old.workspace_id::text = current_setting('app.purge', true) then
       return old;
     end if;
     raise exception 'The audit log is append-only.';
   end $$`,
  'create trigger audit_is_final before update or delete on audit_entry for each row execute function audit_is_final()',
  'create trigger audit_is_whole before truncate on audit_entry for each statement execute function audit_is_final()',
] as const;
