import { contentsAfter } from './audit-content.ts';
import { AuditContent, AuditEntry, AuditHead, type AuditKind } from './audit-entities.ts';
import type { HashedEntry } from './audit-hash.ts';
import { WorkspaceRepository } from './repository.ts';

/** The content of a subject stored with an audit entry. */
export interface StoredContent {
  readonly subject: string;
  readonly personId: string | null;
  readonly salt: string;
  readonly content: unknown;
}

/** The current content of a subject, and the last one stored in the log. */
export interface LiveRow {
  readonly subject: string;
  readonly personId: string | null;
  readonly content: unknown;
  readonly last?: StoredContent | undefined;
}

/** The state of a proof file's bytes. */
export interface ReadFile {
  readonly fileId: string;
  readonly sha256: string;
  readonly isHere: boolean;
  /** True as well if the bytes are stored outside the database, where they cannot be checked from here. */
  readonly isWhole: boolean;
}

const PAGE = 200;
/** Sorts before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Reads the audit log of one workspace page by page. */
export class AuditReading extends WorkspaceRepository {
  async head(): Promise<{ readonly seq: number; readonly hash: string } | null> {
    return this.em.findOne(AuditHead, {});
  }

  /** A page of the entries after a number. */
  async entriesAfter(seq: number, limit: number): Promise<readonly (HashedEntry & { readonly hash: string })[]> {
    return this.em.find(AuditEntry, { seq: { $gt: seq } }, { orderBy: { seq: 'asc' }, limit });
  }

  /** The stored contents of the entries after one number up to another. */
  async contentsBetween(after: number, until: number): Promise<ReadonlyMap<number, StoredContent>> {
    const between = { seq: { $gt: after, $lte: until } };
    const contents = await this.em.find(AuditContent, between);
    return new Map(contents.map((one) => [one.seq, storedContent(one)]));
  }

  /** The number of stored contents after the last entry. */
  async contentsBeyond(seq: number): Promise<number> {
    return this.em.count(AuditContent, { seq: { $gt: seq } });
  }

  /** Every current subject of a kind. */
  async *live(kind: AuditKind): AsyncIterable<LiveRow> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await contentsAfter(this.scope, kind, { after, limit: PAGE });
      const lasts = await this.#lastOf(page.map(({ subject }) => subject));
      for (const one of page) yield { ...one, last: lasts.get(one.subject) };
      after = page.at(-1)?.subject;
    }
  }

  /** The proof files, and whether their bytes in the database match their hash. */
  async *files(): AsyncIterable<ReadFile> {
    for (let after: string | undefined = FIRST_ID; after !== undefined; ) {
      const page: readonly ReadFile[] = await this.em.execute<ReadFile[]>(
        `select file_id as "fileId", sha256, bytes is not null as "isHere",
                bytes is null or (encode(sha256(bytes), 'hex') = sha256 and octet_length(bytes) = size) as "isWhole"
           from proof_file where workspace_id = ? and file_id > ? order by file_id limit ?`,
        [this.workspaceId, after, PAGE],
      );
      yield* page;
      after = page.at(-1)?.fileId;
    }
  }

  async #lastOf(subjects: readonly string[]): Promise<ReadonlyMap<string, StoredContent>> {
    if (subjects.length === 0) return new Map();
    const rows = await this.em.execute<StoredContent[]>(
      `select distinct on (subject) subject, person_id as "personId", salt, content from audit_content
        where workspace_id = ? and subject in (${subjects.map(() => '?').join(', ')}) order by subject, seq desc`,
      [this.workspaceId, ...subjects],
    );
    return new Map(rows.map((row) => [row.subject, row]));
  }
}

function storedContent({ subject, personId, salt, content }: AuditContent): StoredContent {
  return { subject, personId: personId ?? null, salt, content };
}
