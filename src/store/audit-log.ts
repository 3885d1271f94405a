import { randomBytes } from 'node:crypto';
import { type Content, contentsAfter, contentsOf } from './audit-content.ts';
import {
  AUDIT_KINDS,
  type AuditAction,
  AuditContent,
  AuditEntry,
  AuditHead,
  type AuditKind,
} from './audit-entities.ts';
import { contentHash } from './audit-hash.ts';
import { WorkspaceRepository } from './repository.ts';

/** What an audit entry is about, and the reason for the action, if any. */
interface AuditSubject {
  readonly kind: AuditKind;
  readonly subject: string;
  readonly reason?: string;
}

interface PendingEntry {
  readonly what: AuditAction;
  readonly kind: AuditKind;
  readonly subject: string;
  readonly why: string;
}

/** Maximum entries appended with one statement. */
const BATCH = 500;

/** The append-only log of one workspace, in one transaction. */
export class AuditLog extends WorkspaceRepository {
  readonly #pending = new Map<string, PendingEntry>();
  #actor: { readonly actor: string; readonly at: Date } | undefined;

  /** Sets the actor of the following changes: a person's id, `operator` or `recert`. */
  actAs(actor: string, at: Date): void {
    this.#actor = { actor, at };
  }

  /** Records a change, which is written when the transaction ends. Throws if there is no actor. */
  record(action: AuditAction, { kind, subject, reason = '' }: AuditSubject): void {
    if (this.#actor === undefined) throw new Error('A change has no actor: call actAs first.');
    const key = `${action} ${kind} ${subject}`;
    // Deleted first so that the entry moves to the end, after which the subject does not change any more.
    this.#pending.delete(key);
    this.#pending.set(key, { what: action, kind, subject, why: reason });
  }

  /** Whether changes were recorded that aren't written yet. */
  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  /** Writes the pending entries. Called last, because it blocks all other writers of the workspace. */
  async flush(): Promise<void> {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    const first = await this.#append(pending);
    if (first === 1) await this.#addExisting();
  }

  /** Starts the log of a workspace that has none. `actAs` must be called first. */
  async begin(): Promise<void> {
    if ((await this.head()) === null) await this.#addExisting();
  }

  /** Adds the subjects that existed before the log. */
  async #addExisting(): Promise<void> {
    for (const kind of AUDIT_KINDS) {
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page = await this.#pageOf(kind, after);
        const known = await this.#lastHashes(page);
        const missing = page.filter((subject) => !known.has(subject));
        await this.#append(missing.map((subject) => ({ what: 'create', kind, subject, why: 'taken-in' })));
        after = page.at(-1);
      }
    }
  }

  async #pageOf(kind: AuditKind, after: string): Promise<readonly string[]> {
    const page = await contentsAfter(this.scope, kind, { after, limit: 200 });
    return page.map(({ subject }) => subject);
  }

  /** The entries of a subject, oldest first. */
  async historyOf(subject: string): Promise<readonly AuditEntry[]> {
    return this.em.find(AuditEntry, { subject }, { orderBy: { seq: 'asc' } });
  }

  /** Whether subjects of some kinds were changed after an instant; views of them don't count. */
  async hasChanged(kinds: readonly AuditKind[], since: Date): Promise<boolean> {
    const [found] = await this.em.execute<unknown[]>(
      `select 1 from audit_entry
        where workspace_id = ? and at > ? and what <> 'look' and kind = any(?::text[]) limit 1`,
      [this.workspaceId, since, `{${kinds.join(',')}}`],
    );
    return found !== undefined;
  }

  /** The number and hash of the last entry; null while the log is empty. */
  async head(): Promise<AuditHead | null> {
    return this.em.findOne(AuditHead, {});
  }

  /** Deletes the stored contents of subjects; their hashes stay, so the log can still be verified. */
  async forget(
    action: 'purge' | 'erase',
    {
      kind,
      subjects,
      reason,
    }: { readonly kind: AuditKind; readonly subjects: readonly string[]; readonly reason?: string },
  ): Promise<void> {
    await this.em.nativeDelete(AuditContent, { subject: { $in: [...subjects] } });
    for (const subject of subjects) this.record(action, { kind, subject, ...(reason === undefined ? {} : { reason }) });
  }

  /** The subjects of a person whose content is stored in the log. */
  async subjectsOf(personId: string): Promise<readonly { readonly kind: AuditKind; readonly subject: string }[]> {
    return this.em.execute(
      `select distinct entry.kind, entry.subject from audit_content content
         join audit_entry entry using (workspace_id, seq)
        where workspace_id = ? and content.person_id = ? order by entry.kind, entry.subject`,
      [this.workspaceId, personId],
    );
  }

  /** Appends entries in order and returns the number of the first, or undefined if there are none. */
  async #append(pending: readonly PendingEntry[]): Promise<number | undefined> {
    if (pending.length === 0) return undefined;
    if (this.#actor === undefined) throw new Error('A change has no actor: call actAs first.');
    const { actor, at } = this.#actor;
    const workspaceId = this.workspaceId;
    let first: number | undefined;
    for (let from = 0; from < pending.length; from += BATCH) {
      const some = pending.slice(from, from + BATCH);
      const last = await this.#lastHashes(some.flatMap((entry) => (isNewRecord(entry) ? [] : [entry.subject])));
      const contents = await this.#contentsOf(some);
      const entries = some.map(({ what, kind, subject, why }) => {
        const salt = randomBytes(16).toString('hex');
        const now = contents.get(`${kind} ${subject}`);
        const before = last.get(subject) ?? '';
        const after = now === undefined ? '' : contentHash(salt, now.content);
        last.set(subject, after);
        return { what, kind, subject, why, before, after, salt, now };
      });
      const stored = entries.flatMap(({ subject, salt, now }, index) =>
        now === undefined ? [] : [{ index, subject, personId: now.personId, salt, content: now.content }],
      );
      const [appended] = await this.em.execute<{ seq: string }[]>(
        `with appended as (select audit_append_all(?, ?, ?, ?) as seq), stored as (
           insert into audit_content (workspace_id, seq, subject, person_id, salt, content)
             select ?, appended.seq + one.index, one.subject, one."personId", one.salt, one.content
               from appended, jsonb_to_recordset(?)
                 as one(index bigint, subject text, "personId" uuid, salt text, content jsonb))
         select seq from appended`,
        [
          ...[workspaceId, at, actor],
          JSON.stringify(
            entries.map(({ what, kind, subject, why, before, after }) => ({ what, kind, subject, why, before, after })),
          ),
          ...[workspaceId, JSON.stringify(stored)],
        ],
      );
      first ??= Number(appended?.seq);
    }
    return first;
  }

  /**
   * The latest content hash of each subject that has entries. Waits until no other transaction writes to the log, so that each entry continues
   * the one committed before it.
   */
  async #lastHashes(subjects: readonly string[]): Promise<Map<string, string>> {
    if (subjects.length === 0) return new Map();
    const rows = await this.em.execute<{ subject: string; after_hash: string }[]>(
      'select subject, after_hash from audit_last_hashes(?, ?)',
      [this.workspaceId, JSON.stringify(subjects)],
    );
    return new Map(rows.map(({ subject, after_hash }) => [subject, after_hash]));
  }

  /** The current contents, by kind and subject. */
  async #contentsOf(entries: readonly PendingEntry[]): Promise<ReadonlyMap<string, Content>> {
    const found = new Map<string, Content>();
    for (const [kind, some] of Map.groupBy(entries, (one) => one.kind)) {
      const subjects = some.map(({ subject }) => subject);
      for (const content of await contentsOf(this.scope, kind, subjects))
        found.set(`${kind} ${content.subject}`, content);
    }
    return found;
  }
}

/** Whether an entry is the first one of its subject: a record's id is never used again. */
function isNewRecord({ what, kind, why }: PendingEntry): boolean {
  return what === 'create' && kind === 'record' && why !== 'taken-in';
}
