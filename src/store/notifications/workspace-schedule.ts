import { Repository } from '../repository.ts';
import { ScheduledWorkspace } from './notification-entities.ts';

/** Maximum interval between checks; a later time was set by a wrong clock. */
const MAX_INTERVAL_MS = 25 * 60 * 60_000;

/** When each workspace is processed next; read across workspaces, so it contains no workspace data. */
export class WorkspaceSchedule extends Repository {
  #isWoken = false;

  /** Whether this object scheduled a workspace. */
  get hasScheduled(): boolean {
    return this.#isWoken;
  }

  /** Schedules a workspace for an instant, unless it is already due earlier. */
  async scheduleNoLaterThan(workspaceId: string, at: Date): Promise<void> {
    this.#isWoken = true;
    await this.em.execute(
      `insert into workspace_schedule (workspace_id, due_at) values (?, ?)
       on conflict (workspace_id) do update set due_at = least(workspace_schedule.due_at, excluded.due_at)`,
      [workspaceId, at],
    );
  }

  /** The due workspaces, longest waiting first. */
  async due(now: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.em.execute<{ workspace_id: string }[]>(
      'select workspace_id from workspace_schedule where due_at <= ? or due_at > ? order by due_at limit ?',
      [now, latest(now), limit],
    );
    return rows.map(({ workspace_id }) => workspace_id);
  }

  /** Claims a due workspace until the transaction ends; returns `false` if it isn't due or is already claimed. */
  async claimDue(workspaceId: string, now: Date): Promise<boolean> {
    const rows = await this.em.execute<unknown[]>(
      'select 1 from workspace_schedule where workspace_id = ? and (due_at <= ? or due_at > ?) for update skip locked',
      [workspaceId, now, latest(now)],
    );
    return rows.length > 0;
  }

  /** Sets when a claimed workspace is due next. */
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
