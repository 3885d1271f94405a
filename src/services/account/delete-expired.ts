import type { Catalogue } from '../../catalogue/index.ts';
import { UNDO_WINDOW_MS } from '../../domain/act.ts';
import { dayIn } from '../../domain/calendar.ts';
import { type FileStore, fileKey } from '../../file-store/file-store.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { withCatalogue } from '../certifications/workspace-catalogue.ts';
import { removeInterrupted } from '../portability/staged-import.ts';
import { TRASH_DAYS, trashRetention } from '../records/record-retention.ts';

const DAY_MS = 86_400_000;
/** Platforms repeat a request within minutes; people press an old button within days. */
const KEEP_IDEMPOTENCY_KEYS_DAYS = 30;
const KEEP_DRAFTS_DAYS = 30;
/** Messages can be explained for a year and a month. */
const KEEP_MESSAGES_DAYS = 400;
/** The message about an upload promises to keep it for a week. */
const KEEP_UNATTACHED_DAYS = 7;
/** Bytes are stored before their database row, so newer bytes without a row may still get one. */
const KEEP_ORPHANS_DAYS = 1;
/** The number of records or files handled in one transaction. */
const BATCH = 200;

/** What the nightly sweep needs. */
export interface SweepDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly fileStore?: FileStore;
}

/** Deletes expired data of a workspace and logs the head of its audit log, so that it can be anchored outside. */
export async function sweep(workspaceId: string, deps: SweepDeps): Promise<void> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await purgeDue(workspaceId, deps);
  await removeInterruptedImports(workspaceId, 'inactive', deps);
  const swept = await store.inWorkspace(
    workspaceId,
    async ({ acts, idempotencyKeys, files, drafts, proofs, removedProofs, outbox, nudges, reports }) => ({
      keys: await idempotencyKeys.forget(ago(KEEP_IDEMPOTENCY_KEYS_DAYS)),
      acts: await acts.forget(new Date(now.getTime() - UNDO_WINDOW_MS)),
      files: await files.forget(now),
      drafts: await drafts.deleteOlderThan(ago(KEEP_DRAFTS_DAYS)),
      messages: await outbox.forget(ago(KEEP_MESSAGES_DAYS)),
      reports: await reports.forget(now),
      nudges: await nudges.forgetHeldBack(ago(KEEP_MESSAGES_DAYS)),
      removedProofs: await removedProofs.forget(ago(TRASH_DAYS)),
      proofs: (await proofs.forgetFiles(ago(KEEP_UNATTACHED_DAYS))).length,
    }),
  );
  if (Object.values(swept).some((count) => count > 0)) log.info('Expired data deleted.', { workspaceId, ...swept });
  await sweepOrphans(workspaceId, deps);
  const head = await store.inWorkspace(workspaceId, async ({ audit }) => {
    audit.actAs('recert', now);
    await audit.begin();
    return audit.head();
  });
  if (head !== null) log.info('Audit log head.', { workspaceId, head: `${head.seq}:${head.hash}` });
}

/** Removes what interrupted imports of a workspace have saved. `all`: also of those that may be running in another process. */
export async function removeInterruptedImports(
  workspaceId: string,
  which: 'inactive' | 'all',
  { store, clock, log }: SweepDeps,
): Promise<void> {
  const imports = await removeInterrupted({ workspaceId, now: clock.now() }, which, { store });
  if (imports > 0) log.info('Records of interrupted imports removed.', { workspaceId, imports });
}

/** Purges deleted records whose retention has ended. */
async function purgeDue(workspaceId: string, { store, catalogue, clock, log }: SweepDeps): Promise<void> {
  const now = clock.now();
  const due = await store.inWorkspace(workspaceId, async (data) => findPurgeable(data, catalogue, now));
  for (let from = 0; from < due.length; from += BATCH) {
    const purged = await store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('recert', now);
      // A record may have been restored since.
      const deleted = await data.activities.deletedAmong(due.slice(from, from + BATCH));
      return data.activities.purge(deleted, 'retention');
    });
    log.info('Records in the trash past their retention purged.', { workspaceId, purged });
  }
}

async function findPurgeable(workspaceData: WorkspaceData, base: Catalogue, now: Date): Promise<readonly string[]> {
  const data = await withCatalogue(workspaceData, base);
  const today = dayIn('UTC', now);
  const due: string[] = [];
  for (const record of await data.activities.deletedBefore(new Date(now.getTime() - TRASH_DAYS * DAY_MS))) {
    const { until } = await trashRetention(record, data, now);
    if (until < today) due.push(record.activityId);
  }
  return due;
}

/** Deletes bytes without a database row: of deleted files and of uploads that were never recorded. */
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
  const prefix = fileKey(workspaceId, '');
  for await (const { key, putAt } of fileStore.list(prefix)) {
    if (putAt.getTime() < before) batch.push(key.slice(prefix.length));
    if (batch.length >= BATCH) await sweepBatch();
  }
  await sweepBatch();
  if (swept > 0) log.info('Orphaned files deleted.', { workspaceId, files: swept });
}

/** Deletes all bytes of a workspace that is about to be deleted. */
export async function deleteAllFiles(workspaceId: string, fileStore: FileStore | undefined): Promise<void> {
  if (fileStore === undefined) return;
  for await (const { key } of fileStore.list(fileKey(workspaceId, ''))) await fileStore.delete(key);
}
