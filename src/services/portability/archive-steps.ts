import { randomUUID } from 'node:crypto';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { ExportArchive } from '../archive-media-type.ts';
import type { ArchivedHolding, ArchivedRecord } from './personal-archive-json.ts';
import { BATCH, type ImportStep } from './staged-import.ts';

/** Bytes of proof files saved in one transaction, beyond one file: with the embedded database, everybody else waits for it. */
const BATCH_BYTES = 4_000_000;

/** What an archive adds, and for whom. */
export interface ArchiveAdditions {
  readonly added: readonly ArchivedHolding[];
  readonly fresh: readonly ArchivedRecord[];
  readonly files: ExportArchive['files'];
  readonly personId: string;
  readonly now: Date;
}

/** A proof file whose bytes are in the file store, or are to be saved in the database. */
interface FileToSave {
  readonly fileId: string;
  readonly bytes: Uint8Array | undefined;
}

/** Saves the certifications of an archive, then its records with their proof in batches. */
export async function* archiveSteps(additions: ArchiveAdditions): AsyncGenerator<ImportStep> {
  const { added, fresh, files, personId } = additions;
  let holdings: readonly HoldingWithCycles[] = [];
  yield async (data, importId) => {
    for (const holding of added) await addHolding(holding, { ...additions, data, importId });
    holdings = await data.holdings.of(personId);
  };
  for (const batch of batchesOf(fresh, files)) {
    const saved = await storeFiles(batch, files);
    yield async (data, importId) => {
      const activities = batch.map((record) => toActivity(record, holdings, personId));
      const ids = await data.activities.addAll(activities, additions.now, importId);
      for (const [index, activityId] of ids.entries()) {
        const record = batch[index];
        if (record === undefined) throw new Error(`The archive has no record for the activity ${activityId}.`);
        await addProofs(record, { ...additions, activityId, saved }, data);
      }
      await addPortalEntries(batch, { ids, holdings }, data);
    };
  }
}

/** Returns the hashes of the proof files of records that are contained in an archive. */
export function containedFiles(records: readonly ArchivedRecord[], files: ExportArchive['files']): ReadonlySet<string> {
  const named = records.flatMap(({ proofs }) => proofs.flatMap(({ sha256 }) => sha256 ?? []));
  return new Set(named.filter((sha256) => files.has(sha256)));
}

/** Splits records into batches that are saved in a short time. */
function* batchesOf(
  records: readonly ArchivedRecord[],
  files: ExportArchive['files'],
): Generator<readonly ArchivedRecord[]> {
  let batch: ArchivedRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = [...containedFiles([record], files)].reduce((sum, sha256) => sum + (files.get(sha256)?.size ?? 0), 0);
    if (batch.length === BATCH || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Stores the bytes of proof files in the file store, if there is one. Returns the files by their hashes. */
async function storeFiles(
  records: readonly ArchivedRecord[],
  files: ExportArchive['files'],
): Promise<ReadonlyMap<string, FileToSave>> {
  const stored = new Map<string, FileToSave>();
  for (const sha256 of containedFiles(records, files)) {
    const fileId = randomUUID();
    stored.set(sha256, { fileId, bytes: await files.get(sha256)?.store(fileId) });
  }
  return stored;
}

interface HoldingSaving extends Pick<ArchiveAdditions, 'personId' | 'now'> {
  readonly data: WorkspaceData;
  readonly importId: string | undefined;
}

async function addHolding(
  { certification, number, certifiedOn, periods, cycles }: ArchivedHolding,
  { personId, data: { holdings }, now, importId }: HoldingSaving,
): Promise<void> {
  const about = { personId, certification, number, certifiedOn: certifiedOn ?? undefined, importId };
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

interface ProofSaving extends Pick<ArchiveAdditions, 'files' | 'personId' | 'now'> {
  readonly activityId: string;
  readonly saved: ReadonlyMap<string, FileToSave>;
}

/** Adds the proof of a record. An attestation isn't imported: its author has no account here. */
async function addProofs(
  { proofs }: ArchivedRecord,
  { activityId, files, saved, personId, now }: ProofSaving,
  { proofs: stored }: WorkspaceData,
): Promise<void> {
  for (const { form, shows, link, note, sha256 = '' } of proofs) {
    const [file, toSave] = [files.get(sha256), saved.get(sha256)];
    const fileIds: string[] = [];
    if (file !== undefined && toSave !== undefined) {
      const { fileId, bytes } = toSave;
      const { name, type, size, sha256: hash } = file;
      const about = { fileId, personId, name, type, size, sha256: hash, ...(bytes === undefined ? {} : { bytes }) };
      fileIds.push(await stored.addFile(about, now));
    }
    await stored.insert(activityId, { form, shows, link, note, fileIds }, now);
  }
}

async function addPortalEntries(
  records: readonly ArchivedRecord[],
  { ids, holdings }: { readonly ids: readonly string[]; readonly holdings: readonly HoldingWithCycles[] },
  data: WorkspaceData,
): Promise<void> {
  const entries = records.flatMap(({ portal }, index) =>
    portal.flatMap(({ certification, state, on, reference }) => {
      const [found, activityId] = [holdings.find((one) => one.holding.certification === certification), ids[index]];
      return found === undefined || activityId === undefined
        ? []
        : [{ activityId, holdingId: found.holding.holdingId, state, onDay: on, reference }];
    }),
  );
  await data.portalEntries.note(entries);
}
