import { Migration } from '@mikro-orm/migrations';

/** Waits for its turn to write to the audit log, and then reads the last hashes of some subjects: one call in place of two statements. */
export class AuditHashes extends Migration {
  override up(): void {
    this.addSql(AUDIT_LAST_HASHES);
  }
}

// Each statement of the function sees what was committed before it, so the hashes are read after the lock.
const AUDIT_LAST_HASHES = `create function audit_last_hashes(in_workspace uuid, in_subjects jsonb)
   returns table (subject text, after_hash text) language plpgsql as $$
   begin
     perform pg_advisory_xact_lock(hashtextextended('audit ' || in_workspace::text, 0));
     return query select distinct on (entry.subject) entry.subject, entry.after_hash from audit_entry entry
       where entry.workspace_id = in_workspace and entry.subject = any (array(select jsonb_array_elements_text(in_subjects)))
       order by entry.subject, entry.seq desc;
   end $$`;
