import { Migration } from '@mikro-orm/migrations';

/** Opportunities of which the day is known, but not the hour. */
export class AllDayOpportunities extends Migration {
  override up(): void {
    this.addSql('alter table opportunity add column is_all_day boolean not null default false');
  }
}
