import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import type { Day } from '../domain/calendar.ts';
import type { ActivityKind, Delivery } from '../domain/certification.ts';
import type { Entry, Part } from '../domain/count.ts';
import { Activity, Allocation, AllocationPart } from './entities.ts';

/** An activity as it is logged, with what it claims. */
export interface NewActivity {
  readonly personId: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes?: number | undefined;
  readonly description: string;
  readonly proofLink: string;
  readonly proofNote: string;
  readonly claims: readonly NewClaim[];
}

/** What an activity claims for one holding, in one of its cycles. */
export interface NewClaim {
  readonly holdingId: string;
  readonly cycleId: string;
  readonly parts: readonly Part[];
}

interface EntryRow {
  holding_id: string;
  activity_id: string;
  entry_order: string;
  kind: ActivityKind;
  ends: Day;
  category: string;
  credits: number;
}

/** What members did, and what they claim for it. */
export class Activities {
  readonly #em: EntityManager;
  readonly #workspaceId: string;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /** Saves an activity with all its claims, and returns its id. */
  async add({ claims, ...activity }: NewActivity, now: Date): Promise<string> {
    const workspaceId = this.#workspaceId;
    const activityId = randomUUID();
    const { minutes = null, ...rest } = activity;
    await this.#em.insert(Activity, { workspaceId, activityId, ...rest, minutes, createdAt: now });
    for (const { holdingId, cycleId, parts } of claims) {
      await this.#em.insert(Allocation, { workspaceId, activityId, holdingId, cycleId });
      for (const part of parts) await this.#em.insert(AllocationPart, { workspaceId, activityId, holdingId, ...part });
    }
    return activityId;
  }

  /** A member's activity, also one that was taken back. */
  async get(personId: string, activityId: string): Promise<Activity | null> {
    return this.#em.findOne(Activity, { personId, activityId });
  }

  /** The activity a member entered last, or took back last. */
  async latest(personId: string, which: 'kept' | 'deleted'): Promise<Activity | null> {
    if (which === 'kept') {
      return this.#em.findOne(Activity, { personId, deletedAt: null }, { orderBy: { entryOrder: 'desc' } });
    }
    return this.#em.findOne(Activity, { personId, deletedAt: { $ne: null } }, { orderBy: { deletedAt: 'desc' } });
  }

  /** The holdings an activity claims credits for. */
  async claimedBy(activityId: string): Promise<readonly string[]> {
    const allocations = await this.#em.find(Allocation, { activityId });
    return allocations.map((allocation) => allocation.holdingId);
  }

  /** Takes a member's activity back, or puts it again where it was; `false` when there is nothing to do. */
  async setDeleted(personId: string, activityId: string, deletedAt: Date | null): Promise<boolean> {
    const deleted = deletedAt === null ? { $ne: null } : null;
    const changed = await this.#em.nativeUpdate(Activity, { personId, activityId, deletedAt: deleted }, { deletedAt });
    return changed > 0;
  }

  /** What the holdings' activities claim, by holding; what was taken back is left out. */
  async entriesOf(holdingIds: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> {
    if (holdingIds.length === 0) return new Map();
    const rows = await this.#em.execute<EntryRow[]>(
      `select part.holding_id, part.activity_id, activity.entry_order, activity.kind,
              activity.ends::text as ends, part.category, part.credits
         from allocation_part part
         join activity using (workspace_id, activity_id)
        where part.workspace_id = ? and part.holding_id in (${holdingIds.map(() => '?').join(', ')})
          and activity.deleted_at is null
        order by activity.entry_order, part.category`,
      [this.#workspaceId, ...holdingIds],
    );
    const entries = new Map<string, Map<string, Entry & { parts: Part[] }>>();
    for (const row of rows) {
      const ofHolding = entries.get(row.holding_id) ?? new Map<string, Entry & { parts: Part[] }>();
      entries.set(row.holding_id, ofHolding);
      const { activity_id: id, kind, ends: end } = row;
      const entry = ofHolding.get(id) ?? { id, kind, end, order: Number(row.entry_order), parts: [] };
      ofHolding.set(id, entry);
      entry.parts.push({ category: row.category, credits: row.credits });
    }
    return new Map([...entries].map(([holdingId, ofHolding]) => [holdingId, [...ofHolding.values()]]));
  }
}
