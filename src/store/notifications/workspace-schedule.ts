import { Repository } from '../repository.ts';
import { ScheduledWorkspace } from './notification-entities.ts';

/** Nobody sleeps longer: what is due later than that was set by a clock that was wrong. */
const MAX_INTERVAL_MS = 25 * 60 * 60_000;

/** When somebody has to look at which workspace again: a timetable without contents, read before it is known whose turn it is. */
export class WorkspaceSchedule extends Repository {
  #isWoken = false;

  /** Whether somebody asked for a look through this very object. */
  get hasScheduled(): boolean {
    return this.#isWoken;
  }

  /** Has a workspace looked at from an instant on, or earlier where that is wished already. */
  async scheduleNoLaterThan(workspaceId: string, at: Date): Promise<void> {
    this.#isWoken = true;
    await this.em.execute(
      `insert into workspace_schedule (workspace_id, due_at) values (?, ?)
       on conflict (workspace_id) do update set due_at = least(workspace_schedule.due_at, excluded.due_at)`,
      [workspaceId, at],
    );
  }

  /** The workspaces that are to be looked at now, the one that waits longest first. */
  async due(now: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.em.execute<{ workspace_id: string }[]>(
      'select workspace_id from workspace_schedule where due_at <= ? or due_at > ? order by due_at limit ?',
      [now, latest(now), limit],
    );
    return rows.map(({ workspace_id }) => workspace_id);
  }

  /** Takes a workspace's turn until the transaction ends; `false` when it is not due, or somebody else has taken it. */
  async claimDue(workspaceId: string, now: Date): Promise<boolean> {
    const rows = await this.em.execute<unknown[]>(
      'select 1 from workspace_schedule where workspace_id = ? and (due_at <= ? or due_at > ?) for update skip locked',
      [workspaceId, now, latest(now)],
    );
    return rows.length > 0;
  }

  /** Says when the next turn of a workspace is; only who has taken its turn may. */
  async setNext(workspaceId: string, at: Date): Promise<void> {
    await this.em.nativeUpdate(ScheduledWorkspace, { workspaceId }, { dueAt: at });
  }

  async forget(workspaceId: string): Promise<void> {
    await this.em.nativeDelete(ScheduledWorkspace, { workspaceId });
  }
}

function latest(now: Date): Date {
  return new Date(now.getTime() + MAX_INTERVAL_MS);
}
