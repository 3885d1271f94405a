const CHANGES = /^\s*(?:insert|update|delete|merge|with)\b/iu;
/** The tables whose rows a transaction may have read at its beginning. */
const TABLES = /\b(?:person|holding|cycle|opening_balance|custom_rule)\b/gu;

/** A transaction that wrote more characters may have changed what the statistics of the tables say: about 1,000 records. */
const LARGE = 200_000;

/** What the statements of a transaction may have changed so far. */
export class Transaction {
  readonly #changed = new Set<string>();
  #written = 0;

  /** Whether it wrote very much, such as a large import. */
  get isLarge(): boolean {
    return this.#written > LARGE;
  }

  /** Whether a statement may have changed one of these tables. */
  hasChanged(...tables: readonly string[]): boolean {
    return tables.some((table) => this.#changed.has(table));
  }

  /** Notes a statement before it runs. */
  note(sql: string, values: readonly unknown[] = []): void {
    if (!CHANGES.test(sql)) return;
    this.#written += sql.length;
    for (const value of values) if (typeof value === 'string') this.#written += value.length;
    for (const [table] of sql.matchAll(TABLES)) this.#changed.add(table);
  }
}
