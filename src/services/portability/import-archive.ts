import type { WorkspaceData } from '../../store/store.ts';
import type { ExportArchive } from '../archive-media-type.ts';
import { countRecords, recordKey, takeRecord } from '../records/record-key.ts';
import { archiveSteps, containedFiles } from './archive-steps.ts';
import { type ArchiveCheck, findArchiveProblems, findMissingCycles } from './check-archive.ts';
import {
  type ArchivedHolding,
  type ArchivedRecord,
  type ImportProblems,
  type PersonalExport,
  parsePersonalExport,
} from './personal-archive-json.ts';
import { type ImportRun, runStagedImport } from './staged-import.ts';

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

/** What importing an archive would add, in counts. */
interface ArchivePreview extends Omit<ArchiveImportCounts, 'files'> {
  /** The bytes of the proof files. */
  readonly bytes: number;
}

/** Returns what an import would add, or its problems. Writes nothing. */
export async function previewArchiveImport(
  archive: ExportArchive,
  archiveImport: ArchiveImport,
): Promise<ArchivePreview | ImportProblems> {
  const content = parsePersonalExport(archive.content, archiveImport.words);
  if ('lines' in content) return content;
  const comparison = await compareArchive(content, archive, archiveImport);
  if ('lines' in comparison) return comparison;
  const { files, ...counts } = countsOf(content, comparison, archive);
  const hashes = containedFiles(comparison.fresh, archive.files);
  return { ...counts, bytes: [...hashes].reduce((sum, hash) => sum + (archive.files.get(hash)?.size ?? 0), 0) };
}

/**
 * Imports an archive of `export mine` in one transaction: certifications the person doesn't hold, with their cycles, and records that don't exist,
 * with their proof. With any problem nothing is imported. Importing an archive again adds nothing.
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
  for await (const save of archiveSteps({ added, fresh, files: archive.files, personId, now }))
    await save(data, undefined);
  return countsOf(content, comparison, archive);
}

/** Imports an archive as `importArchive` does, in batches that are visible once all are saved. */
export async function stageArchive(
  archive: ExportArchive,
  check: ArchiveCheck,
  run: ImportRun,
): Promise<ArchiveImportCounts | ImportProblems> {
  const { personId, now } = run;
  const content = parsePersonalExport(archive.content, check.words);
  if ('lines' in content) return content;
  const imported = await runStagedImport(
    run,
    (data) => compareArchive(content, archive, { ...check, personId, now, data }),
    async ({ found, save }) => {
      if ('lines' in found) return found;
      const { added, fresh } = found;
      const batches = archiveSteps({ added, fresh, files: archive.files, personId, now });
      if (added.length + fresh.length > 0) await save({ batches, last: async () => undefined });
      return countsOf(content, found, archive);
    },
  );
  return imported?.result ?? { lines: [check.words.import.isRunning] };
}

function countsOf(
  { records }: PersonalExport,
  { added, fresh, missing }: ArchiveComparison,
  { files }: ExportArchive,
): ArchiveImportCounts {
  const already = records.length - fresh.length;
  const { size } = containedFiles(fresh, files);
  return { certifications: added.length, records: fresh.length, already, files: size, missing };
}
