import type { DatabaseScope } from './repository.ts';

/** A row to insert: the value of each column, as JSON writes it. All rows of a statement have the same columns. */
type NewRow = Readonly<Record<string, unknown>>;

/** Inserts many rows in order with one short statement, which is parsed and planned once; a long list of values takes twice as long. */
export async function insertRows({ em }: DatabaseScope, table: string, rows: readonly NewRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await em.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?)`,
    [JSON.stringify(rows)],
  );
}
