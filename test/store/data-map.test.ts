import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { DATA_CLASSES } from '../../src/store/data-classes.ts';
import { DATA_MAP } from '../../src/store/data-map.ts';
import { Store } from '../../src/store/store.ts';
import { plantRows, type SchemaColumn, sampleValue, schemaColumns, tablesWith } from '../support/planted-rows.ts';

const now = new Date('2026-11-30T09:00:00Z');
const tenant = 'TPLANTED';
/** Ids that lead to a person’s rows in tables without a column of the person. */
const OWN_IDS = ['activity_id', 'holding_id', 'cycle_id', 'report_id'];

let store: Store;
let columns: readonly SchemaColumn[];
let workspaceId: string;
const opened: Store[] = [];

// A database of its own for each test: they drop its checks.
beforeEach(async () => {
  store = await Store.open({ kind: 'memory', dump: new Blob([readFileSync(inject('template'))]) });
  opened.push(store);
  columns = await schemaColumns(store.orm.em.fork());
  workspaceId = await store.directory.workspaceOf('slack', tenant, now);
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

const em = () => store.orm.em.fork();
const remainingOf = (table: string) => Object.keys(DATA_MAP[table]?.remaining ?? {});

/** Rows in every table about a person, by its personal columns or by an id that leads to them. */
function rowsAbout(personId: string): Record<string, Record<string, string>> {
  const ids = Object.fromEntries(OWN_IDS.map((column) => [column, randomUUID()]));
  const rows: Record<string, Record<string, string>> = {};
  for (const { table, column, type } of columns) {
    const isPersonal = DATA_MAP[table]?.columns.personal?.includes(column) && !remainingOf(table).includes(column);
    const value = isPersonal ? personalValue(type, personId) : ids[column];
    if (value !== undefined) rows[table] = { ...rows[table], [column]: value };
  }
  for (const [table, row] of Object.entries(rows)) {
    if (columns.some((one) => one.table === table && one.column === 'workspace_id')) row.workspace_id = workspaceId;
  }
  return rows;
}

function personalValue(type: string, personId: string): string {
  if (type === 'uuid') return personId;
  if (type === 'jsonb') return JSON.stringify({ person_id: personId, people: [personId] });
  return type === 'text' ? `${personId} x` : sampleValue(type);
}

describe('the data map', () => {
  it('has one class for each column of the migrated schema, and no column that is gone', () => {
    const classified = Object.entries(DATA_MAP).flatMap(([table, data]) =>
      DATA_CLASSES.flatMap((of) => (data.columns[of] ?? []).map((column) => `${table}.${column}`)),
    );
    const there = columns.map(({ table, column }) => `${table}.${column}`);

    expect([...classified].sort()).toEqual([...there].sort());
  });

  it('names as remaining only personal columns', () => {
    const wrong = Object.entries(DATA_MAP).filter(([, { columns: of, remaining }]) =>
      Object.keys(remaining).some((column) => !of.personal?.includes(column)),
    );

    expect(wrong).toEqual([]);
  });
});

describe('every table with personal data', () => {
  it('has nothing of an erased person, but what the map says', async () => {
    const personId = randomUUID();
    const rows = rowsAbout(personId);
    const texts = [
      personId,
      ...OWN_IDS.map((column) => Object.values(rows).find((row) => row[column])?.[column] ?? ''),
    ];
    const log = { workspace_id: workspaceId, seq: '1000', subject: texts[1] ?? '', kind: 'record' };
    await plantRows(em(), { ...rows, audit_content: { ...rows.audit_content, ...log }, audit_entry: log });
    const before = await tablesWith(em(), texts, remainingOf);

    await store.inWorkspace(workspaceId, async ({ audit, people, directory }) => {
      audit.actAs('operator', now);
      await people.erase(personId);
      await directory.forgetPerson(workspaceId, personId);
    });

    expect(before).toEqual(expect.arrayContaining(Object.keys(rows)));
    expect(await tablesWith(em(), texts, remainingOf)).toEqual([]);
  });
});

describe('every table of workspace data', () => {
  it('has nothing of a deleted workspace', async () => {
    const own = columns.filter(({ column }) => column === 'workspace_id').map(({ table }) => table);
    const rows = Object.fromEntries(own.map((table) => [table, { workspace_id: workspaceId }]));
    const place = { platform: 'slack', tenant };
    await plantRows(em(), { ...rows, installation: { ...place, ...rows.installation }, installed_place: place });
    const before = await tablesWith(em(), [workspaceId, tenant], () => []);

    await store.purge({ platform: 'slack', tenant, workspaceId });

    expect(before).toEqual([...own, 'installed_place'].sort());
    expect(await tablesWith(em(), [workspaceId, tenant], () => [])).toEqual([]);
  });
});
