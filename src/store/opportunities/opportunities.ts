import { randomUUID } from 'node:crypto';
import type { RequiredEntityData } from '@mikro-orm/sql';
import type { OpportunityFacts } from '../../domain/activity-facts.ts';
import type { ActivityKind, Delivery } from '../../domain/activity-kinds.ts';
import type { Reject, SourceNotes } from '../../domain/source-notes.ts';
import { isId } from '../ids.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Opportunity, OpportunityChange, OpportunitySource } from './opportunity-entities.ts';

/** A source to add. */
export interface NewSource {
  readonly name: string;
  readonly address: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly minutes?: number | undefined;
  readonly language: string;
  readonly isFree?: boolean | undefined;
  readonly isOn: boolean;
}

/** An opportunity of a source; `key` identifies it within the source. */
export interface NewOpportunity extends OpportunityFacts {
  readonly key: string;
  readonly language?: string | undefined;
}

/** How many opportunities a refresh of a source added, changed and removed. */
export interface SourceUpdate {
  readonly added: number;
  readonly changed: number;
  readonly vanished: number;
}

/** The current content of a source, and the validators of its HTTP response. */
interface SourceContent {
  readonly opportunities: readonly NewOpportunity[];
  readonly rejects: SourceNotes | readonly Reject[];
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

const BATCH = 500;
/** Sorts before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The opportunity sources of a workspace and their opportunities. */
export class Opportunities extends WorkspaceRepository {
  /** The sources by name, enabled ones first. */
  async sources(): Promise<readonly OpportunitySource[]> {
    return this.em.find(OpportunitySource, {}, { orderBy: { isOn: 'desc', name: 'asc', sourceId: 'asc' } });
  }

  async source(sourceId: string): Promise<OpportunitySource | null> {
    return isId(sourceId) ? this.em.findOne(OpportunitySource, { sourceId }) : null;
  }

  /** Adds a source and returns its id, or undefined if the address is already a source. */
  async addSource(source: NewSource, addedAt: Date): Promise<string | undefined> {
    const { address, minutes = null, isFree = null, ...rest } = source;
    if (address !== '' && (await this.em.count(OpportunitySource, { address })) > 0) return undefined;
    const sourceId = randomUUID();
    const row: RequiredEntityData<OpportunitySource> = {
      workspaceId: this.workspaceId,
      sourceId,
      address,
      ...rest,
      minutes,
      isFree,
      addedAt,
      problem: '',
      failures: 0,
      rejects: [],
    };
    await this.em.insert(OpportunitySource, row);
    return sourceId;
  }

  /** Enables or disables a source; its opportunities are kept but hidden while disabled. Returns `false` if it doesn't exist. */
  async setEnabled(sourceId: string, isOn: boolean): Promise<boolean> {
    if (!isId(sourceId)) return false;
    const turned = await this.em.nativeUpdate(
      OpportunitySource,
      { sourceId },
      { isOn, etag: null, lastModified: null },
    );
    if (turned > 0) await this.#rebuild();
    return turned > 0;
  }

  /** Deletes a source with its opportunities; returns `false` if it doesn't exist. */
  async removeSource(sourceId: string): Promise<boolean> {
    if (!isId(sourceId)) return false;
    const removed = await this.em.nativeDelete(OpportunitySource, { sourceId });
    if (removed > 0) await this.#rebuild();
    return removed > 0;
  }

  /** Claims a source for this process, if no other has tried it since `before`. */
  async claimSource(
    sourceId: string,
    { before, now }: { readonly before: Date | null; readonly now: Date },
  ): Promise<boolean> {
    return (await this.em.nativeUpdate(OpportunitySource, { sourceId, triedAt: before }, { triedAt: now })) > 0;
  }

  /** Records a failed refresh and its reason. */
  async recordFailure(sourceId: string, problem: string, now: Date): Promise<void> {
    const source = await this.em.findOne(OpportunitySource, { sourceId }, { fields: ['failures'] });
    const failures = (source?.failures ?? 0) + 1;
    await this.em.nativeUpdate(OpportunitySource, { sourceId }, { problem, failures, triedAt: now });
  }

  /** Records a refresh without changes. */
  async recordUnchanged(sourceId: string, now: Date): Promise<void> {
    await this.em.nativeUpdate(
      OpportunitySource,
      { sourceId },
      { problem: '', failures: 0, triedAt: now, readAt: now },
    );
  }

  /** Replaces the opportunities of a source with its current ones; the same content again changes nothing. */
  async replaceFromSource(
    sourceId: string,
    { opportunities, rejects, etag = null, lastModified = null }: SourceContent,
    now: Date,
  ): Promise<SourceUpdate> {
    const good = { problem: '', failures: 0, triedAt: now, readAt: now };
    await this.em.nativeUpdate(OpportunitySource, { sourceId }, { ...good, rejects, etag, lastModified });
    const fresh = new Map(opportunities.map((opportunity) => [opportunity.key, rowOf(opportunity)]));
    const changed: Row[] = [];
    const vanished: string[] = [];
    for await (const known of this.#storedOf(sourceId)) {
      const row = fresh.get(known.key);
      fresh.delete(known.key);
      if (row === undefined && known.vanishedAt === null) vanished.push(known.opportunityId);
      else if (row !== undefined && !isSame(known, row)) changed.push(row);
    }
    const added = [...fresh.values()];
    if (added.length + changed.length + vanished.length === 0) return { added: 0, changed: 0, vanished: 0 };
    const revision = await this.#nextRevision();
    const ids = { workspaceId: this.workspaceId, sourceId };
    for (let from = 0; from < added.length; from += BATCH)
      await this.em.insertMany(
        Opportunity,
        added.slice(from, from + BATCH).map((row) => ({ ...row, ...ids, opportunityId: randomUUID(), revision })),
      );
    for (const row of changed)
      await this.em.nativeUpdate(Opportunity, { sourceId, key: row.key }, { ...row, revision });
    if (vanished.length > 0)
      await this.em.nativeUpdate(Opportunity, { opportunityId: { $in: vanished } }, { vanishedAt: now, revision });
    return { added: added.length, changed: changed.length, vanished: vanished.length };
  }

  /** The stored opportunities of a source, read in pages so that other work can run in between. */
  async *#storedOf(sourceId: string): AsyncIterable<Opportunity> {
    for (let after = FIRST_ID; ; ) {
      const where = { sourceId, opportunityId: { $gt: after } };
      const page = await this.em.find(Opportunity, where, {
        orderBy: { opportunityId: 'asc' },
        limit: BATCH,
      });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < BATCH) return;
      after = last.opportunityId;
    }
  }

  /** Returns the id of a source without an address, for manual entries; adds it if missing. */
  async sourceByHand(name: string, now: Date): Promise<string> {
    const known = await this.em.findOne(OpportunitySource, { name, address: '' }, { fields: ['sourceId'] });
    if (known !== null) return known.sourceId;
    const defaults = { address: '', provider: '', kind: 'webinar', delivery: '', language: '' } as const;
    const sourceId = await this.addSource({ ...defaults, name, isOn: true }, now);
    if (sourceId === undefined) throw new Error(`Adding the opportunity source “${name}” failed.`);
    return sourceId;
  }

  /** Adds an opportunity to a source; returns `false` if the source has one with that key. */
  async addByHand(sourceId: string, opportunity: NewOpportunity): Promise<boolean> {
    const revision = await this.#nextRevision();
    if ((await this.em.count(Opportunity, { sourceId, key: opportunity.key })) > 0) return false;
    const ids = { workspaceId: this.workspaceId, sourceId, opportunityId: randomUUID() };
    await this.em.insert(Opportunity, { ...rowOf(opportunity), ...ids, revision });
    return true;
  }

  /** The number of current opportunities per source. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.em.execute<{ source_id: string; count: number }[]>(
      `select source_id, count(*)::integer as count from opportunity
        where workspace_id = ? and vanished_at is null group by source_id`,
      [this.workspaceId],
    );
    return new Map(rows.map(({ source_id: sourceId, count }) => [sourceId, count]));
  }

  /** The current opportunities of a source, the latest to start first, then the latest published. */
  async latestOf(sourceId: string, limit: number): Promise<readonly Opportunity[]> {
    const orderBy = { startsAt: 'desc nulls last', publishedAt: 'desc nulls last', opportunityId: 'asc' } as const;
    return this.em.find(Opportunity, { sourceId, vanishedAt: null }, { orderBy, limit });
  }

  async get(opportunityId: string): Promise<Opportunity | null> {
    return isId(opportunityId) ? this.em.findOne(Opportunity, { opportunityId }) : null;
  }

  async #nextRevision(): Promise<number> {
    const [row] = await this.em.execute<{ revision: string }[]>(
      `insert into opportunity_change (workspace_id, revision, rebuilt) values (?, 1, 0)
         on conflict (workspace_id) do update set revision = opportunity_change.revision + 1 returning revision`,
      [this.workspaceId],
    );
    return Number(row?.revision);
  }

  async #rebuild(): Promise<void> {
    const revision = await this.#nextRevision();
    await this.em.nativeUpdate(OpportunityChange, {}, { rebuilt: revision });
  }
}

type Row = ReturnType<typeof rowOf>;

function rowOf(opportunity: NewOpportunity) {
  const { startsAt = null, publishedAt = null, minutes = null, isFree = null, ...more } = opportunity;
  const { isAllDay = false, language = '', price = null, lastDay = null, ...others } = more;
  const { topics = [], format = '', place = '', credits = [], ...rest } = others;
  const details = { price, topics, format, place, lastDay, credits };
  return { ...rest, ...details, startsAt, isAllDay, publishedAt, minutes, isFree, language, vanishedAt: null };
}

function isSame(known: Opportunity, row: Row): boolean {
  const stored: Readonly<Record<string, unknown>> = { ...known };
  return Object.entries(row).every(([name, value]) => comparable(stored[name]) === comparable(value));
}

/** Returns a value of a column as a text; the order of the fields of an object doesn't matter. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return JSON.stringify(value.map(comparable));
  if (value === null || typeof value !== 'object') return value;
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
