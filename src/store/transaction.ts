const CHANGES = /^\s*(?:insert|update|delete|merge|with)\b/iu;
/** The tables whose rows a transaction may have read at its beginning. */
const TABLES = /\b(?:person|holding|cycle|opening_balance|custom_rule)\b/gu;

/** What the statements of a transaction may have changed so far. */
export class Transaction {
  readonly #changed = new Set<string>();

  /** Whether a statement may have changed one of these tables. */
  hasChanged(...tables: readonly string[]): boolean {
    return tables.some((table) => this.#changed.has(table));
  }

  /** Notes a statement before it runs. */
  note(sql: string): void {
    if (!CHANGES.test(sql)) return;
    for (const [table] of sql.matchAll(TABLES)) this.#changed.add(table);
  }
}
