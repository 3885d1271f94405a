import { Migration } from '@mikro-orm/migrations';

/** What providers say of an opportunity beside its title: topics, price, place, last day and credits. */
export class OpportunityDetails extends Migration {
  override up(): void {
    this.addSql(`alter table opportunity
      add column price jsonb,
      add column topics jsonb not null default '[]',
      add column format text not null default '',
      add column place text not null default '',
      add column last_day date,
      add column credits jsonb not null default '[]'`);
  }
}
