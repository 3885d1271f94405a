import { randomUUID } from 'node:crypto';
import type { Day } from '../../domain/calendar.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Nudge, type NudgeOutcome } from '../teams/team-entities.ts';

/** A decision about what to tell somebody. */
export interface NudgeDecision {
  readonly personId: string;
  /** The same decision twice is one. */
  readonly key: string;
  readonly outcome: NudgeOutcome;
  readonly reason?: string;
  readonly topics: readonly string[];
  readonly onDay: Day;
}

/** What was told to the members of one workspace without their asking, and what was not, with the reason. */
export class Nudges extends WorkspaceRepository {
  /** Notes a decision; `false` when it was noted before. */
  async note({ personId, key, outcome, reason = '', topics, onDay }: NudgeDecision, now: Date): Promise<boolean> {
    const [noted] = await this.em.execute<unknown[]>(
      `insert into nudge (workspace_id, nudge_id, person_id, key, outcome, reason, topics, on_day, decided_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (workspace_id, key) do nothing returning 1`,
      [this.workspaceId, randomUUID(), personId, key, outcome, reason, JSON.stringify(topics), onDay, now],
    );
    return noted !== undefined;
  }

  /** The keys of what some people were told and is not over, by person. */
  async sentTo(personIds: readonly string[]): Promise<(personId: string) => ReadonlySet<string>> {
    const notified = new Map<string, Set<string>>();
    const where = { personId: { $in: [...personIds] }, outcome: { $in: ['said', 'over'] as NudgeOutcome[] } };
    const decisions = await this.em.find(Nudge, where, { orderBy: { decidedAt: 'asc' }, disableIdentityMap: true });
    for (const { personId, outcome, topics } of decisions) {
      const keys = notified.get(personId) ?? new Set();
      for (const topic of topics) outcome === 'said' ? keys.add(topic) : keys.delete(topic);
      notified.set(personId, keys);
    }
    return (personId) => notified.get(personId) ?? new Set();
  }

  /** How often some people were told something since an instant, by person. */
  async countSince(personIds: readonly string[], since: Date): Promise<(personId: string) => number> {
    const where = { personId: { $in: [...personIds] }, outcome: 'said' as const, decidedAt: { $gt: since } };
    const stated = Map.groupBy(
      await this.em.find(Nudge, where, { disableIdentityMap: true }),
      ({ personId }) => personId,
    );
    return (personId) => stated.get(personId)?.length ?? 0;
  }

  /** Takes back that somebody was told something that never left. */
  async withdraw(key: string, reason: string): Promise<void> {
    await this.em.nativeUpdate(Nudge, { key, outcome: 'said' }, { outcome: 'withdrawn', reason });
  }

  /** The latest decisions about somebody, the newest first. */
  async latestOf(personId: string, limit: number): Promise<readonly Nudge[]> {
    const where = { personId, outcome: { $ne: 'over' as const } };
    return this.em.find(Nudge, where, { orderBy: { decidedAt: 'desc', key: 'asc' }, limit, disableIdentityMap: true });
  }

  /** Forgets what was held back before an instant, and says how much; what was said stays, so that it is not said again. */
  async forgetHeldBack(before: Date): Promise<number> {
    return this.em.nativeDelete(Nudge, { outcome: { $in: ['held', 'withdrawn'] }, decidedAt: { $lt: before } });
  }

  /** How many decisions of each outcome there were since an instant. */
  async countByOutcome(since: Date): Promise<Readonly<Record<string, number>>> {
    const rows = await this.em.execute<{ outcome: string; count: number }[]>(
      'select outcome, count(*)::int as count from nudge where workspace_id = ? and decided_at > ? group by outcome',
      [this.workspaceId, since],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }
}
