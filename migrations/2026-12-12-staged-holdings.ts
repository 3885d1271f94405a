import { Migration } from '@mikro-orm/migrations';

/** The certifications of an archive are hidden like its records, until all of it is saved. */
export class StagedHoldings extends Migration {
  override up(): void {
    // Without a foreign key, as in `activity`.
    this.addSql('alter table holding add column import_id uuid');
    this.addSql(ONLY_PUBLISHED);
  }
}

// `app.staged` is set by those that save, remove or verify staged rows.
const ONLY_PUBLISHED = `create policy only_published on holding as restrictive
  using (import_id is null or coalesce(current_setting('app.staged', true), '') <> ''
    or import_id <> all (array(select staged.import_id from record_import staged where staged.published_seq is null)))
  with check (true)`;
