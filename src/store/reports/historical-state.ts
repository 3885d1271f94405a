import type { Role } from '../../domain/roles.ts';
import type { AuditKind } from '../audit-entities.ts';
import { contentHash } from '../audit-hash.ts';
import type { HoldingWithCycles } from '../certifications/holdings.ts';
import { WorkspaceRepository } from '../repository.ts';
import { withStaged } from '../staged-rows.ts';
import {
  type HistoricalRecord,
  type HoldingContent,
  historicalHoldingOf,
  historicalRecordOf,
  type RecordContent,
  type TeamContent,
} from './historical-records.ts';

/** An entry of the audit log; the state includes everything up to it. */
export interface LogMark {
  readonly seq: number;
  readonly hash: string;
}

/** A team as of an audit log entry. */
export interface HistoricalTeam {
  readonly teamId: string;
  readonly name: string;
  readonly members: readonly { readonly personId: string; readonly isManager: boolean }[];
}

/** An action on a subject. */
export interface HistoricalAction {
  readonly subject: string;
  readonly at: Date;
  readonly actor: string;
  readonly what: string;
}

/** The stored content of an entry doesn't match its hash, so no report can be based on it. */
class LogBroken extends Error {
  override name = 'LogBroken';
}

interface Row<T> {
  readonly subject: string;
  readonly after_hash: string;
  readonly salt: string | null;
  readonly content: T;
}

/** The state of a workspace at an entry of its audit log. */
export class HistoricalState extends WorkspaceRepository {
  /** The last entry before an instant, or undefined if there is none. */
  async markBefore(instant: Date): Promise<LogMark | undefined> {
    const [last] = await this.em.execute<{ seq: string; hash: string }[]>(
      'select seq, hash from audit_entry where workspace_id = ? and at < ? order by seq desc limit 1',
      [this.workspaceId, instant],
    );
    return last === undefined ? undefined : { seq: Number(last.seq), hash: last.hash };
  }

  /** When the log begins, or undefined while it is empty. */
  async begins(): Promise<Date | undefined> {
    const [first] = await this.em.execute<{ at: string | Date }[]>(
      'select at from audit_entry where workspace_id = ? order by seq limit 1',
      [this.workspaceId],
    );
    return first === undefined ? undefined : new Date(first.at);
  }

  /** A team, or undefined if it didn't exist. */
  async team(teamId: string, mark: LogMark): Promise<HistoricalTeam | undefined> {
    const [found] = await this.#contents<TeamContent>('team', mark, { subjects: [teamId] });
    if (found === undefined) return undefined;
    const { name, members } = found.content;
    return {
      teamId,
      name,
      members: members.map(({ person_id, is_manager }) => ({ personId: person_id, isManager: is_manager })),
    };
  }

  /** The roles of some people. */
  async roles(personIds: readonly string[], mark: LogMark): Promise<ReadonlyMap<string, Role>> {
    const found = await this.#contents<{ role: Role }>('person', mark, { subjects: personIds });
    return new Map(found.map(({ subject, content }) => [subject, content.role]));
  }

  /** The workspace's own rules. */
  async rules(mark: LogMark): Promise<readonly { readonly code: string; readonly content: unknown }[]> {
    const found = await this.#contents<{ content: unknown }>('rule', mark, {});
    return found.map(({ subject, content }) => ({ code: subject, content: content.content }));
  }

  /** The holdings of some people with their cycles, in the order they were added. */
  async holdings(personIds: readonly string[], mark: LogMark): Promise<readonly HoldingWithCycles[]> {
    const unpublished = new Set((await this.#importsAfter(mark)).map(({ import_id }) => import_id));
    const found = await this.#contents<HoldingContent>('holding', mark, { personIds });
    return found
      .filter(({ content: { import_id } }) => import_id === undefined || !unpublished.has(import_id))
      .map(({ subject, content }) => historicalHoldingOf(subject, content, this.workspaceId))
      .sort((a, b) => a.holding.createdAt.getTime() - b.holding.createdAt.getTime() || compare(a.holding, b.holding));
  }

  /** The records of some people, without deleted and planned ones. */
  async records(personIds: readonly string[], mark: LogMark): Promise<readonly HistoricalRecord[]> {
    const unpublished = await this.#unpublishedAt(mark);
    const found = await this.#contents<RecordContent>('record', mark, { personIds });
    return found
      .filter(({ subject, content }) => content.deleted_at === null && !content.planned && !unpublished.has(subject))
      .map(({ subject, content }) => historicalRecordOf(subject, content))
      .sort((a, b) => a.order - b.order);
  }

  /** The imports that were not published yet at an entry. */
  async #importsAfter(mark: LogMark): Promise<readonly { readonly import_id: string; readonly person_id: string }[]> {
    return this.em.execute(
      'select import_id, person_id from record_import where workspace_id = ? and (published_seq is null or published_seq > ?)',
      [this.workspaceId, mark.seq],
    );
  }

  /** The records of imports that were not visible yet at an entry, though it has an earlier entry of some of them. */
  async #unpublishedAt(mark: LogMark): Promise<ReadonlySet<string>> {
    const imports = await this.#importsAfter(mark);
    const records = await withStaged(this.scope, async () => {
      const all: { readonly id: string }[] = [];
      for (const one of imports)
        all.push(
          ...(await this.em.execute<{ id: string }[]>(
            'select activity_id as id from activity where workspace_id = ? and person_id = ? and import_id = ?',
            [this.workspaceId, one.person_id, one.import_id],
          )),
        );
      return all;
    });
    return new Set(records.map(({ id }) => id));
  }

  /** The actions on some subjects, oldest first. */
  async actsOn(subjects: readonly string[], mark: LogMark): Promise<readonly HistoricalAction[]> {
    const rows = await this.em.execute<{ subject: string; at: string | Date; actor: string; what: string }[]>(
      `select subject, at, actor, what from audit_entry
        where workspace_id = ? and seq <= ? and subject in (select jsonb_array_elements_text(?)) order by seq`,
      [this.workspaceId, mark.seq, JSON.stringify(subjects)],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  }

  /** The latest content of each subject of a kind, without deleted ones. */
  async #contents<T>(
    kind: AuditKind,
    mark: LogMark,
    { subjects, personIds }: { readonly subjects?: readonly string[]; readonly personIds?: readonly string[] },
  ): Promise<readonly { readonly subject: string; readonly content: T }[]> {
    const workspaceId = this.workspaceId;
    // The subjects of people are found by their contents, so that not the whole log is read for a few people.
    const among =
      subjects === undefined
        ? personIds === undefined
          ? { sql: '', values: [] }
          : { sql: ` and subject in (${SUBJECTS_OF_PEOPLE})`, values: [workspaceId, `{${personIds.join(',')}}`] }
        : { sql: ' and subject in (select jsonb_array_elements_text(?))', values: [JSON.stringify(subjects)] };
    const ofPeople =
      personIds === undefined
        ? { sql: '', values: [] }
        : { sql: ' and content.person_id = any(?::uuid[])', values: [`{${personIds.join(',')}}`] };
    const rows = await this.em.execute<Row<T>[]>(
      `select last.subject, last.after_hash, content.salt, content.content
         from (select distinct on (subject) subject, seq, after_hash from audit_entry
                where workspace_id = ? and kind = ? and seq <= ?${among.sql}
                order by subject, seq desc) last
         join audit_content content on content.workspace_id = ? and content.seq = last.seq
        where last.after_hash <> ''${ofPeople.sql}
        order by last.subject`,
      [workspaceId, kind, mark.seq, ...among.values, workspaceId, ...ofPeople.values],
    );
    return rows.map(({ subject, after_hash, salt, content }) => {
      if (contentHash(salt ?? '', content) !== after_hash)
        throw new LogBroken(`The log content of the ${kind} ${subject} doesn't match its hash.`);
      return { subject, content };
    });
  }
}

const SUBJECTS_OF_PEOPLE = 'select subject from audit_content where workspace_id = ? and person_id = any(?::uuid[])';

function compare(a: { readonly certification: string }, b: { readonly certification: string }): number {
  return a.certification < b.certification ? -1 : 1;
}
