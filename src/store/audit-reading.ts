import { contentsAfter } from './audit-content.ts';
import { AuditContent, AuditEntry, AuditHead, type AuditKind } from './audit-entities.ts';
import type { HashedEntry } from './audit-hash.ts';
import { WorkspaceRepository } from './repository.ts';

/** What the log keeps of a subject at one entry. */
export interface StoredContent {
  readonly subject: string;
  readonly personId: string | null;
  readonly salt: string;
  readonly content: unknown;
}

/** A subject as it is now, and what the log keeps of it last. */
export interface LiveRow {
  readonly subject: string;
  readonly personId: string | null;
  readonly content: unknown;
  readonly last?: StoredContent | undefined;
}

/** A file as its bytes were found. */
export interface ReadFile {
  readonly fileId: string;
  readonly sha256: string;
  readonly isHere: boolean;
  /** What is not here cannot be told from here. */
  readonly isWhole: boolean;
}

const PAGE = 200;

/** The log of one workspace, to be walked page by page. */
export class AuditReading extends WorkspaceRepository {
  async head(): Promise<{ readonly seq: number; readonly hash: string } | null> {
    return this.em.findOne(AuditHead, {});
  }

  /** The entries behind a number, so many at once. */
  async entriesAfter(seq: number, limit: number): Promise<readonly (HashedEntry & { readonly hash: string })[]> {
    return this.em.find(
      AuditEntry,
      { seq: { $gt: seq } },
      { orderBy: { seq: 'asc' }, limit, disableIdentityMap: true },
    );
  }

  /** What is kept for the entries behind one number up to another. */
  async contentsBetween(after: number, until: number): Promise<ReadonlyMap<number, StoredContent>> {
    const between = { seq: { $gt: after, $lte: until } };
    const contents = await this.em.find(AuditContent, between, { disableIdentityMap: true });
    return new Map(contents.map((one) => [one.seq, keptOf(one)]));
  }

  /** How much content is kept of entries behind the last one. */
  async contentsBeyond(seq: number): Promise<number> {
    return this.em.count(AuditContent, { seq: { $gt: seq } });
  }

  /** Every subject of a kind that is there now. */
  async *live(kind: AuditKind): AsyncIterable<LiveRow> {
    for (let after = ''; ; ) {
      const page = await contentsAfter(this.em, this.workspaceId, kind, { after, limit: PAGE });
      if (page.length === 0) return;
      const lasts = await this.#lastOf(page.map(({ subject }) => subject));
      for (const one of page) yield { ...one, last: lasts.get(one.subject) };
      after = (page.at(-1) as LiveRow).subject;
    }
  }

  /** Files that prove something, and whether the bytes the database has are those that came; it may have none. */
  async *files(): AsyncIterable<ReadFile> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await this.em.execute<ReadFile[]>(
        `select file_id as "fileId", sha256, bytes is not null as "isHere",
                bytes is null or (encode(sha256(bytes), 'hex') = sha256 and octet_length(bytes) = size) as "isWhole"
           from proof_file where workspace_id = ? and file_id > ? order by file_id limit ?`,
        [this.workspaceId, after, PAGE],
      );
      if (page.length === 0) return;
      yield* page;
      after = (page.at(-1) as ReadFile).fileId;
    }
  }

  async #lastOf(subjects: readonly string[]): Promise<ReadonlyMap<string, StoredContent>> {
    const rows = await this.em.execute<StoredContent[]>(
      `select distinct on (subject) subject, person_id as "personId", salt, content from audit_content
        where workspace_id = ? and subject in (${subjects.map(() => '?').join(', ')}) order by subject, seq desc`,
      [this.workspaceId, ...subjects],
    );
    return new Map(rows.map((row) => [row.subject, row]));
  }
}

function keptOf({ subject, personId, salt, content }: AuditContent): StoredContent {
  return { subject, personId: personId ?? null, salt, content };
}
