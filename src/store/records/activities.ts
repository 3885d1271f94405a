import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/sql';
import type { ActivityFacts } from '../../domain/activity-facts.ts';
import type { ActivityKind, Delivery } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { courseOf, type Entry, type Part } from '../../domain/holding.ts';
import { AuditedRepository, type AuditedScope } from '../audited-repository.ts';
import { Activity, Allocation, AllocationPart } from '../entities.ts';
import type { NewProof, Proofs } from '../evidence/proofs.ts';
import { isId } from '../ids.ts';
import { insertRows } from '../insert-rows.ts';
import { readRows } from '../read-rows.ts';
import { partOf, storedParts } from './stored-parts.ts';

/** An activity to save, with its claims. */
export interface NewActivity extends ActivityFacts {
  readonly personId: string;
  readonly minutes?: number | undefined;
  readonly description: string;
  readonly planned?: boolean;
  readonly proof?: NewProof;
  readonly claims: readonly NewClaim[];
}

/** The claim of an activity for one cycle of a holding. */
export interface NewClaim {
  readonly holdingId: string;
  readonly cycleId: string;
  /** Why more is claimed than the body's conversion gives. */
  readonly overClaimReason?: string;
  readonly parts: readonly Part[];
}

/** Activities saved per statement. */
const TOGETHER = 500;

interface EntryRow {
  holding_id: string;
  activity_id: string;
  entry_order: string;
  cycle: Day;
  marks: string;
  delivery: Delivery | '';
  title: string;
  provider: string;
  kind: ActivityKind;
  starts: Day;
  ends: Day;
  category: string;
  credits: number;
}

/** The activities of members and their claims. */
export class Activities extends AuditedRepository {
  readonly #proofs: Proofs;

  constructor(scope: AuditedScope, proofs: Proofs) {
    super(scope);
    this.#proofs = proofs;
  }

  /** Saves an activity with its claims and proof, and returns its id. */
  async add(activity: NewActivity, now: Date): Promise<string> {
    const [activityId] = await this.addAll([activity], now);
    if (activityId === undefined) throw new Error('Saving an activity returned no id.');
    return activityId;
  }

  /** Saves activities and returns their ids, in order. Those of an import that isn't published are visible when it is. */
  async addAll(
    activities: readonly NewActivity[],
    now: Date,
    importId?: string | undefined,
  ): Promise<readonly string[]> {
    const added: string[] = [];
    for (let from = 0; from < activities.length; from += TOGETHER) {
      const some = activities.slice(from, from + TOGETHER).map((one) => ({ ...one, activityId: randomUUID() }));
      const rows = some.map((one) => this.#rowOf(one, { now, importId }));
      await insertRows(this.scope, 'activity', rows);
      await this.#claim(some);
      for (const { activityId, proof, planned } of some) {
        if (proof !== undefined) await this.#proofs.insert(activityId, proof, now);
        this.audit.record('create', { kind: 'record', subject: activityId, reason: planned ? 'planned' : '' });
        added.push(activityId);
      }
    }
    return added;
  }

  /** Puts other content in the place of an activity's; `false` when it is not in that version any more. */
  async change(activityId: string, version: number, changed: Omit<NewActivity, 'proof' | 'planned'>): Promise<boolean> {
    const { claims, minutes = null, personId, ...content } = changed;
    const seen = { personId, activityId, version, deletedAt: null };
    const changedRows = await this.em.nativeUpdate(Activity, seen, { ...content, minutes, version: version + 1 });
    if (changedRows === 0) return false;
    await this.#unclaim([activityId]);
    await this.#claim([{ activityId, claims }]);
    this.audit.record('edit', { kind: 'record', subject: activityId });
    return true;
  }

  async #claim(
    claiming: readonly { readonly activityId: string; readonly claims: readonly NewClaim[] }[],
  ): Promise<void> {
    const claims = claiming.flatMap(({ activityId, claims }) =>
      claims.map(({ holdingId, ...claim }) => ({
        ...claim,
        ids: { workspace_id: this.workspaceId, activity_id: activityId, holding_id: holdingId },
      })),
    );
    const allocations = claims.map(({ ids, cycleId, overClaimReason = '' }) => {
      return { ...ids, cycle_id: cycleId, over_claim_reason: overClaimReason };
    });
    const parts = claims.flatMap(({ ids, parts }) => storedParts(parts).map((part) => ({ ...ids, ...part })));
    await insertRows(this.scope, 'allocation', allocations);
    await insertRows(this.scope, 'allocation_part', parts);
  }

  #rowOf(
    activity: NewActivity & { readonly activityId: string },
    { now, importId }: { readonly now: Date; readonly importId: string | undefined },
  ) {
    const { activityId, personId, title, provider, kind, delivery, starts, ends, description } = activity;
    const { minutes = null, planned = false } = activity;
    return {
      workspace_id: this.workspaceId,
      activity_id: activityId,
      person_id: personId,
      ...{ title, provider, kind, delivery, starts, ends, minutes, description, planned },
      version: 1,
      created_at: now,
      import_id: importId ?? null,
    };
  }

  async #unclaim(activityIds: readonly string[]): Promise<void> {
    const activityId = { $in: [...activityIds] };
    await this.em.nativeDelete(AllocationPart, { activityId });
    await this.em.nativeDelete(Allocation, { activityId });
  }

  /** A member's activity, also one that was taken back. */
  async get(personId: string, activityId: string): Promise<Activity | null> {
    return isId(activityId) ? this.em.findOne(Activity, { personId, activityId }) : null;
  }

  /** Anybody's activities. */
  async byId(activityId: string): Promise<Activity | null> {
    return this.em.findOne(Activity, { activityId });
  }

  async byIds(activityIds: readonly string[]): Promise<readonly Activity[]> {
    return readRows(this.scope, Activity, { column: 'activity_id', ids: activityIds, orderBy: 'entry_order' });
  }

  /** Replaces the description of an activity; returns `false` if its version has changed. */
  async describe(activityId: string, version: number, description: string): Promise<boolean> {
    const seen = { activityId, version, deletedAt: null };
    const changed = await this.em.nativeUpdate(Activity, seen, { description, version: version + 1 });
    if (changed > 0) this.audit.record('edit', { kind: 'record', subject: activityId });
    return changed > 0;
  }

  /** The activity a member entered last, or took back last. */
  async latest(personId: string, which: 'kept' | 'deleted'): Promise<Activity | null> {
    if (which === 'kept') {
      return this.em.findOne(
        Activity,
        { personId, deletedAt: null, planned: false },
        { orderBy: { entryOrder: 'desc' } },
      );
    }
    return this.em.findOne(Activity, { personId, deletedAt: { $ne: null } }, { orderBy: { deletedAt: 'desc' } });
  }

  /** A member's planned activities, earliest first. */
  async plannedBy(personId: string): Promise<readonly Activity[]> {
    const orderBy = { ends: 'asc', entryOrder: 'asc' } as const;
    return this.em.find(Activity, { personId, planned: true, deletedAt: null }, { orderBy });
  }

  /** Permanently deletes a planned activity; returns `false` if the member has no such plan. */
  async dropPlan(personId: string, activityId: string): Promise<boolean> {
    if (!isId(activityId)) return false;
    if ((await this.em.count(Activity, { personId, activityId, planned: true })) === 0) return false;
    return (await this.purge([activityId], 'planned')) > 0;
  }

  /** Permanently deletes activities with their claims and proofs. */
  async purge(activityIds: readonly string[], why: 'planned' | 'retention' | 'interrupted-import'): Promise<number> {
    await this.#unclaim(activityIds);
    await this.audit.forget('purge', { kind: 'record', subjects: activityIds, reason: why });
    return this.em.nativeDelete(Activity, { activityId: { $in: [...activityIds] } });
  }

  /** The activities of the workspace that were deleted before an instant. */
  async deletedBefore(before: Date): Promise<readonly Activity[]> {
    return this.em.find(Activity, { deletedAt: { $lt: before } }, { orderBy: { deletedAt: 'asc' } });
  }

  /** Those of some activities that are in the trash, which stay there until the transaction ends. */
  async deletedAmong(activityIds: readonly string[]): Promise<readonly string[]> {
    const deleted = { activityId: { $in: [...activityIds] }, deletedAt: { $ne: null } };
    const records = await this.em.find(Activity, deleted, {
      fields: ['activityId'],
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    return records.map(({ activityId }) => activityId);
  }

  /** The claims of an activity, by holding. */
  async claimsOf(activityId: string): Promise<readonly Required<NewClaim>[]> {
    const allocations = await this.em.find(Allocation, { activityId });
    const parts = await this.em.find(AllocationPart, { activityId }, { orderBy: { category: 'asc', marks: 'asc' } });
    return allocations.map(({ holdingId, cycleId, overClaimReason }) => ({
      holdingId,
      cycleId,
      overClaimReason,
      parts: parts.filter((part) => part.holdingId === holdingId).map(partOf),
    }));
  }

  /** Moves a member's activity to the trash or restores it; returns `false` if nothing changed. */
  async setDeleted(personId: string, activityId: string, deletedAt: Date | null): Promise<boolean> {
    const deleted = deletedAt === null ? { $ne: null } : null;
    const changed = await this.em.nativeUpdate(Activity, { personId, activityId, deletedAt: deleted }, { deletedAt });
    if (changed > 0)
      this.audit.record(deletedAt === null ? 'restore' : 'delete', { kind: 'record', subject: activityId });
    return changed > 0;
  }

  /** The claims of done or planned activities, by holding, without deleted ones. */
  async entriesOf(
    holdingIds: readonly string[],
    which: 'done' | 'planned' = 'done',
  ): Promise<ReadonlyMap<string, readonly Entry[]>> {
    if (holdingIds.length === 0) return new Map();
    const rows = await this.em.execute<EntryRow[]>(
      `select allocation.holding_id, allocation.activity_id, activity.entry_order, activity.title, activity.provider, activity.kind,
              activity.starts::text as starts, activity.ends::text as ends, cycle.starts::text as cycle, activity.delivery,
              part.category, part.marks, part.credits
         from allocation
         join allocation_part part using (workspace_id, activity_id, holding_id)
         join activity using (workspace_id, activity_id)
         join cycle using (workspace_id, holding_id, cycle_id)
        where allocation.workspace_id = ? and allocation.holding_id = any(?::uuid[])
          and activity.deleted_at is null and activity.planned = ?
        order by activity.entry_order, part.category, part.marks`,
      [this.workspaceId, `{${holdingIds.join(',')}}`, which === 'planned'],
    );
    const entries = new Map<string, Map<string, Entry & { parts: Part[] }>>();
    for (const row of rows) {
      const ofHolding = entries.get(row.holding_id) ?? new Map<string, Entry & { parts: Part[] }>();
      entries.set(row.holding_id, ofHolding);
      const entry = ofHolding.get(row.activity_id) ?? entryOf(row);
      ofHolding.set(row.activity_id, entry);
      entry.parts.push(partOf(row));
    }
    return new Map([...entries].map(([holdingId, ofHolding]) => [holdingId, [...ofHolding.values()]]));
  }
}

function entryOf(row: EntryRow): Entry & { parts: Part[] } {
  const { activity_id: id, kind, delivery, starts: start, ends: end, cycle, provider, title } = row;
  return {
    id,
    kind,
    start,
    end,
    cycle,
    delivery,
    order: Number(row.entry_order),
    course: courseOf(provider, title),
    parts: [],
  };
}
