import { Migration } from '@mikro-orm/migrations';

/** The order in which a member types day and month, once a date has shown it. */
export class DateOrder extends Migration {
  override up(): void {
    this.addSql("alter table preference add column date_order text check (date_order in ('dmy', 'mdy'))");
  }
}
