import type { Catalogue } from '../../catalogue/index.ts';
import { dayIn } from '../../domain/calendar.ts';
import { type FileStore, fileKey } from '../../file-store/file-store.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { withCatalogue } from '../certifications/workspace-catalogue.ts';
import { trashRetention } from '../records/record-retention.ts';

const DAY_MS = 86_400_000;
/** Platforms deliver an act again within minutes, people press a stale button within days. */
const REMEMBER_ACTS_DAYS = 30;
const KEEP_DRAFTS_DAYS = 30;
/** What was said in a year and a bit can be explained. */
const KEEP_MESSAGES_DAYS = 400;
/** A file that came is told to be kept for a week. */
const KEEP_UNATTACHED_DAYS = 7;
/** A record cannot be due before: what is younger is not looked at. */
const TRASH_DAYS = 30;
/** Bytes are put away before the database knows them: what is younger may belong to somebody yet. */
const KEEP_ORPHANS_DAYS = 1;
/** So many records are deleted in one transaction. */
const BATCH = 200;

/** What the night's work needs. */
export interface SweepDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly fileStore?: FileStore;
}

/** Removes from a workspace what is due, and prints where its log ends, for an anchor outside. */
export async function sweep(workspaceId: string, parts: SweepDeps): Promise<void> {
  const { store, clock, log } = parts;
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await purgeDue(workspaceId, parts);
  const swept = await store.inWorkspace(
    workspaceId,
    async ({ idempotencyKeys: effects, files, drafts, proofs, outbox, nudges, reports }) => ({
      acts: await effects.forget(ago(REMEMBER_ACTS_DAYS)),
      files: await files.forget(now),
      drafts: await drafts.deleteOlderThan(ago(KEEP_DRAFTS_DAYS)),
      messages: await outbox.forget(ago(KEEP_MESSAGES_DAYS)),
      reports: await reports.forget(now),
      nudges: await nudges.forgetHeldBack(ago(KEEP_MESSAGES_DAYS)),
      proofs: (await proofs.forgetFiles(ago(KEEP_UNATTACHED_DAYS))).length,
    }),
  );
  if (Object.values(swept).some((count) => count > 0)) log.info('Expired data deleted.', { workspaceId, ...swept });
  await sweepOrphans(workspaceId, parts);
  const head = await store.inWorkspace(workspaceId, async ({ audit }) => {
    audit.actAs('recert', now);
    await audit.begin();
    return audit.head();
  });
  if (head !== null) log.info('Audit log head.', { workspaceId, head: `${head.seq}:${head.hash}` });
}

/** Deletes for good what was deleted, could be put back long enough, and no body may ask for any more. */
async function purgeDue(workspaceId: string, { store, catalogue, clock, log }: SweepDeps): Promise<void> {
  const now = clock.now();
  const due = await store.inWorkspace(workspaceId, async (data) => dueIn(data, catalogue, now));
  for (let from = 0; from < due.length; from += BATCH) {
    const purged = await store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('recert', now);
      // Somebody may have put one back since.
      const deleted = await data.activities.deletedAmong(due.slice(from, from + BATCH));
      return data.activities.purge(deleted, 'retention');
    });
    log.info('Records in the trash past their retention purged.', { workspaceId, purged });
  }
}

async function dueIn(workspaceData: WorkspaceData, base: Catalogue, now: Date): Promise<readonly string[]> {
  const data = await withCatalogue(workspaceData, base);
  const today = dayIn('UTC', now);
  const due: string[] = [];
  for (const record of await data.activities.deletedBefore(new Date(now.getTime() - TRASH_DAYS * DAY_MS))) {
    const { until } = await trashRetention(record, data, now);
    if (until < today) due.push(record.activityId);
  }
  return due;
}

/** Removes bytes that no database row refers to: of files that were deleted, and of what was never kept. */
async function sweepOrphans(workspaceId: string, { store, clock, log, fileStore }: SweepDeps): Promise<void> {
  if (fileStore === undefined) return;
  const before = clock.now().getTime() - KEEP_ORPHANS_DAYS * DAY_MS;
  let batch: string[] = [];
  let swept = 0;
  const sweepBatch = async () => {
    const known = await store.inWorkspace(workspaceId, ({ proofs }) => proofs.findFiles(batch));
    const orphans = new Set(batch).difference(new Set(known.map(({ fileId }) => fileId)));
    for (const fileId of orphans) await fileStore.delete(fileKey(workspaceId, fileId));
    swept += orphans.size;
    batch = [];
  };
  const home = fileKey(workspaceId, '');
  for await (const { key, putAt } of fileStore.list(home)) {
    if (putAt.getTime() < before) batch.push(key.slice(home.length));
    if (batch.length >= BATCH) await sweepBatch();
  }
  await sweepBatch();
  if (swept > 0) log.info('Orphaned files deleted.', { workspaceId, files: swept });
}

/** Removes every byte of a workspace that is about to go. */
export async function deleteAllFiles(workspaceId: string, { fileStore }: SweepDeps): Promise<void> {
  if (fileStore === undefined) return;
  for await (const { key } of fileStore.list(fileKey(workspaceId, ''))) await fileStore.delete(key);
}
