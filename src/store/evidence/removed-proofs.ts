import { AuditedRepository } from '../audited-repository.ts';
import { isId } from '../ids.ts';
import { asMilliseconds } from '../instant-column.ts';

/** A removed proof, which can be restored. */
export interface TrashedProof {
  readonly proofId: string;
  readonly activityId: string;
  /** The title of its record. */
  readonly title: string;
  /** The name of its file, its link or its note. */
  readonly name: string;
  readonly removedAt: Date;
}

const COLUMNS = 'workspace_id, proof_id, activity_id, form, shows, link, note, file_id, attested_by, added_at' as const;

/** Proofs that were removed from records. Their files stay until they can no longer be restored. */
export class RemovedProofs extends AuditedRepository {
  /** Moves a proof of an activity to the trash; returns `false` if the activity has no such proof. */
  async remove(activityId: string, proofId: string, removedAt: Date): Promise<boolean> {
    if (!isId(proofId)) return false;
    const moved = await this.em.execute<unknown[]>(
      `with gone as (delete from proof where workspace_id = ? and activity_id = ? and proof_id = ? returning ${COLUMNS})
       insert into removed_proof (${COLUMNS}, removed_at) select ${COLUMNS}, ? from gone returning 1`,
      [this.workspaceId, activityId, proofId, removedAt],
    );
    if (moved.length > 0) this.audit.record('detach', { kind: 'record', subject: activityId });
    return moved.length > 0;
  }

  /** Puts a removed proof back on its activity; returns `false` if it is no longer in the trash. */
  async restore(activityId: string, proofId: string): Promise<boolean> {
    if (!isId(proofId)) return false;
    const moved = await this.em.execute<unknown[]>(
      `with back as (delete from removed_proof where workspace_id = ? and activity_id = ? and proof_id = ? returning ${COLUMNS})
       insert into proof (${COLUMNS}) select ${COLUMNS} from back returning 1`,
      [this.workspaceId, activityId, proofId],
    );
    if (moved.length > 0) this.audit.record('attach', { kind: 'record', subject: activityId });
    return moved.length > 0;
  }

  /** The removed proofs of a person's records, the last one first. Those of records in the trash are left out. */
  async of(personId: string, limit: number): Promise<readonly TrashedProof[]> {
    const rows = await this.em.execute<(Omit<TrashedProof, 'removedAt'> & { readonly removedMilliseconds: number })[]>(
      `select proof_id as "proofId", activity_id as "activityId", activity.title,
              coalesce(proof_file.name, nullif(link, ''), note) as name,
              ${asMilliseconds('removed_at')} as "removedMilliseconds"
         from removed_proof join activity using (workspace_id, activity_id)
         left join proof_file using (workspace_id, file_id)
        where workspace_id = ? and activity.person_id = ? and activity.deleted_at is null
        order by removed_at desc, proof_id limit ?`,
      [this.workspaceId, personId, limit],
    );
    return rows.map(({ removedMilliseconds, ...row }) => ({ ...row, removedAt: new Date(removedMilliseconds) }));
  }

  /** Deletes the proofs that were removed before an instant and returns their number. */
  async forget(before: Date): Promise<number> {
    const gone = await this.em.execute<unknown[]>(
      'delete from removed_proof where workspace_id = ? and removed_at < ? returning 1',
      [this.workspaceId, before],
    );
    return gone.length;
  }
}
