import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import { WHOLE } from '../../domain/category-tree.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import type { ExportArchive } from '../export-archive.ts';
import { countRecords, recordKey } from '../records/record-key.ts';
import { type ImportProblems, type PersonalExport, parsePersonalExport } from './personal-export.ts';

/** Claims that name their certification itself. */
const CODE_ITSELF = { get: (code: string) => code };

type ArchivedRecord = PersonalExport['records'][number];

/** What was taken over, in counts. */
export interface ArchiveImportCounts {
  readonly certifications: number;
  readonly records: number;
  /** Records that are here already. */
  readonly already: number;
  readonly files: number;
  /** Files that were named and did not come. */
  readonly missing: number;
}

/** For whom something is taken over, and where. */
export interface ArchiveImport {
  readonly personId: string;
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly now: Date;
  readonly words: Words;
}

/** What of it is not here yet. */
interface ArchiveComparison {
  readonly added: readonly PersonalExport['certifications'][number][];
  readonly fresh: readonly ArchivedRecord[];
  /** Files that are named and did not come. */
  readonly missing: number;
}

/** Compares what somebody brings with what is here, and writes nothing; says what is wrong with it. */
async function compareArchive(
  own: PersonalExport,
  { files }: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<ArchiveComparison | ImportProblems> {
  const { personId, data } = archiveImport;
  const holdings = await data.holdings.of(personId);
  const before = new Set(holdings.map(({ holding }) => holding.certification));
  const added = own.certifications.filter((one) => !before.has(one.certification));
  const wrong = [...problemsOf(own, archiveImport), ...cyclesMissing(own, holdings, added, archiveImport.words)];
  if (wrong.length > 0) return { lines: wrong };
  const there = await countRecords(personId, data);
  const fresh = own.records.filter((one) => {
    const key = recordKey(
      { ...one, claims: one.claims.map((claim) => ({ ...claim, holdingId: claim.certification })) },
      CODE_ITSELF,
    );
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    return left === 0;
  });
  const named = new Set(own.records.flatMap(({ proofs }) => proofs.flatMap(({ sha256 }) => sha256 ?? [])));
  return { added, fresh, missing: [...named].filter((sha256) => !files.has(sha256)).length };
}

/** What would be taken over, in counts; writes nothing. */
export async function previewArchiveImport(
  archive: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<Omit<ArchiveImportCounts, 'files'> | ImportProblems> {
  const own = parsePersonalExport(archive.content, archiveImport.words);
  if ('lines' in own) return own;
  const found = await compareArchive(own, archive, archiveImport);
  return 'lines' in found ? found : countsIn(own, found);
}

/**
 * Takes over what somebody brings from another recert: certifications that are not held here with their cycles, and records that are not here
 * yet, with their proof; all of it or nothing. The same once more adds nothing.
 */
export async function importArchive(
  archive: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<ArchiveImportCounts | ImportProblems> {
  const { personId, data, now } = archiveImport;
  const own = parsePersonalExport(archive.content, archiveImport.words);
  if ('lines' in own) return own;
  const found = await compareArchive(own, archive, archiveImport);
  if ('lines' in found) return found;
  for (const one of found.added) await addHolding(one, archiveImport);
  const holdings = await data.holdings.of(personId);
  const ids = await data.activities.addAll(
    found.fresh.map((one) => activityOf(one, holdings, personId)),
    now,
  );
  const stored = new Set<string>();
  const rest = { held: holdings, kept: stored, taking: archiveImport, files: archive.files };
  for (const [at, one] of found.fresh.entries()) await addProofsAndPortalEntries(one, ids[at] as string, rest);
  return { ...countsIn(own, found), files: stored.size };
}

function countsIn(
  { records }: PersonalExport,
  { added, fresh, missing }: ArchiveComparison,
): Omit<ArchiveImportCounts, 'files'> {
  const already = records.length - fresh.length;
  return { certifications: added.length, records: fresh.length, already, missing };
}

function problemsOf(
  { certifications, records }: PersonalExport,
  { catalogue, today, words }: ArchiveImport,
): readonly string[] {
  const over = words.import.over;
  const unknown = certifications.flatMap(({ certification, cycles }) => {
    if (catalogue.get(certification) === undefined) return [over.unknown(certification)];
    const sorted = [...cycles].sort((a, b) => (a.starts < b.starts ? -1 : 1));
    const isTorn = sorted.some(({ starts, ends }, at) => ends < starts || starts <= (sorted[at - 1]?.ends ?? ''));
    return isTorn ? [over.torn(certification)] : [];
  });
  const bad = records.flatMap(({ title, starts, ends, claims }, at) => {
    const phrases = (what: string) => over.record(at + 1, title.slice(0, 40), what);
    if (ends < starts) return [phrases(over.ends)];
    if (ends > today) return [phrases(over.future)];
    const codes = claims.map((claim) => claim.certification);
    if (new Set(codes).size < codes.length) return [phrases(over.twice)];
    return claims.flatMap((claim) => {
      const renewal = catalogue.get(claim.certification)?.renewal;
      if (renewal?.kind !== 'credits') return [phrases(over.noCredits(claim.certification))];
      const known = new Set(renewal.categories.map((category) => category.code));
      const strange = claim.parts.find(({ category }) =>
        known.size === 0 ? category !== WHOLE : !known.has(category),
      );
      const marks = new Set(renewal.marks.map((mark) => mark.code));
      const mark = claim.marks.find((one) => !marks.has(one));
      return [
        ...(strange === undefined ? [] : [phrases(over.noCategory(claim.certification, strange.category))]),
        ...(mark === undefined ? [] : [phrases(over.noCategory(claim.certification, mark))]),
      ];
    });
  });
  return [...unknown, ...bad];
}

async function addHolding(
  { certification, number, certifiedOn, periods, cycles }: PersonalExport['certifications'][number],
  { personId, data: { holdings }, now }: ArchiveImport,
): Promise<void> {
  const about = { personId, certification, number, certifiedOn: certifiedOn ?? undefined };
  const holdingId = await holdings.add(about, now);
  if (holdingId === undefined) return;
  for (const { starts, ends, conditions, actsDone, carryOver } of cycles) {
    const cycleId = await holdings.addCycle(holdingId, { start: starts, end: ends }, { conditions, carryOver });
    await holdings.updateCycle(cycleId, { actsDone });
  }
  await holdings.update(holdingId, { periods });
}

/** Claims in cycles that neither are here nor come along. */
function cyclesMissing(
  { records }: PersonalExport,
  holdings: readonly HoldingWithCycles[],
  added: ArchiveComparison['added'],
  words: Words,
): readonly string[] {
  const known = new Set([
    ...holdings.flatMap(({ holding, cycles }) => cycles.map(({ starts }) => `${holding.certification} ${starts}`)),
    ...added.flatMap(({ certification, cycles }) => cycles.map(({ starts }) => `${certification} ${starts}`)),
  ]);
  const query = records.flatMap(({ claims }) => claims);
  const missing = query.filter((claim) => !known.has(`${claim.certification} ${claim.cycle}`));
  return [...new Set(missing.map((claim) => words.import.over.noCycle(claim.certification, claim.cycle)))];
}

function activityOf(own: ArchivedRecord, holdings: readonly HoldingWithCycles[], personId: string): NewActivity {
  const { claims, proofs, portal, ...rest } = own;
  const claimed = claims.map(({ certification, cycle: starts, marks, parts }): NewClaim => {
    const found = holdings.find(({ holding }) => holding.certification === certification) as HoldingWithCycles;
    const cycleId = found.cycles.find((one) => one.starts === starts)?.cycleId as string;
    return { holdingId: found.holding.holdingId, cycleId, marks, parts };
  });
  return { ...rest, personId, claims: claimed };
}

interface ArchiveImportState {
  readonly held: readonly HoldingWithCycles[];
  /** The hashes of files that were kept. */
  readonly kept: Set<string>;
  readonly taking: ArchiveImport;
  readonly files: ExportArchive['files'];
}

/** The proof of a record and what was said of it in portals. Who attested elsewhere does not vouch here. */
async function addProofsAndPortalEntries(
  { proofs, portal }: ArchivedRecord,
  activityId: string,
  { held: holdings, kept: stored, taking: archiveImport, files }: ArchiveImportState,
): Promise<void> {
  const { data, personId, now } = archiveImport;
  for (const { form, shows, link, note, sha256 } of proofs) {
    const file = sha256 === undefined ? undefined : files.get(sha256);
    const fileIds: string[] = [];
    if (file !== undefined) {
      const fileId = randomUUID();
      const bytes = await file.store(fileId);
      const { name, type, size, sha256: hash } = file;
      const about = { fileId, personId, name, type, size, sha256: hash, ...(bytes === undefined ? {} : { bytes }) };
      fileIds.push(await data.proofs.addFile(about, now));
      stored.add(hash);
    }
    await data.proofs.insert(activityId, { form, shows, link, note, fileIds }, now);
  }
  const entries = portal.flatMap(({ certification, state, on, reference }) => {
    const found = holdings.find(({ holding }) => holding.certification === certification);
    return found === undefined ? [] : [{ activityId, holdingId: found.holding.holdingId, state, onDay: on, reference }];
  });
  await data.portalEntries.note(entries);
}
