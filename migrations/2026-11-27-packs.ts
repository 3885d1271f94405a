import { Migration } from '@mikro-orm/migrations';

/** A link may lead to everything of a person instead of a report, and knows who made it and for whom. */
export class Packs extends Migration {
  override name = '2026-11-27-packs';

  override up(): void {
    this.addSql(`alter table pack_link
      alter column report_id drop not null,
      add column made_by uuid,
      add column made_for text not null default ''`);
  }
}
