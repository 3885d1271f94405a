import { Migration } from '@mikro-orm/migrations';

/** Lets a member ask their managers for help with a certification. */
export class HelpRequests extends Migration {
  override up(): void {
    this.addSql('alter table reminder_state add column help_requested_on date');
  }
}
