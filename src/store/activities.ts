import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import type { Day } from '../domain/calendar.ts';
import { courseOf, type Entry, type Part } from '../domain/holding.ts';
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
  readonly planned?: boolean;
  readonly claims: readonly NewClaim[];
}

/** What an activity claims for one holding, in one of its cycles. */
export interface NewClaim {
  readonly holdingId: string;
  readonly cycleId: string;
  readonly marks?: readonly string[];
  readonly parts: readonly Part[];
}

interface EntryRow {
  holding_id: string;
  activity_id: string;
  entry_order: string;
  cycle: Day;
  marks: readonly string[];
  title: string;
  provider: string;
  kind: ActivityKind;
  starts: Day;
  ends: Day;
  category: string;
  credits: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
    const { minutes = null, planned = false, ...rest } = activity;
    await this.#em.insert(Activity, { workspaceId, activityId, ...rest, minutes, planned, createdAt: now });
    for (const { holdingId, cycleId, marks = [], parts } of claims) {
      await this.#em.insert(Allocation, { workspaceId, activityId, holdingId, cycleId, marks });
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
      return this.#em.findOne(
        Activity,
        { personId, deletedAt: null, planned: false },
        { orderBy: { entryOrder: 'desc' } },
      );
    }
    return this.#em.findOne(Activity, { personId, deletedAt: { $ne: null } }, { orderBy: { deletedAt: 'desc' } });
  }

  /** What a member plans, the earliest first. */
  async plannedBy(personId: string): Promise<readonly Activity[]> {
    const orderBy = { ends: 'asc', entryOrder: 'asc' } as const;
    return this.#em.find(Activity, { personId, planned: true, deletedAt: null }, { orderBy });
  }

  /** Takes a planned activity away for good; `false` when the member has no such plan. */
  async dropPlan(personId: string, activityId: string): Promise<boolean> {
    if (!UUID.test(activityId)) return false;
    if ((await this.#em.count(Activity, { personId, activityId, planned: true })) === 0) return false;
    await this.#em.nativeDelete(AllocationPart, { activityId });
    await this.#em.nativeDelete(Allocation, { activityId });
    return (await this.#em.nativeDelete(Activity, { personId, activityId, planned: true })) > 0;
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

  /** What the holdings' activities claim, by holding: those that were done, or those that are planned; not what was taken back. */
  async entriesOf(
    holdingIds: readonly string[],
    which: 'done' | 'planned' = 'done',
  ): Promise<ReadonlyMap<string, readonly Entry[]>> {
    if (holdingIds.length === 0) return new Map();
    const rows = await this.#em.execute<EntryRow[]>(
      `select part.holding_id, part.activity_id, activity.entry_order, activity.title, activity.provider, activity.kind,
              activity.starts::text as starts, activity.ends::text as ends, cycle.starts::text as cycle, allocation.marks,
              part.category, part.credits
         from allocation_part part
         join activity using (workspace_id, activity_id)
         join allocation using (workspace_id, activity_id, holding_id)
         join cycle using (workspace_id, holding_id, cycle_id)
        where part.workspace_id = ? and part.holding_id in (${holdingIds.map(() => '?').join(', ')})
          and activity.deleted_at is null and activity.planned = ?
        order by activity.entry_order, part.category`,
      [this.#workspaceId, ...holdingIds, which === 'planned'],
    );
    const entries = new Map<string, Map<string, Entry & { parts: Part[] }>>();
    for (const row of rows) {
      const ofHolding = entries.get(row.holding_id) ?? new Map<string, Entry & { parts: Part[] }>();
      entries.set(row.holding_id, ofHolding);
      const entry = ofHolding.get(row.activity_id) ?? entryOf(row);
      ofHolding.set(row.activity_id, entry);
      entry.parts.push({ category: row.category, credits: row.credits });
    }
    return new Map([...entries].map(([holdingId, ofHolding]) => [holdingId, [...ofHolding.values()]]));
  }
}

function entryOf(row: EntryRow): Entry & { parts: Part[] } {
  const { activity_id: id, kind, starts: start, ends: end, cycle, marks, provider, title } = row;
  return {
    id,
    kind,
    start,
    end,
    cycle,
    marks,
    order: Number(row.entry_order),
    course: courseOf(provider, title),
    parts: [],
  };
}
