import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Files that wait for the person they are for. */
export class OutgoingFiles extends Migration {
  override name = '2026-11-25-outgoing-files';

  override up(): void {
    for (const statement of [TABLE, grantToApp('outgoing_file'), ...enableRowLevelSecurity('outgoing_file')])
      this.addSql(statement);
  }
}

// Of a link's secret only the hash is kept, and it is good for a shorter time than the file.
const TABLE = `
  create table outgoing_file (
    workspace_id uuid not null,
    file_id uuid not null,
    person_id uuid not null,
    command text not null,
    name text not null,
    type text not null,
    bytes bytea not null,
    sha256 text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    taken_at timestamptz,
    link_hash text,
    link_expires_at timestamptz,
    primary key (workspace_id, file_id),
    foreign key (workspace_id, person_id) references person (workspace_id, person_id)
  )`;
