import { Migration } from '@mikro-orm/migrations';
import { PERSON } from './baseline/references.ts';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Tables of workspace data that this migration adds, in foreign-key order. */
export const IMPORT_TABLES = ['record_import'];

/** The records of an import are saved in batches, and nobody sees them before all are saved. */
export class StagedImports extends Migration {
  override up(): void {
    const statements = [
      ...TABLES,
      grantToApp('select, insert, update, delete', IMPORT_TABLES.join(', ')),
      ...IMPORT_TABLES.flatMap(enableRowLevelSecurity),
      ONLY_PUBLISHED,
      ...BY_PERSON,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

const TABLES = [
  // Published when its number of an audit entry is there: the last one when the records became visible.
  `create table record_import (
    workspace_id uuid not null,
    import_id uuid not null,
    person_id uuid not null,
    active_at timestamptz not null,
    abandoned boolean not null default false,
    published_seq bigint,
    primary key (workspace_id, import_id),
    ${PERSON}
  )`,
  // One at a time for each person.
  `create unique index record_import_in_progress on record_import (workspace_id, person_id)
    where published_seq is null and not abandoned`,
  // Without a foreign key: it would be checked for each row, and a row of an import is never left without it.
  'alter table activity add column import_id uuid',
];

// `app.staged` is set by those that save, remove or verify staged records. Foreign keys are checked without policies.
const ONLY_PUBLISHED = `create policy only_published on activity as restrictive
  using (import_id is null or coalesce(current_setting('app.staged', true), '') <> ''
    or import_id <> all (array(select staged.import_id from record_import staged where staged.published_seq is null)))
  with check (true)`;

// An index that begins with the workspace can be chosen to look for one activity while a table is small, and then reads all of them for each
// row whose foreign key is checked.
const BY_PERSON = [
  'create index activity_by_person on activity (person_id, workspace_id, ends)',
  'drop index activity_of_person',
];
