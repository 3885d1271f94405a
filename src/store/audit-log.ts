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

interface Noted {
  readonly what: AuditAction;
  readonly kind: AuditKind;
  readonly subject: string;
  readonly why: string;
}

/** So many entries are appended at once. */
const TOGETHER = 500;

/** The append-only log of one workspace, in one transaction. */
export class AuditLog extends WorkspaceRepository {
  readonly #noted = new Map<string, Noted>();
  #acting: { readonly actor: string; readonly at: Date } | undefined;

  /** Says who changes what is changed from now on: a person's id, `operator`, or `recert` itself. */
  actAs(actor: string, at: Date): void {
    this.#acting = { actor, at };
  }

  /** Notes a change; every change of the store calls it. It is written when the transaction ends. */
  record(what: AuditAction, kind: AuditKind, subject: string, why = ''): void {
    if (this.#acting === undefined) throw new Error('A change has no actor: call actAs first.');
    const key = `${what} ${kind} ${subject}`;
    // The last of several notes of one change: by then the subject is as it stays.
    this.#noted.delete(key);
    this.#noted.set(key, { what, kind, subject, why });
  }

  /** Writes what was noted. Last of all, for it makes everybody wait who writes in the same workspace. */
  async flush(): Promise<void> {
    const noted = [...this.#noted.values()];
    this.#noted.clear();
    const first = await this.#append(noted);
    if (first === 1) await this.#takeIn();
  }

  /** Begins the log of a workspace that is older than it; does nothing where there is one. Whoever acts is to be said before. */
  async begin(): Promise<void> {
    if ((await this.head()) === null) await this.#takeIn();
  }

  /** Takes in what was there before the log was. */
  async #takeIn(): Promise<void> {
    for (const kind of AUDIT_KINDS) {
      for (
        let after = '', page = await this.#pageOf(kind, after);
        page.length > 0;
        page = await this.#pageOf(kind, after)
      ) {
        const known = await this.#lastHashes(page);
        const strange = page.filter((subject) => !known.has(subject));
        await this.#append(strange.map((subject) => ({ what: 'create', kind, subject, why: 'taken-in' })));
        after = page.at(-1) as string;
      }
    }
  }

  async #pageOf(kind: AuditKind, after: string): Promise<readonly string[]> {
    const page = await contentsAfter(this.scope, kind, { after, limit: 200 });
    return page.map(({ subject }) => subject);
  }

  /** What was done to a subject, the first thing first. */
  async historyOf(subject: string): Promise<readonly AuditEntry[]> {
    return this.em.find(AuditEntry, { subject }, { orderBy: { seq: 'asc' } });
  }

  /** How long the log is and the hash of its last entry; nothing while it is empty. */
  async head(): Promise<AuditHead | null> {
    return this.em.findOne(AuditHead, {});
  }

  /** Forgets what subjects were: their hashes say nothing any more, and the log stays whole. */
  async forget(what: 'purge' | 'erase', kind: AuditKind, subjects: readonly string[], why = ''): Promise<void> {
    await this.em.nativeDelete(AuditContent, { subject: { $in: [...subjects] } });
    for (const subject of subjects) this.record(what, kind, subject, why);
  }

  /** What of a person's the log knows the content of. */
  async subjectsOf(personId: string): Promise<readonly { readonly kind: AuditKind; readonly subject: string }[]> {
    return this.em.execute(
      `select distinct entry.kind, entry.subject from audit_content content
         join audit_entry entry using (workspace_id, seq)
        where workspace_id = ? and content.person_id = ? order by entry.kind, entry.subject`,
      [this.workspaceId, personId],
    );
  }

  /** Appends entries in their order; resolves to the number of the first, or to nothing where there are none. */
  async #append(noted: readonly Noted[]): Promise<number | undefined> {
    if (noted.length === 0) return undefined;
    const { actor, at } = this.#acting as { actor: string; at: Date };
    const workspaceId = this.workspaceId;
    // Whoever comes second sees what the first one did, and takes it for what was before.
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('audit ' || ?::text, 0))`, [workspaceId]);
    let first: number | undefined;
    for (let from = 0; from < noted.length; from += TOGETHER) {
      const some = noted.slice(from, from + TOGETHER);
      const last = await this.#lastHashes(some.map(({ subject }) => subject));
      const contents = await this.#contentsOf(some);
      const entries = some.map(({ what, kind, subject, why }) => {
        const salt = randomBytes(16).toString('hex');
        const now = contents.get(`${kind} ${subject}`);
        const before = last.get(subject) ?? '';
        const after = now === undefined ? '' : contentHash(salt, now.content);
        last.set(subject, after);
        return { what, kind, subject, why, before, after, salt, now };
      });
      const [appended] = await this.em.execute<{ seq: string }[]>('select audit_append_all(?, ?, ?, ?) as seq', [
        ...[workspaceId, at, actor],
        JSON.stringify(
          entries.map(({ what, kind, subject, why, before, after }) => ({ what, kind, subject, why, before, after })),
        ),
      ]);
      const start = Number(appended?.seq);
      first ??= start;
      const stored = entries.flatMap(({ subject, salt, now }, index) =>
        now === undefined
          ? []
          : [{ workspaceId, seq: start + index, subject, personId: now.personId, salt, content: now.content }],
      );
      if (stored.length > 0) await this.em.insertMany(AuditContent, stored);
    }
    return first;
  }

  /** The hash of what each of some subjects was last; those the log does not know are not among them. */
  async #lastHashes(subjects: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.em.execute<{ subject: string; after_hash: string }[]>(
      `select distinct on (subject) subject, after_hash from audit_entry
        where workspace_id = ? and subject in (select jsonb_array_elements_text(?)) order by subject, seq desc`,
      [this.workspaceId, JSON.stringify(subjects)],
    );
    return new Map(rows.map(({ subject, after_hash }) => [subject, after_hash]));
  }

  /** What subjects are now, by kind and subject. */
  async #contentsOf(noted: readonly Noted[]): Promise<ReadonlyMap<string, Content>> {
    const found = new Map<string, Content>();
    for (const [kind, some] of Map.groupBy(noted, (one) => one.kind)) {
      const subjects = some.map(({ subject }) => subject);
      for (const content of await contentsOf(this.scope, kind, subjects))
        found.set(`${kind} ${content.subject}`, content);
    }
    return found;
  }
}
