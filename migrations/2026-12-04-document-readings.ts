import { Migration } from '@mikro-orm/migrations';

/** What was read in an uploaded file: the fields of a certificate, or why nothing was read. */
export class DocumentReadings extends Migration {
  override up(): void {
    this.addSql('alter table proof_file add column reading jsonb');
  }
}
