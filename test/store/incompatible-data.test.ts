import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openOrm } from '../../src/store/orm.ts';
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
