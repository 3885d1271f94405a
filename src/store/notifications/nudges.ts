import { randomUUID } from 'node:crypto';
import type { Day } from '../../domain/calendar.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Nudge, type NudgeOutcome } from './notification-entities.ts';

const COUNTED = ['sent', 'resolved'] as const;

/** A decision to send or hold back a nudge. */
export interface NudgeDecision {
  readonly personId: string;
  /** A decision with a known key is not stored again. */
  readonly key: string;
  readonly outcome: NudgeOutcome;
  readonly reason?: string;
  readonly topics: readonly string[];
  readonly onDay: Day;
}

/** The nudges of one workspace that were sent or held back, with the reason. */
export class Nudges extends WorkspaceRepository {
  /** Stores a decision; returns `false` if its key is known. */
  async note({ personId, key, outcome, reason = '', topics, onDay }: NudgeDecision, now: Date): Promise<boolean> {
    const [added] = await this.em.execute<unknown[]>(
      `insert into nudge (workspace_id, nudge_id, person_id, key, outcome, reason, topics, on_day, decided_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (workspace_id, key) do nothing returning 1`,
      [this.workspaceId, randomUUID(), personId, key, outcome, reason, JSON.stringify(topics), onDay, now],
    );
    return added !== undefined;
  }

  /** Returns a lookup of each person's sent and unresolved topic keys. */
  async sentTo(personIds: readonly string[]): Promise<(personId: string) => ReadonlySet<string>> {
    const sentKeys = new Map<string, Set<string>>();
    const where = { personId: { $in: [...personIds] }, outcome: { $in: [...COUNTED] } };
    const decisions = await this.em.find(Nudge, where, { orderBy: { decidedAt: 'asc' } });
    for (const { personId, outcome, topics } of decisions) {
      const keys = sentKeys.get(personId) ?? new Set();
      for (const topic of topics) outcome === 'sent' ? keys.add(topic) : keys.delete(topic);
      sentKeys.set(personId, keys);
    }
    return (personId) => sentKeys.get(personId) ?? new Set();
  }

  /** Returns a lookup of the number of nudges sent to each person since an instant. */
  async countSince(personIds: readonly string[], since: Date): Promise<(personId: string) => number> {
    const where = { personId: { $in: [...personIds] }, outcome: 'sent' as const, decidedAt: { $gt: since } };
    const sent = Map.groupBy(await this.em.find(Nudge, where), ({ personId }) => personId);
    return (personId) => sent.get(personId)?.length ?? 0;
  }

  /** Marks a nudge as withdrawn because its message was not sent. */
  async withdraw(key: string, reason: string): Promise<void> {
    await this.em.nativeUpdate(Nudge, { key, outcome: 'sent' }, { outcome: 'withdrawn', reason });
  }

  /** A person's latest decisions, newest first. */
  async latestOf(personId: string, limit: number): Promise<readonly Nudge[]> {
    const where = { personId, outcome: { $ne: 'resolved' as const } };
    return this.em.find(Nudge, where, { orderBy: { decidedAt: 'desc', key: 'asc' }, limit });
  }

  /** Deletes unsent nudges decided before an instant and returns their number; sent ones stay so that they are not repeated. */
  async forgetHeldBack(before: Date): Promise<number> {
    return this.em.nativeDelete(Nudge, { outcome: { $in: ['held-back', 'withdrawn'] }, decidedAt: { $lt: before } });
  }

  /** The number of decisions since an instant, by outcome. */
  async countByOutcome(since: Date): Promise<Readonly<Record<string, number>>> {
    const rows = await this.em.execute<{ outcome: string; count: number }[]>(
      'select outcome, count(*)::int as count from nudge where workspace_id = ? and decided_at > ? group by outcome',
      [this.workspaceId, since],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }
}
