import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';
import { SHARED_KEYS, SHARED_TABLES } from '../../src/store/shared-tables.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, talk } from '../support/conversation.ts';
import { statementsOf } from '../support/statements.ts';
import { testDatabase } from '../support/store.ts';

const root = join(import.meta.dirname, '../..');
const byWorkspace = [...TENANT_TABLES, ...AUDIT_TABLES];
let store: Store;

beforeAll(async () => {
  store = await Store.open(testDatabase());
});
afterAll(() => store.close());

/** The tables by workspace that a statement reads or writes. */
function tablesIn(statement: string): readonly string[] {
  const named = statement.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)"?/giu);
  return [...new Set([...named].map(([, table = '']) => table))].filter((table) => byWorkspace.includes(table));
}

/** Statements that say which workspace they are about in another way, each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'update activity set deleted_at = ? from jsonb_populate_recordset(null::activity,':
    'joined by the whole primary key, which begins with the workspace',
};

describe('every table', () => {
  it('is by workspace, or listed with its reason', async () => {
    const rows = await store.orm.em
      .fork()
      .execute<{ name: string }[]>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
      );
    const shared = rows.map(({ name }) => name).filter((name) => !byWorkspace.includes(name));

    expect(shared.toSorted()).toEqual(Object.keys(SHARED_TABLES).toSorted());
  });

  it('has no key and no index that begins with another column than the workspace, or it is listed', async () => {
    const keys = await store.orm.em.fork().execute<{ table: string; name: string; first: string }[]>(
      `select t.relname as table, i.relname as name, a.attname as first
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
        where t.relnamespace = current_schema()::regnamespace`,
    );
    const own = keys.filter(({ table }) => byWorkspace.includes(table));

    expect(own.length).toBeGreaterThan(40);
    const others = own.filter(({ first }) => first !== 'workspace_id').map(({ name }) => name);
    expect(others.toSorted()).toEqual(Object.keys(SHARED_KEYS).toSorted());
  });
});

describe('every statement', () => {
  it('that is written in the code names the workspace of each table by workspace', () => {
    const wrong = readdirSync(join(root, 'src/store'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const source = readFileSync(join(root, 'src/store', file), 'utf8');
        const texts = [...source.matchAll(/`([^`]*)`|'([^'\n]*)'/gu)].map(([, long, short]) => long ?? short ?? '');
        return texts
          .filter((text) => /^\s*(?:select|insert|update|delete|with)\b/iu.test(text) && tablesIn(text).length > 0)
          .filter((text) => !/workspace_id|app\.workspace/u.test(text))
          .map((text) => `${file}: ${text.trim().replaceAll(/\s+/gu, ' ').slice(0, 80)}`);
      });

    expect(wrong.filter((line) => !Object.keys(OTHERWISE).some((known) => line.includes(known)))).toEqual([]);
    expect(wrong).toHaveLength(Object.keys(OTHERWISE).length);
  });

  it('that the ORM writes does so too, while a person logs, corrects, plans, searches and reads', async () => {
    const ana = talk({ store, today: '2026-11-23' });
    const statements = await statementsOf(store, async () => {
      await addCertification(ana, 'cissp');
      await logCredits(ana, '2026-02-01', { cissp: '2' }, { title: 'A talk' });
      for (const line of [
        'pace',
        'history',
        'show A talk',
        'debt',
        'why cissp',
        'plan',
        'search audit',
        'certs',
        'preferences',
      ])
        await ana.say(line);
      for (const line of ['delete A talk', 'undo', 'export', 'team', 'access']) await ana.say(line);
    });

    const own = statements.filter((statement) => tablesIn(statement).length > 0);
    const wrong = own.filter((statement) => !/workspace_id|app\.workspace/u.test(statement));

    expect(own.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
