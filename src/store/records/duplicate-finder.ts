import type { Day } from '../../domain/calendar.ts';
import { AuditedRepository } from '../audited-repository.ts';
import { ConfirmedDistinct } from '../evidence/evidence-entities.ts';

/** An activity that another one could be the same as. */
export interface PossibleDuplicate {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  /** Hashes of the files that prove it. */
  readonly files: readonly string[];
}

/** Activities that may have been logged twice. */
export class DuplicateFinder extends AuditedRepository {
  /** A member's activities of those days, and those that one of the files proves; neither plans nor what was deleted. */
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

  /** Notes that an activity and others that look like it all happened. */
  async confirmDistinct(activityId: string, others: readonly string[], saidBy: string, saidAt: Date): Promise<void> {
    const workspaceId = this.workspaceId;
    for (const otherId of others)
      await this.em.insert(ConfirmedDistinct, {
        workspaceId,
        activityId,
        otherId,
        confirmedBy: saidBy,
        confirmedAt: saidAt,
      });
    if (others.length > 0) this.audit.record('both-real', 'record', activityId);
  }

  /** The activities that somebody said are not the same as this one. */
  async confirmedDistinctFrom(activityId: string): Promise<ReadonlySet<string>> {
    const stated = await this.em.find(ConfirmedDistinct, { $or: [{ activityId }, { otherId: activityId }] });
    return new Set(stated.map((one) => (one.activityId === activityId ? one.otherId : one.activityId)));
  }
}
