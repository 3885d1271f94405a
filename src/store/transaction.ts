import type { EntityManager } from '@mikro-orm/sql';

const CHANGES = /^\s*(?:insert|update|delete|merge|with)\b/iu;
/** The tables whose rows a transaction may have read at its beginning. */
const TABLES = /\b(?:person|holding|cycle|opening_balance|custom_rule)\b/gu;
/** A lock, or a setting of the audit log or an act, which would be lost when the transaction ends. */
const HOLDS = /\bfor (?:no key )?(?:update|share)\b|\bset_config\('app\.act'|_advisory_|\baudit_(?:append|last)/iu;

/** A transaction that wrote more characters may have changed what the statistics of the tables say: about 1,000 records. */
const LARGE = 200_000;

/** Whether a statement may leave something that lasts until its transaction ends: a change, a lock or a setting. */
export function leavesState(sql: string): boolean {
  return CHANGES.test(sql) || HOLDS.test(sql);
}

/** A transaction: what its statements may have changed so far, and whether it can end and begin again. */
export class Transaction {
  readonly #em: EntityManager | undefined;
  readonly #changed = new Set<string>();
  #session: Readonly<Record<string, string>> | undefined;
  #hasState = false;
  #written = 0;

  /** `em`: with which it was begun; one without can't pause. */
  constructor(em?: EntityManager) {
    this.#em = em;
  }

  /** Whether it wrote very much, such as a large import. */
  get isLarge(): boolean {
    return this.#written > LARGE;
  }

  /** Whether it can end and begin again: its walls are known, it has changed nothing, and holds no lock and no setting. */
  get canPause(): boolean {
    return this.#em !== undefined && this.#session !== undefined && !this.#hasState;
  }

  /** Whether a statement may have changed one of these tables. */
  hasChanged(...tables: readonly string[]): boolean {
    return tables.some((table) => this.#changed.has(table));
  }

  /** Notes the session variables that narrow it to a workspace. */
  narrowedBy(session: Readonly<Record<string, string>>): void {
    this.#session = session;
  }

  /** What was written so far is complete in itself, such as the sender's new address, and may be committed. */
  completeSoFar(): void {
    this.#hasState = false;
  }

  /** Notes a statement before it runs. */
  note(sql: string, values: readonly unknown[] = []): void {
    if (leavesState(sql)) this.#hasState = true;
    if (!CHANGES.test(sql)) return;
    this.#written += sql.length;
    for (const value of values) if (typeof value === 'string') this.#written += value.length;
    for (const [table] of sql.matchAll(TABLES)) this.#changed.add(table);
  }

  /** Ends it, and begins another one behind the same walls when `meanwhile` has ended. Throws if it can't pause. */
  async pause(meanwhile: () => Promise<void>): Promise<void> {
    const em = this.#em;
    const session = Object.entries(this.#session ?? {});
    if (em === undefined || !this.canPause)
      throw new Error('A transaction that has written, or is open to all workspaces, must not pause.');
    await em.commit();
    await meanwhile();
    await em.begin();
    await em.execute(`select ${session.map(() => 'set_config(?, ?, true)').join(', ')}`, session.flat());
  }
}
