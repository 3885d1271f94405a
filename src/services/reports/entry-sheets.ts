import { createHash } from 'node:crypto';
import { isPortalKnown, portalOf } from '../../catalogue/portals.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import { entriesOf, type SheetClaim, type SheetEntry, type SheetRecord } from '../../domain/entry-sheet.ts';
import type { Activity } from '../../store/entities.ts';
import type { StoredProof } from '../../store/evidence/proofs.ts';
import type { PortalEntry } from '../../store/reports/report-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import type { ListedEntry, ShownSheet, Tick } from '../../views/reports/entry-sheet-card.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** Entries of a cycle are listed for this long after its end. */
const AFTER_DAYS = 120;
/** The language of the known portals. */
const PORTAL_LOCALE = 'en-GB';

interface EntrySheetOptions {
  readonly data: WorkspaceData;
  readonly today: Day;
  readonly words: Words;
  readonly byMonth: boolean;
}

/** Builds the entry sheets for one person's holdings, one for each body, sorted by name: their records in open cycles with the portal state. */
export async function findEntrySheets(
  holdings: readonly CreditHolding[],
  options: EntrySheetOptions,
): Promise<readonly ShownSheet[]> {
  return entrySheetsOf(holdings, await loadSheetRecords(holdings, options), options);
}

/** The records of holdings, with their proof and what was entered in portals. */
interface SheetRecords {
  readonly records: ReadonlyMap<string, Activity>;
  readonly proofs: ReadonlyMap<string, readonly StoredProof[]>;
  readonly portalEntries: PortalEntriesByRecord;
}

/** Loads what the entry sheets of any people's holdings list. */
export async function loadSheetRecords(
  holdings: readonly CreditHolding[],
  { data, today }: Pick<EntrySheetOptions, 'data' | 'today'>,
): Promise<SheetRecords> {
  const ids = [...new Set(holdings.flatMap((holding) => openClaims(holding, today)).map(({ id }) => id))];
  const records = new Map((await data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await data.proofs.of(ids);
  const entries = await data.portalEntries.of(holdings.map(({ holdingId }) => holdingId));
  return { records, proofs, portalEntries: Map.groupBy(entries, ({ activityId }) => activityId) };
}

/** Builds the entry sheets for one person's holdings from loaded records. */
export function entrySheetsOf(
  holdings: readonly CreditHolding[],
  { records, proofs, portalEntries }: SheetRecords,
  options: Omit<EntrySheetOptions, 'data'>,
): readonly ShownSheet[] {
  const claims = holdings.flatMap((holding) => openClaims(holding, options.today));
  const byBody = Map.groupBy(claims, ({ claim }) => claim.certification.body);
  return [...byBody.keys()].sort().map((body) => {
    const byRecord = Map.groupBy(byBody.get(body) ?? [], ({ id }) => id);
    const sheetRecords = [...byRecord].flatMap(([id, recordClaims]) => {
      const record = records.get(id);
      if (record === undefined) return [];
      const claimed = recordClaims.map(({ claim }) => claim);
      return [toSheetRecord(record, claimed, proofs.get(id) ?? [])];
    });
    return buildSheet({ body, records: sheetRecords, portalEntries }, options);
  });
}

function openClaims({ holdingId, certification, renewal, cycles, entries }: CreditHolding, today: Day) {
  const open = new Set(
    cycles.filter(({ cycle }) => addDays(cycle.end, AFTER_DAYS) >= today).map(({ cycle }) => cycle.start),
  );
  return entries.flatMap(({ id, cycle, parts }): readonly { id: string; claim: SheetClaim }[] =>
    cycle === undefined || open.has(cycle) ? [{ id, claim: { holdingId, certification, renewal, parts } }] : [],
  );
}

function toSheetRecord(record: Activity, claims: readonly SheetClaim[], proofs: readonly StoredProof[]): SheetRecord {
  const { activityId: id, title, provider, kind, delivery, starts: start, ends: end, description } = record;
  const sorted = [...claims].sort((a, b) => (a.certification.code < b.certification.code ? -1 : 1));
  const files = proofs.flatMap(({ file }) => (file === undefined ? [] : [{ name: file.name, size: file.size }]));
  const link = proofs.find((proof) => proof.link !== '')?.link ?? '';
  return { id, title, provider, kind, delivery, start, end, description, link, files, claims: sorted };
}

interface SheetContents {
  readonly body: string;
  readonly records: readonly SheetRecord[];
  readonly portalEntries: PortalEntriesByRecord;
}

type PortalEntriesByRecord = ReadonlyMap<string, readonly PortalEntry[]>;

function buildSheet(
  { body, records, portalEntries }: SheetContents,
  { words, byMonth }: Omit<EntrySheetOptions, 'data'>,
): ShownSheet {
  const layout = portalOf(body);
  const isKnown = isPortalKnown(body);
  const ticked = records.flatMap((record) => splitByTick(record, portalEntries));
  const list = (states: readonly (Tick['state'] | undefined)[], isByMonth = false): readonly ListedEntry[] => {
    const chosen = ticked.filter(({ tick }) => states.includes(tick?.state));
    const ticks = new Map(chosen.map(({ record, tick }) => [recordKeyOf(record), tick]));
    const chosenRecords = chosen.map(({ record }) => record);
    return entriesOf(chosenRecords, layout, { byMonth: isByMonth }).map((entry) => ({
      key: entryKeyOf(entry),
      entry,
      tick: ticks.get(recordKeyOf(entry.records[0])),
    }));
  };
  // Rejected entries are entered again differently, so they aren't combined with new ones by month.
  const open = [...list([undefined], byMonth), ...list(['rejected'])].sort((a, b) =>
    sortKeyOf(a) < sortKeyOf(b) ? -1 : 1,
  );
  return {
    ...{ body, layout, isKnown, byMonth, open },
    portal: records[0]?.claims[0]?.certification.upkeep.portal?.value ?? '',
    spoken: isKnown ? wordsFor(PORTAL_LOCALE) : words,
    done: [...list(['submitted', 'accepted'])].reverse(),
    seen: hashEntries(open),
  };
}

interface TickedRecord {
  readonly record: SheetRecord;
  readonly tick: Tick | undefined;
}

/** Splits a record by the portal state of its claims: one record for each state. */
function splitByTick(record: SheetRecord, portalEntries: PortalEntriesByRecord): readonly TickedRecord[] {
  const ticks = new Map(
    portalEntries
      .get(record.id)
      ?.map(({ holdingId, state, onDay, reference }) => [holdingId, { state, on: onDay, reference }]),
  );
  const groups = Map.groupBy(record.claims, ({ holdingId }) => JSON.stringify(ticks.get(holdingId)));
  return [...groups.values()].map((claims) => ({
    record: { ...record, claims },
    tick: ticks.get(claims[0]?.holdingId ?? ''),
  }));
}

/** Entries are sorted by the end of their first record. */
function sortKeyOf({ key, entry }: ListedEntry): string {
  return `${entry.records[0].end} ${entry.records[0].start} ${key}`;
}

function entryKeyOf({ records, amounts, part }: SheetEntry): string {
  return `${records[0].id}.${amounts[0]?.claims[0]?.holdingId}.${part?.n ?? 1}`;
}

function recordKeyOf({ id, claims }: SheetRecord): string {
  return `${id}.${claims[0]?.holdingId}`;
}

function hashEntries(entries: readonly ListedEntry[]): string {
  const content = entries.map(({ key, entry }) => [
    key,
    entry.records.map(({ id }) => id),
    entry.amounts.map(({ credits }) => credits),
  ]);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

/** A claim by the ids of its record and its holding. */
interface ClaimKey {
  readonly activityId: string;
  readonly holdingId: string;
}

/** Returns the claims that an entry covers. */
export function claimsCovered({ records, amounts }: SheetEntry): readonly ClaimKey[] {
  const holdings = new Set(amounts.flatMap(({ claims }) => claims.map(({ holdingId }) => holdingId)));
  return records.flatMap(({ id, claims }) =>
    claims.filter(({ holdingId }) => holdings.has(holdingId)).map(({ holdingId }) => ({ activityId: id, holdingId })),
  );
}
