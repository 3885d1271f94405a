import type { Day } from '../../domain/calendar.ts';
import { AuditedRepository } from '../audited-repository.ts';
import { ConfirmedDistinct } from './record-entities.ts';

/** An activity that may be a duplicate. */
export interface PossibleDuplicate {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  /** SHA-256 of its proof files. */
  readonly files: readonly string[];
}

/** Finds activities that may have been logged twice. */
export class DuplicateFinder extends AuditedRepository {
  /** A member's activities in a period or with one of the files, without planned and deleted ones. */
  async findPossible(
    personId: string,
    { starts, ends, files }: Pick<PossibleDuplicate, 'starts' | 'ends' | 'files'>,
  ): Promise<readonly PossibleDuplicate[]> {
    const same = files.length === 0 ? '' : `or proof_file.sha256 in (${files.map(() => '?').join(', ')})`;
    return this.em.execute(
      `select activity.activity_id as "activityId", activity.title, activity.provider, activity.starts::text as starts,
              activity.ends::text as ends,
              coalesce(json_agg(proof_file.sha256) filter (where proof_file.sha256 is not null), '[]'::json) as files
         from activity
         left join proof using (workspace_id, activity_id)
         left join proof_file using (workspace_id, file_id)
        where workspace_id = ? and activity.person_id = ? and activity.deleted_at is null and not activity.planned
          and activity.activity_id in (
            select activity.activity_id from activity
              left join proof using (workspace_id, activity_id)
              left join proof_file using (workspace_id, file_id)
             where workspace_id = ? and activity.person_id = ? and (activity.starts <= ? and activity.ends >= ? ${same}))
        group by activity.activity_id, activity.title, activity.provider, activity.starts, activity.ends,
                 activity.entry_order
        order by activity.entry_order`,
      [this.workspaceId, personId, this.workspaceId, personId, ends, starts, ...files],
    );
  }

  /** Records that an activity and similar ones are different activities. */
  async confirmDistinct(
    activityId: string,
    others: readonly string[],
    confirmation: { readonly confirmedBy: string; readonly confirmedAt: Date },
  ): Promise<void> {
    const workspaceId = this.workspaceId;
    for (const otherId of others)
      await this.em.insert(ConfirmedDistinct, { workspaceId, activityId, otherId, ...confirmation });
    if (others.length > 0) this.audit.record('both-real', { kind: 'record', subject: activityId });
  }

  /** Ids of the activities confirmed to be different from this one. */
  async confirmedDistinctFrom(activityId: string): Promise<ReadonlySet<string>> {
    const confirmed = await this.em.find(ConfirmedDistinct, { $or: [{ activityId }, { otherId: activityId }] });
    return new Set(confirmed.map((one) => (one.activityId === activityId ? one.otherId : one.activityId)));
  }
}
