import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, openOrm } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';

it('refuses the data of another version, says what to do, and changes nothing', async () => {
  const path = mkdtempSync(join(tmpdir(), 'recert-old-'));
  const database = { kind: 'folder', path } as const;
  await (await Store.open(database)).close();
  const rename = async (from: string, to: string) => {
    const orm = await openOrm(database);
    await orm.em.fork().execute('update mikro_orm_migrations set name = replace(name, ?, ?)', [from, to]);
    await orm.close();
  };
  await rename('2026-11-29-baseline', '2026-11-25-first-tables');

  const opening = Store.open(database);

  await expect(opening).rejects.toMatchObject({ name: 'IncompatibleData' });
  await expect(opening).rejects.toThrow(`Delete this folder to start again, or set RECERT_DATA_DIR to another one.`);
  await rename('2026-11-25-first-tables', '2026-11-29-baseline');
  await (await Store.open(database)).close();
  rmSync(path, { recursive: true });
});

it('refuses a database that a newer version has migrated, says how to go back, and changes nothing', async () => {
  const database = { kind: 'memory' } as const;
  const orm = await openOrm(database);
  await migrate(orm, database);
  const em = orm.em.fork();
  await em.execute(`insert into mikro_orm_migrations (name) values ('2031-01-01-badges')`);

  const migrating = migrate(orm, database);

  await expect(migrating).rejects.toMatchObject({ name: 'IncompatibleData' });
  await expect(migrating).rejects.toThrow(
    'The data in this database belongs to a newer version of recert (2031-01-01-badges), and this is an older one. Nothing was changed. Start the newer version again, or restore the backup from before the upgrade',
  );
  await orm.close();
});
