import { randomUUID } from 'node:crypto';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Part } from '../../domain/holding.ts';
import { AuditedRepository } from '../audited-repository.ts';
import { Activity, Allocation, AllocationPart, Cycle, Holding, StatedBalance } from '../entities.ts';
import { readRows } from '../read-rows.ts';
import { withStaged } from '../staged-rows.ts';
import type { Transaction } from '../transaction.ts';

/** A holding with its cycles, oldest first; none for what never expires. */
export interface HoldingWithCycles {
  readonly holding: Holding;
  readonly cycles: readonly Cycle[];
  /** By day. */
  readonly openings: readonly StatedBalance[];
}

/** Credits stated as earned in a cycle until a day, which stand in place of those stated for the same day. */
export interface NewOpening {
  readonly cycleId: string;
  readonly statedFor: Day;
  readonly parts: readonly Part[];
  readonly accepted: boolean;
}

export interface NewHolding {
  readonly personId: string;
  readonly certification: string;
  readonly number: string;
  readonly certifiedOn?: Day | undefined;
  readonly cycle?: DateRange | undefined;
  /** The import that adds it; it is visible once the import is published. */
  readonly importId?: string | undefined;
}

const OLDEST_FIRST = { createdAt: 'asc', certification: 'asc', holdingId: 'asc' } as const;

/** The certifications that members hold. */
export class Holdings extends AuditedRepository {
  #provided: ((personId: string) => readonly HoldingWithCycles[] | undefined) | undefined;

  /** Provides the holdings of a sender, which were read at the beginning of the transaction, until it changes something of them. */
  provide(sender: string | undefined, holdings: readonly HoldingWithCycles[], transaction: Transaction): void {
    const isCurrent = () => !transaction.hasChanged('person', 'holding', 'cycle', 'opening_balance');
    this.#provided = (personId) => (personId === sender && isCurrent() ? holdings : undefined);
  }

  /** A member's holdings with their cycles, in the order in which they were added. */
  async of(personId: string): Promise<readonly HoldingWithCycles[]> {
    const provided = this.#provided?.(personId);
    if (provided !== undefined) return provided;
    const holdings = await this.em.find(Holding, { personId }, { orderBy: OLDEST_FIRST });
    return this.#withCycles(holdings);
  }

  /** The holdings of some members with their cycles. */
  async ofMany(personIds: readonly string[]): Promise<readonly HoldingWithCycles[]> {
    const orderBy = 'created_at, certification, holding_id';
    return this.#withCycles(await readRows(this.scope, Holding, { column: 'person_id', ids: personIds, orderBy }));
  }

  /** When some holdings were added. */
  async addedAt(holdingIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const some = { holdingId: { $in: [...holdingIds] } };
    const found = await this.em.find(Holding, some);
    return new Map(found.map(({ holdingId, createdAt }) => [holdingId, createdAt]));
  }

  /** Every holding of the workspace with its cycles. */
  async all(): Promise<readonly HoldingWithCycles[]> {
    return this.#withCycles(await this.em.find(Holding, {}, { orderBy: OLDEST_FIRST }));
  }

  /** Adds a holding and its cycle; returns undefined if the member already has the certification. */
  async add(
    { personId, certification, number, certifiedOn, cycle, importId }: NewHolding,
    now: Date,
  ): Promise<string | undefined> {
    const holdingId = randomUUID();
    const [added] = await this.em.execute<{ holding_id: string }[]>(
      `insert into holding (workspace_id, holding_id, person_id, certification, number, certified_on, created_at, import_id)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (workspace_id, person_id, certification) do nothing returning holding_id`,
      [this.workspaceId, holdingId, personId, certification, number, certifiedOn ?? null, now, importId ?? null],
    );
    if (added === undefined) return undefined;
    if (cycle !== undefined) await this.#insertCycle(holdingId, cycle, {});
    this.audit.record('create', { kind: 'holding', subject: holdingId });
    return holdingId;
  }

  /** Opens a cycle of a holding. */
  async addCycle(
    holdingId: string,
    { start, end }: DateRange,
    stated: Partial<Pick<Cycle, 'conditions' | 'carryOver'>>,
  ): Promise<string> {
    const cycleId = await this.#insertCycle(holdingId, { start, end }, stated);
    this.audit.record('edit', { kind: 'holding', subject: holdingId });
    return cycleId;
  }

  async #insertCycle(
    holdingId: string,
    { start, end }: DateRange,
    stated: Partial<Pick<Cycle, 'conditions' | 'carryOver'>>,
  ): Promise<string> {
    const cycleId = randomUUID();
    const stored = { conditions: {}, carryOver: [], ...stated, actsDone: {}, cured: {}, starts: start, ends: end };
    await this.em.insert(Cycle, { workspaceId: this.workspaceId, cycleId, holdingId, ...stored });
    return cycleId;
  }

  /** Updates a holding. */
  async update(
    holdingId: string,
    stated: Partial<Pick<Holding, 'number' | 'periods' | 'doesNotRenew' | 'certifiedOn'>>,
  ): Promise<void> {
    await this.em.nativeUpdate(Holding, { holdingId }, stated);
    this.audit.record('edit', { kind: 'holding', subject: holdingId });
  }

  /** Updates a cycle, with a reason for the log. */
  async updateCycle(
    cycleId: string,
    stated: Partial<Pick<Cycle, 'starts' | 'ends' | 'conditions' | 'actsDone' | 'carryOver' | 'cured'>>,
    reason = '',
  ): Promise<void> {
    await this.em.nativeUpdate(Cycle, { cycleId }, stated);
    const { holdingId } = await this.em.findOneOrFail(Cycle, { cycleId });
    this.audit.record('edit', { kind: 'holding', subject: holdingId, reason });
  }

  /** Deletes a holding with its cycles and deleted claims; returns `false` if credits are logged for it. */
  async remove(personId: string, holdingId: string): Promise<boolean> {
    const claims = await this.em.find(Allocation, { holdingId });
    const activityId = { $in: claims.map((claim) => claim.activityId) };
    // Also records of an import that is running, which refer to it.
    const stored = await withStaged(this.scope, () =>
      this.em.count(Activity, { activityId, deletedAt: null, planned: false }),
    );
    if (stored > 0) return false;
    await this.#unclaim(holdingId);
    const removed = await this.em.nativeDelete(Holding, { personId, holdingId });
    if (removed > 0) this.audit.record('delete', { kind: 'holding', subject: holdingId });
    for (const { activityId: id } of claims)
      this.audit.record('edit', { kind: 'record', subject: id, reason: 'holding-removed' });
    return removed > 0;
  }

  /** Deletes the claims of records in the trash for a holding that is about to be removed. */
  async dropTrashedClaims(holdingId: string): Promise<void> {
    const claims = await this.em.find(Allocation, { holdingId });
    const activityId = { $in: claims.map((claim) => claim.activityId) };
    const stored = await withStaged(this.scope, () => this.em.count(Activity, { activityId, deletedAt: null }));
    if (claims.length === 0 || stored > 0) return;
    await this.#unclaim(holdingId);
    for (const { activityId: id } of claims)
      this.audit.record('edit', { kind: 'record', subject: id, reason: 'holding-removed' });
  }

  async #unclaim(holdingId: string): Promise<void> {
    await this.em.nativeDelete(AllocationPart, { holdingId });
    await this.em.nativeDelete(Allocation, { holdingId });
  }

  /** States an opening balance of a cycle, in place of one for the same day; without parts it is taken back. */
  async setOpening(holdingId: string, { cycleId, statedFor, parts, accepted }: NewOpening, now: Date): Promise<void> {
    await this.em.nativeDelete(StatedBalance, { cycleId, statedFor });
    const workspaceId = this.workspaceId;
    if (parts.length > 0)
      await this.em.insert(StatedBalance, {
        workspaceId,
        holdingId,
        cycleId,
        statedFor,
        parts,
        accepted,
        createdAt: now,
      });
    this.audit.record('edit', { kind: 'holding', subject: holdingId, reason: 'opening-balance' });
  }

  async #withCycles(holdings: readonly Holding[]): Promise<readonly HoldingWithCycles[]> {
    const some = { column: 'holding_id', ids: holdings.map(({ holdingId }) => holdingId) };
    const cycles = await readRows(this.scope, Cycle, { ...some, orderBy: 'starts' });
    const openings = await readRows(this.scope, StatedBalance, { ...some, orderBy: 'stated_for' });
    return withCycles(holdings, { cycles, openings });
  }
}

/** Returns holdings, each with those of some cycles and stated balances that are its own, in their order. */
export function withCycles(
  holdings: readonly Holding[],
  { cycles, openings }: { readonly cycles: readonly Cycle[]; readonly openings: readonly StatedBalance[] },
): readonly HoldingWithCycles[] {
  const ofHolding = Map.groupBy(cycles, (cycle) => cycle.holdingId);
  const stated = Map.groupBy(openings, (opening) => opening.holdingId);
  return holdings.map((holding) => ({
    holding,
    cycles: ofHolding.get(holding.holdingId) ?? [],
    openings: stated.get(holding.holdingId) ?? [],
  }));
}
