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

/** So long after a cycle what belongs to it may still be entered somewhere. */
const AFTER_DAYS = 120;
/** The language of the portals that are known. */
const PORTAL_LOCALE = 'en-GB';

interface EntrySheetOptions {
  readonly data: WorkspaceData;
  readonly today: Day;
  readonly words: Words;
  readonly byMonth: boolean;
}

/** The entry sheets of holdings of one person, by body in the order of their names: what they logged in cycles that are open, and what they said of it. */
export async function findEntrySheets(
  holdings: readonly CreditHolding[],
  requested: EntrySheetOptions,
): Promise<readonly ShownSheet[]> {
  const { data, today } = requested;
  const claims = holdings.flatMap((holding) => claimsIn(holding, today));
  const ids = [...new Set(claims.map(({ id }) => id))];
  const records = new Map((await data.activities.byIds(ids)).map((one) => [one.activityId, one]));
  const proofs = await data.proofs.of(ids);
  const stated = Map.groupBy(
    await data.portalEntries.of(holdings.map(({ holdingId }) => holdingId)),
    ({ activityId }) => activityId,
  );
  const byBody = Map.groupBy(claims, ({ claim }) => claim.certification.body);
  return [...byBody.keys()].sort().map((body) => {
    const ofBody = byBody.get(body) ?? [];
    const found = [...Map.groupBy(ofBody, ({ id }) => id).entries()].flatMap(([id, some]) => {
      const record = records.get(id);
      return record === undefined
        ? []
        : [
            recordOf(
              record,
              some.map(({ claim }) => claim),
              proofs.get(id) ?? [],
            ),
          ];
    });
    return sheetOf(body, found, stated, requested);
  });
}

function claimsIn({ holdingId, certification, renewal, cycles, entries }: CreditHolding, today: Day) {
  const open = new Set(
    cycles.filter(({ cycle }) => addDays(cycle.end, AFTER_DAYS) >= today).map(({ cycle }) => cycle.start),
  );
  return entries.flatMap(({ id, cycle, parts, marks }): readonly { id: string; claim: SheetClaim }[] =>
    cycle === undefined || open.has(cycle) ? [{ id, claim: { holdingId, certification, renewal, parts, marks } }] : [],
  );
}

function recordOf(record: Activity, claims: readonly SheetClaim[], proofs: readonly StoredProof[]): SheetRecord {
  const { activityId: id, title, provider, kind, delivery, starts: start, ends: end, description } = record;
  const sorted = [...claims].sort((a, b) => (a.certification.code < b.certification.code ? -1 : 1));
  const files = proofs.flatMap(({ file }) => (file === undefined ? [] : [{ name: file.name, size: file.size }]));
  const link = proofs.find((proof) => proof.link !== '')?.link ?? '';
  return { id, title, provider, kind, delivery, start, end, description, link, files, claims: sorted };
}

type PortalEntriesByRecord = ReadonlyMap<string, readonly PortalEntry[]>;

function sheetOf(
  body: string,
  records: readonly SheetRecord[],
  stated: PortalEntriesByRecord,
  { words, byMonth }: EntrySheetOptions,
): ShownSheet {
  const layout = portalOf(body);
  const isKnown = isPortalKnown(body);
  const apart = records.flatMap((record) => apartBySaid(record, stated));
  const listed = (states: readonly (Tick['state'] | undefined)[], together = false): readonly ListedEntry[] => {
    const some = apart.filter(({ tick }) => states.includes(tick?.state));
    const ticks = new Map(some.map(({ record, tick }) => [nameOf(record), tick]));
    const entries = entriesOf(
      some.map(({ record }) => record),
      layout,
      { byMonth: together },
    );
    return entries.map((entry) => ({
      key: keyOf(entry),
      entry,
      tick: ticks.get(nameOf(entry.records[0])),
    }));
  };
  // What was rejected is to be entered again, in another way; it is not bundled with what never was.
  const open = [...listed([undefined], byMonth), ...listed(['rejected'])].sort((a, b) =>
    dayOf(a) < dayOf(b) ? -1 : 1,
  );
  return {
    ...{ body, layout, isKnown, byMonth, open },
    portal: records[0]?.claims[0]?.certification.upkeep.portal?.value ?? '',
    spoken: isKnown ? wordsFor(PORTAL_LOCALE) : words,
    done: [...listed(['submitted', 'accepted'])].reverse(),
    seen: hashEntries(open),
  };
}

/** A record with the claims of which the same was said, once for each thing that was said. */
function apartBySaid(
  record: SheetRecord,
  stated: PortalEntriesByRecord,
): readonly { readonly record: SheetRecord; readonly tick: Tick | undefined }[] {
  const ticks = new Map(
    stated
      .get(record.id)
      ?.map(({ holdingId, state, onDay, reference }) => [holdingId, { state, on: onDay, reference }]),
  );
  const groups = Map.groupBy(record.claims, ({ holdingId }) => JSON.stringify(ticks.get(holdingId)));
  return [...groups.values()].map((claims) => ({
    record: { ...record, claims },
    tick: ticks.get(claims[0]?.holdingId ?? ''),
  }));
}

/** What orders entries: the day their first record ended, then what they are found by. */
function dayOf({ key, entry }: ListedEntry): string {
  return `${entry.records[0].end} ${entry.records[0].start} ${key}`;
}

/** What an entry is found by: its first record, the first certification it is for, and which part of it. */
function keyOf({ records, amounts, part }: SheetEntry): string {
  return `${records[0].id}.${amounts[0]?.claims[0]?.holdingId}.${part?.n ?? 1}`;
}

/** What a record with some of its claims is found by. */
function nameOf({ id, claims }: SheetRecord): string {
  return `${id}.${claims[0]?.holdingId}`;
}

function hashEntries(entries: readonly ListedEntry[]): string {
  const shown = entries.map(({ key, entry }) => [
    key,
    entry.records.map(({ id }) => id),
    entry.amounts.map(({ credits }) => credits),
  ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

/** The records and holdings that an entry is of. */
export function claimsCovered({
  records,
  amounts,
}: SheetEntry): readonly { readonly activityId: string; readonly holdingId: string }[] {
  const holdings = new Set(amounts.flatMap(({ claims }) => claims.map(({ holdingId }) => holdingId)));
  return records.flatMap(({ id, claims }) =>
    claims.filter(({ holdingId }) => holdings.has(holdingId)).map(({ holdingId }) => ({ activityId: id, holdingId })),
  );
}
