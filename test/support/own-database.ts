import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/store/orm.ts';

/** The server of `DATABASE_URL`, or a folder of its own for the embedded database, which `drop` deletes. */
export function testDatabaseIn(prefix: string): { readonly database: Database; drop(): void } {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== '') return { database: { kind: 'server', url }, drop: () => undefined };
  const path = mkdtempSync(join(tmpdir(), prefix));
  return { database: { kind: 'folder', path }, drop: () => rmSync(path, { recursive: true, force: true }) };
}
