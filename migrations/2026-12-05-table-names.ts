import { Migration } from '@mikro-orm/migrations';

/** What the names in a member's tables mean, once they have said so. */
export class TableNames extends Migration {
  override up(): void {
    this.addSql('alter table preference add column table_names jsonb');
  }
}
