import { Migration } from '@mikro-orm/migrations';

/** An import that is published has an entry in the audit log; those from before have none. */
export class AuditedImports extends Migration {
  override up(): void {
    this.addSql('alter table record_import add column is_logged boolean not null default false');
  }
}
