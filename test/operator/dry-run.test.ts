import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';
import { readConfig } from '../../src/config.ts';
import { parseCommandLine } from '../../src/operator/parse-command-line.ts';
import { subcommandTable } from '../../src/operator/subcommand-table.ts';
import { platforms } from '../../src/platforms.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, cardOf, logCredits, newcomer, silent, talk } from '../support/conversation.ts';
import { Shelf } from '../support/file-shelf.ts';
import { testDatabaseIn } from '../support/own-database.ts';

const { database, drop } = testDatabaseIn('recert-dry-run-');
const folder = mkdtempSync(join(tmpdir(), 'recert-dry-run-files-'));
const paths = { archive: join(folder, 'everything.zip'), table: join(folder, 'records.csv') };
const settings = database.kind === 'server' ? { DATABASE_URL: database.url } : { RECERT_DATA_DIR: pathOf(database) };
let tenant = '';

function pathOf(folder: typeof database): string {
  if (folder.kind !== 'folder') throw new Error('The database is in a folder.');
  return folder.path;
}

/** Ana has records, exported as an archive and as a table; Ben holds the same certification and has none. */
beforeAll(async () => {
  const store = await Store.open(database);
  const shelf = new Shelf();
  const ana = talk({ store, adapters: [shelf.adapter] });
  const ben = newcomer(ana, 'ben');
  tenant = ana.options.tenant;
  for (const person of [ana, ben]) await addCertification(person, 'cissp');
  await addCertification(ana, 'cism');
  await logCredits(ana, '2026-03-02', { cissp: '1.25' }, { title: 'Zero trust', provider: 'SANS' });
  cardOf(await ana.say('export'));
  cardOf(await ana.say('export mine'));
  await ana.core.idle();
  writeFileSync(paths.archive, shelf.last('.zip').bytes);
  writeFileSync(paths.table, shelf.last('.csv').bytes);
  await store.close();
});

afterAll(() => {
  drop();
  rmSync(folder, { recursive: true });
});

/** Runs the command line and returns what it prints. */
async function run(...argv: string[]): Promise<string> {
  const printed: string[] = [];
  const line = parseCommandLine(['--workspace', tenant, ...argv], subcommandTable(platforms));
  if (line.kind !== 'command') throw new Error('It was taken for help.');
  await line.run({
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    log: silent,
    version: '0.1.0',
    config: () => readConfig(settings, platforms),
    get: () => undefined,
    print: (text) => void printed.push(text),
    note: (text) => void printed.push(text),
  });
  return printed.join('\n');
}

/** The number of rows of every table. */
async function counts(): Promise<Readonly<Record<string, number>>> {
  const store = await Store.open(database);
  try {
    const em = store.orm.em.fork();
    const tables = ['workspace', ...TENANT_TABLES, ...AUDIT_TABLES];
    const found = tables.map(async (table) => {
      const [row] = await em.execute<{ rows: number }[]>(`select count(*)::integer as rows from ${table}`);
      return [table, row?.rows ?? 0] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  } finally {
    await store.close();
  }
}

describe('a dry run of an import', () => {
  it.each([
    ['archive', '1 certification and 1 record to import', 'nothing was imported'],
    ['table', '1 to import', 'nothing was imported'],
  ] as const)('of an %s says what would be added and writes nothing', async (kind, would, nothing) => {
    const before = await counts();

    const printed = await run('import', paths[kind], '--as', 'ben', '--dry-run');

    expect(printed).toContain(would);
    expect(printed).toContain(nothing);
    expect(await counts()).toEqual(before);
    expect(before.activity).toBe(1);
  });
});
