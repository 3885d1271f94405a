import { Migration } from '@mikro-orm/migrations';

/** The user name or e-mail address of an identity, which tells two people of one name apart. */
export class UserHandles extends Migration {
  override up(): void {
    this.addSql('alter table identity add column handle text');
  }
}
