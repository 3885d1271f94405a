import { Migration } from '@mikro-orm/migrations';

/** Lets managers turn off their weekly summary, and remembers what a digest said, so that it is corrected only when that changes. */
export class WeeklySummaries extends Migration {
  override up(): void {
    this.addSql('alter table preference add column wants_summary boolean not null default true');
    this.addSql(`alter table outbox add column content_hash text not null default ''`);
  }
}
