import { Migration } from '@mikro-orm/migrations';
import { grantToApp } from './row-level-security.ts';

/** Where within a tenant recert is, on platforms that tell of each place and never of the whole. A table of the directory. */
export class InstalledPlaces extends Migration {
  override name = '2026-11-25-installed-places';

  override up(): void {
    for (const statement of [TABLE, grantToApp('installed_place')]) this.addSql(statement);
  }
}

const TABLE = `
  create table installed_place (
    platform text not null,
    tenant text not null,
    place text not null,
    primary key (platform, tenant, place)
  )`;
