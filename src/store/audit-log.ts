import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import {
  AUDIT_KINDS,
  type AuditAction,
  AuditContent,
  AuditEntry,
  AuditHead,
  type AuditKind,
} from './audit-entities.ts';
import { contentHash } from './audit-hash.ts';
import { contentOf, contentsAfter } from './contents.ts';

interface Noted {
  readonly what: AuditAction;
  readonly kind: AuditKind;
  readonly subject: string;
  readonly why: string;
}

/** The append-only log of one workspace, in one transaction. */
export class AuditLog {
  readonly #em: EntityManager;
  readonly #workspaceId: string;
  readonly #noted = new Map<string, Noted>();
  #acting: { readonly actor: string; readonly at: Date } | undefined;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /** Says who changes what is changed from now on: a person's id, `operator`, or `recert` itself. */
  actAs(actor: string, at: Date): void {
    this.#acting = { actor, at };
  }

  /** Notes a change; every change of the store calls it. It is written when the transaction ends. */
  note(what: AuditAction, kind: AuditKind, subject: string, why = ''): void {
    if (this.#acting === undefined) throw new Error('Something was changed, and nobody said who does it.');
    const key = `${what} ${kind} ${subject}`;
    // The last of several notes of one change: by then the subject is as it stays.
    this.#noted.delete(key);
    this.#noted.set(key, { what, kind, subject, why });
  }

  /** Writes what was noted. Last of all, for it makes everybody wait who writes in the same workspace. */
  async flush(): Promise<void> {
    let isFirst = false;
    for (const noted of this.#noted.values()) if ((await this.#append(noted)) === 1) isFirst = true;
    this.#noted.clear();
    if (isFirst) await this.#takeIn();
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
        for (const subject of page)
          if ((await this.#em.count(AuditEntry, { subject })) === 0)
            await this.#append({ what: 'create', kind, subject, why: 'taken-in' });
        after = page.at(-1) as string;
      }
    }
  }

  async #pageOf(kind: AuditKind, after: string): Promise<readonly string[]> {
    const page = await contentsAfter(this.#em, this.#workspaceId, kind, { after, limit: 200 });
    return page.map(({ subject }) => subject);
  }

  /** What was done to a subject, the first thing first. */
  async historyOf(subject: string): Promise<readonly AuditEntry[]> {
    return this.#em.find(AuditEntry, { subject }, { orderBy: { seq: 'asc' } });
  }

  /** How long the log is and the hash of its last entry; nothing while it is empty. */
  async head(): Promise<AuditHead | null> {
    return this.#em.findOne(AuditHead, {});
  }

  /** Forgets what subjects were: their hashes say nothing any more, and the log stays whole. */
  async forget(what: 'purge' | 'erase', kind: AuditKind, subjects: readonly string[], why = ''): Promise<void> {
    await this.#em.nativeDelete(AuditContent, { subject: { $in: [...subjects] } });
    for (const subject of subjects) this.note(what, kind, subject, why);
  }

  /** What of a person's the log knows the content of. */
  async subjectsOf(personId: string): Promise<readonly { readonly kind: AuditKind; readonly subject: string }[]> {
    return this.#em.execute(
      `select distinct entry.kind, entry.subject from audit_content content
         join audit_entry entry using (workspace_id, seq)
        where workspace_id = ? and content.person_id = ? order by entry.kind, entry.subject`,
      [this.#workspaceId, personId],
    );
  }

  /** Resolves to the number of the entry. */
  async #append({ what, kind, subject, why }: Noted): Promise<number> {
    const { actor, at } = this.#acting as { actor: string; at: Date };
    const workspaceId = this.#workspaceId;
    // Whoever comes second sees what the first one did, and takes it for what was before.
    await this.#em.execute(`select pg_advisory_xact_lock(hashtextextended('audit ' || ?::text, 0))`, [workspaceId]);
    const last = await this.#em.findOne(AuditEntry, { subject }, { orderBy: { seq: 'desc' } });
    const now = await contentOf(this.#em, workspaceId, kind, subject);
    const salt = randomBytes(16).toString('hex');
    const after = now === undefined ? '' : contentHash(salt, now.content);
    const [appended] = await this.#em.execute<{ seq: string }[]>(
      'select audit_append(?, ?, ?, ?, ?, ?, ?, ?, ?) as seq',
      [workspaceId, at, actor, what, kind, subject, last?.afterHash ?? '', after, why],
    );
    const seq = Number(appended?.seq);
    if (now !== undefined)
      await this.#em.insert(AuditContent, {
        workspaceId,
        seq,
        subject,
        personId: now.personId,
        salt,
        content: now.content,
      });
    return seq;
  }
}
