import { expect, it } from 'vitest';
import { AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';
import { APP_ROLE, roleFor } from '../../src/store/app-role.ts';
import { migrate, openOrm } from '../../src/store/orm.ts';

it('makes the role and its privileges again at a start, as after a dump was restored without roles', async () => {
  const database = { kind: 'memory' } as const;
  const orm = await openOrm(database);
  await migrate(orm, database);
  const em = orm.em.fork();
  await em.execute(`drop owned by ${APP_ROLE}`);
  await em.execute(`drop role ${APP_ROLE}`);
  // A dump without privileges leaves the function to everyone.
  await em.execute('grant execute on function audit_append_all to public');

  await migrate(orm, database);

  expect(await roleFor(orm.em.fork())).toBe(APP_ROLE);
  for (const privilege of ['select', 'insert', 'update', 'delete']) {
    expect(await lacking(privilege, TENANT_TABLES)).toEqual([]);
  }
  expect(await lacking('select', AUDIT_TABLES)).toEqual([]);
  expect(await lacking('update', ['audit_entry', 'audit_head'])).toEqual(['audit_entry', 'audit_head']);
  expect(await mayAppend(APP_ROLE)).toBe(true);
  await em.execute('create role passer_by');
  expect(await mayAppend('passer_by')).toBe(false);
  await orm.close();

  async function lacking(privilege: string, tables: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of tables) {
      const [row] = await em.execute<{ has: boolean }[]>('select has_table_privilege(?, ?, ?) as has', [
        APP_ROLE,
        table,
        privilege,
      ]);
      if (!row?.has) found.push(table);
    }
    return found;
  }

  async function mayAppend(role: string): Promise<boolean | undefined> {
    const [row] = await em.execute<{ has: boolean }[]>(
      `select has_function_privilege(?, oid, 'execute') as has from pg_proc where proname = 'audit_append_all'`,
      [role],
    );
    return row?.has;
  }
});
