import { Migration } from '@mikro-orm/migrations';

/** Entries of one act are appended together: the head of the log is read and written once, however many there are. */
export class Together extends Migration {
  override name = '2026-11-26-together';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Whoever appends waits for the one before: the head is locked until that one's transaction ends.
  `create function audit_append_all(in_workspace uuid, in_at timestamptz, in_actor text, in_entries jsonb) returns bigint
   language plpgsql security definer set search_path = public, pg_temp as $$
   declare
     head audit_head;
     entry audit_entry;
     said jsonb;
     first bigint;
   begin
     if in_workspace is distinct from nullif(current_setting('app.workspace', true), '')::uuid then
       raise exception 'An entry belongs to the workspace that is open.';
     end if;
     insert into audit_head values (in_workspace, 0, repeat('0', 64)) on conflict do nothing;
     select * into strict head from audit_head where workspace_id = in_workspace for update;
     first := head.seq + 1;
     for said in select value from jsonb_array_elements(in_entries) with ordinality each(value, place) order by place loop
       entry := row(in_workspace, head.seq + 1, in_at, in_actor, said->>'what', said->>'kind', said->>'subject',
         said->>'before', said->>'after', said->>'why', head.hash, '');
       entry.hash := encode(sha256(convert_to(audit_line(entry), 'UTF8')), 'hex');
       insert into audit_entry select (entry).*;
       head.seq := entry.seq;
       head.hash := entry.hash;
     end loop;
     update audit_head set seq = head.seq, hash = head.hash where workspace_id = in_workspace;
     return first;
   end $$`,
  'revoke all on function audit_append_all from public',
  `do $$
   begin
     grant execute on function audit_append_all to recert_app;
   exception when undefined_object then null;
   end $$`,
  'drop function audit_append',
];
