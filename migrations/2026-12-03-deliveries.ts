import { Migration } from '@mikro-orm/migrations';

/** Sends files and answers through the outbox, so that they are tried again like digests. */
export class Deliveries extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table outbox add column file_id uuid',
  'alter table outbox drop constraint outbox_purpose_check',
  `alter table outbox add constraint outbox_purpose_check
     check (purpose in ('digest', 'details', 'nudge', 'notice', 'file', 'answer'))`,
];
