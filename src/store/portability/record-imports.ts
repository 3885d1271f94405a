import { randomUUID } from 'node:crypto';
import { AuditedRepository } from '../audited-repository.ts';
import { showStaged } from '../staged-rows.ts';

/** An import whose records are not published yet. */
export interface StagedImport {
  readonly importId: string;
  readonly personId: string;
}

/** An import that saved no batch for so long was interrupted. */
const ABANDONED_AFTER = '2 minutes';

/** Imports that save their records in batches. The records are visible once the import is published. */
export class RecordImports extends AuditedRepository {
  /** Begins an import and returns its id, or undefined while another one of the person is running. */
  async begin(personId: string): Promise<string | undefined> {
    const [begun] = await this.em.execute<{ id: string }[]>(
      `insert into record_import (workspace_id, import_id, person_id, active_at) values (?, ?, ?, now())
       on conflict do nothing returning import_id as id`,
      [this.workspaceId, randomUUID(), personId],
    );
    return begun?.id;
  }

  /** Lets this transaction save another batch. Throws if the import was given up meanwhile. */
  async continue(importId: string): Promise<void> {
    const active = await this.em.execute<unknown[]>(
      `update record_import set active_at = now()
        where workspace_id = ? and import_id = ? and published_seq is null and not abandoned returning 1`,
      [this.workspaceId, importId],
    );
    if (active.length === 0) throw new Error('The import was given up, because it was not active for too long.');
    await showStaged(this.scope);
  }

  /** Makes the records of an import visible, all at once, and notes it in the audit log. Throws if it was given up meanwhile. */
  async publish(importId: string): Promise<void> {
    await this.continue(importId);
    await this.em.execute(
      `update record_import set is_logged = true, published_seq = coalesce((select seq from audit_head where workspace_id = ?), 0)
        where workspace_id = ? and import_id = ?`,
      [this.workspaceId, this.workspaceId, importId],
    );
    this.audit.record('create', { kind: 'import', subject: importId });
  }

  /** Gives an import up, so that no batch is added to it. Returns `false` if it isn't running. */
  async abandon(importId: string): Promise<boolean> {
    const given = await this.em.execute<unknown[]>(
      `update record_import set abandoned = true
        where workspace_id = ? and import_id = ? and published_seq is null returning 1`,
      [this.workspaceId, importId],
    );
    return given.length > 0;
  }

  /** The imports that were given up or interrupted. `which`: those that were active lately are interrupted too. */
  async interrupted(which: 'inactive' | 'all' = 'inactive'): Promise<readonly StagedImport[]> {
    const isInactive = which === 'all' ? 'true' : `(abandoned or active_at < now() - interval '${ABANDONED_AFTER}')`;
    return this.em.execute<StagedImport[]>(
      `select import_id as "importId", person_id as "personId" from record_import
        where workspace_id = ? and published_seq is null and ${isInactive}`,
      [this.workspaceId],
    );
  }

  /** The ids of some records of an import that isn't published. */
  async recordsOf({ importId, personId }: StagedImport, limit: number): Promise<readonly string[]> {
    await showStaged(this.scope);
    const rows = await this.em.execute<{ id: string }[]>(
      'select activity_id as id from activity where workspace_id = ? and person_id = ? and import_id = ? limit ?',
      [this.workspaceId, personId, importId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The ids of the proof files that came with some records of an import. */
  async filesOf(activityIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select distinct file_id as id from proof join activity using (workspace_id, activity_id)
         join proof_file file using (workspace_id, file_id)
        where workspace_id = ? and activity_id in (select value::uuid from jsonb_array_elements_text(?))
          and file.created_at = activity.created_at`,
      [this.workspaceId, JSON.stringify(activityIds)],
    );
    return rows.map(({ id }) => id);
  }

  /** Deletes those of some proof files that aren't the proof of a record. Bytes stored elsewhere are deleted at night. */
  async forgetFiles(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await this.em.execute(
      `delete from proof_file file where workspace_id = ? and file_id in (select value::uuid from jsonb_array_elements_text(?))
         and not exists (select 1 from proof where proof.workspace_id = file.workspace_id and proof.file_id = file.file_id)
         and not exists (select 1 from removed_proof removed
           where removed.workspace_id = file.workspace_id and removed.file_id = file.file_id)`,
      [this.workspaceId, JSON.stringify(fileIds)],
    );
  }

  /** Forgets an import that was given up, with its certifications and what was noted to undo it. Its records must be removed first. */
  async forget({ importId, personId }: StagedImport): Promise<void> {
    await showStaged(this.scope);
    const removed = await this.em.execute<{ id: string }[]>(
      'delete from holding where workspace_id = ? and person_id = ? and import_id = ? returning holding_id as id',
      [this.workspaceId, personId, importId],
    );
    const subjects = removed.map(({ id }) => id);
    if (subjects.length > 0)
      await this.audit.forget('purge', { kind: 'holding', subjects, reason: 'interrupted-import' });
    await this.em.execute('delete from act_change where workspace_id = ? and act_id = ?', [this.workspaceId, importId]);
    await this.em.execute(
      'delete from record_import where workspace_id = ? and import_id = ? and published_seq is null and abandoned',
      [this.workspaceId, importId],
    );
  }
}
