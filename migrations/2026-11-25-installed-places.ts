import { Migration } from '@mikro-orm/migrations';

/** Where within a tenant recert is, on platforms that tell of each place and never of the whole. A table of the directory. */
export class InstalledPlaces extends Migration {
  override name = '2026-11-25-installed-places';

  override up(): void {
    for (const statement of [TABLE, GRANT]) this.addSql(statement);
  }
}

const TABLE = `
  create table installed_place (
    platform text not null,
    tenant text not null,
    place text not null,
    primary key (platform, tenant, place)
  )`;

// Where the database allows no roles there is none to grant anything to.
const GRANT = `
  do $$
  begin
    grant select, insert, update, delete on installed_place to recert_app;
  exception when undefined_object then null;
  end $$`;
