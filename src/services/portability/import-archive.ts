import { randomUUID } from 'node:crypto';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { ExportArchive } from '../export-archive.ts';
import { countRecords, recordKey, takeRecord } from '../records/record-key.ts';
import { type ArchiveCheck, findArchiveProblems, findMissingCycles } from './check-archive.ts';
import {
  type ArchivedHolding,
  type ArchivedRecord,
  type ImportProblems,
  type PersonalExport,
  parsePersonalExport,
} from './personal-export.ts';

/** Claims of an archive name a certification code in the place of a holding id. */
const CODE_ITSELF = { get: (code: string) => code };

/** The counts of an import. */
export interface ArchiveImportCounts {
  readonly certifications: number;
  readonly records: number;
  /** Records that exist already. */
  readonly already: number;
  readonly files: number;
  /** Files that are named in the archive but not contained. */
  readonly missing: number;
}

/** The person an archive is imported for, and their workspace. */
export interface ArchiveImport extends ArchiveCheck {
  readonly personId: string;
  readonly data: WorkspaceData;
  readonly now: Date;
}

/** What an archive would add. */
interface ArchiveComparison {
  readonly added: readonly ArchivedHolding[];
  readonly fresh: readonly ArchivedRecord[];
  /** The number of files that are named in the archive but not contained. */
  readonly missing: number;
}

/** Compares an archive with the person's data, or returns its problems. Writes nothing. */
async function compareArchive(
  content: PersonalExport,
  { files }: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<ArchiveComparison | ImportProblems> {
  const { personId, data, words } = archiveImport;
  const holdings = await data.holdings.of(personId);
  const ownHoldings = new Set(holdings.map(({ holding }) => holding.certification));
  const added = content.certifications.filter(({ certification }) => !ownHoldings.has(certification));
  const missingCycles = findMissingCycles(content, { holdings, added }, words);
  const lines = [...findArchiveProblems(content, archiveImport), ...missingCycles];
  if (lines.length > 0) return { lines };
  const fresh = withoutExisting(content.records, await countRecords(personId, data));
  const named = new Set(content.records.flatMap(({ proofs }) => proofs.flatMap(({ sha256 }) => sha256 ?? [])));
  return { added, fresh, missing: [...named].filter((sha256) => !files.has(sha256)).length };
}

/** Leaves out records that exist already, as often as they exist. */
function withoutExisting(records: readonly ArchivedRecord[], existing: Map<string, number>): readonly ArchivedRecord[] {
  return records.filter((record) => {
    const claims = record.claims.map((claim) => ({ ...claim, holdingId: claim.certification }));
    return !takeRecord(recordKey({ ...record, claims }, CODE_ITSELF), existing);
  });
}

/** Returns what an import would add, in counts, or its problems. Writes nothing. */
export async function previewArchiveImport(
  archive: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<Omit<ArchiveImportCounts, 'files'> | ImportProblems> {
  const content = parsePersonalExport(archive.content, archiveImport.words);
  if ('lines' in content) return content;
  const comparison = await compareArchive(content, archive, archiveImport);
  return 'lines' in comparison ? comparison : countsOf(content, comparison);
}

/**
 * Imports an archive of `export mine`: certifications the person doesn't hold, with their cycles, and records that don't exist, with their
 * proof. With any problem nothing is imported. Importing an archive again adds nothing.
 */
export async function importArchive(
  archive: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<ArchiveImportCounts | ImportProblems> {
  const { personId, data, now, words } = archiveImport;
  const content = parsePersonalExport(archive.content, words);
  if ('lines' in content) return content;
  const comparison = await compareArchive(content, archive, archiveImport);
  if ('lines' in comparison) return comparison;
  const { added, fresh } = comparison;
  for (const holding of added) await addHolding(holding, archiveImport);
  const holdings = await data.holdings.of(personId);
  const activities = fresh.map((record) => toActivity(record, holdings, personId));
  const ids = await data.activities.addAll(activities, now);
  const storedHashes = new Set<string>();
  for (const [index, activityId] of ids.entries()) {
    const record = fresh[index];
    if (record === undefined) throw new Error(`The archive has no record for the activity ${activityId}.`);
    await addProofs(record, { activityId, storedHashes, files: archive.files }, archiveImport);
    await addPortalEntries(record, { activityId, holdings }, data);
  }
  return { ...countsOf(content, comparison), files: storedHashes.size };
}

function countsOf(
  { records }: PersonalExport,
  { added, fresh, missing }: ArchiveComparison,
): Omit<ArchiveImportCounts, 'files'> {
  const already = records.length - fresh.length;
  return { certifications: added.length, records: fresh.length, already, missing };
}

async function addHolding(
  { certification, number, certifiedOn, periods, cycles }: ArchivedHolding,
  { personId, data: { holdings }, now }: ArchiveImport,
): Promise<void> {
  const about = { personId, certification, number, certifiedOn: certifiedOn ?? undefined };
  const holdingId = await holdings.add(about, now);
  if (holdingId === undefined) return;
  for (const { starts, ends, conditions, actsDone, carryOver, cured, openings } of cycles) {
    const cycleId = await holdings.addCycle(holdingId, { start: starts, end: ends }, { conditions, carryOver });
    await holdings.updateCycle(cycleId, { actsDone, cured });
    for (const { on: statedFor, ...opening } of openings)
      await holdings.setOpening(holdingId, { cycleId, statedFor, ...opening }, now);
  }
  await holdings.update(holdingId, { periods });
}

function toActivity(record: ArchivedRecord, holdings: readonly HoldingWithCycles[], personId: string): NewActivity {
  const { claims, proofs, portal, ...fields } = record;
  const newClaims = claims.map(({ certification, cycle: starts, marks, parts, overClaimReason }): NewClaim => {
    const found = holdings.find(({ holding }) => holding.certification === certification);
    const cycle = found?.cycles.find((one) => one.starts === starts);
    if (found === undefined || cycle === undefined)
      throw new Error(`The cycle of ${certification} from ${starts} is missing.`);
    const marked = marks.length === 0 ? parts : parts.map((part) => ({ ...part, marks }));
    return { holdingId: found.holding.holdingId, cycleId: cycle.cycleId, overClaimReason, parts: marked };
  });
  return { ...fields, personId, claims: newClaims };
}

interface ProofTarget {
  readonly activityId: string;
  readonly files: ExportArchive['files'];
  /** The hashes of the files stored so far. */
  readonly storedHashes: Set<string>;
}

/** Adds the proof of a record. An attestation isn't imported: its author has no account here. */
async function addProofs(
  { proofs }: ArchivedRecord,
  { activityId, files, storedHashes }: ProofTarget,
  { data, personId, now }: ArchiveImport,
): Promise<void> {
  for (const { form, shows, link, note, sha256 } of proofs) {
    const file = sha256 === undefined ? undefined : files.get(sha256);
    const fileIds: string[] = [];
    if (file !== undefined) {
      const fileId = randomUUID();
      const bytes = await file.store(fileId);
      const { name, type, size, sha256: hash } = file;
      const about = { fileId, personId, name, type, size, sha256: hash, ...(bytes === undefined ? {} : { bytes }) };
      fileIds.push(await data.proofs.addFile(about, now));
      storedHashes.add(hash);
    }
    await data.proofs.insert(activityId, { form, shows, link, note, fileIds }, now);
  }
}

async function addPortalEntries(
  { portal }: ArchivedRecord,
  { activityId, holdings }: { readonly activityId: string; readonly holdings: readonly HoldingWithCycles[] },
  data: WorkspaceData,
): Promise<void> {
  const entries = portal.flatMap(({ certification, state, on, reference }) => {
    const found = holdings.find(({ holding }) => holding.certification === certification);
    return found === undefined ? [] : [{ activityId, holdingId: found.holding.holdingId, state, onDay: on, reference }];
  });
  await data.portalEntries.note(entries);
}
