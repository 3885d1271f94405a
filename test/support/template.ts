import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { migrate, openOrm } from '../../src/store/orm.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with the dump of a migrated, empty embedded database. */
    template: string;
  }
}

/** Migrates an embedded database once, so that every test file starts from a copy within half a second. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'recert-test-'));
  const template = join(folder, 'template.tar');
  const orm = await openOrm({ kind: 'memory' });
  await migrate(orm, { kind: 'memory' });
  const native = (await (
    orm.em.getConnection() as unknown as { getNativeClient(): Promise<PGlite> }
  ).getNativeClient()) as PGlite;
  const dump = await native.dumpDataDir('none');
  writeFileSync(template, new Uint8Array(await dump.arrayBuffer()));
  await orm.close();
  project.provide('template', template);
  return () => rmSync(folder, { recursive: true, force: true });
}
