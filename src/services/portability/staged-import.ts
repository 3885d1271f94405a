import { setTimeout as pause } from 'node:timers/promises';
import type { StagedImport } from '../../store/portability/record-imports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';

/** Records saved in one transaction: with the embedded database, everybody else waits for it. */
export const BATCH = 250;
/** The pause after each batch, in which requests of others that take several transactions are answered. */
const PAUSE_MS = 20;

/** What saving an import needs. */
interface StagingDeps {
  readonly store: Pick<Store, 'inWorkspace'>;
}

/** Whose import it is, and who does it. */
export interface ImportRun extends StagingDeps {
  readonly workspaceId: string;
  /** The member whose records they are, and who can undo the import. */
  readonly personId: string;
  /** Who the audit log says did it: the member's id or `operator`. */
  readonly actor: string;
  readonly now: Date;
  /** Which imports that aren't finished are removed first, as in `RecordImports.interrupted`. */
  readonly interrupted: 'inactive' | 'all';
}

/** Saves a part of an import, in a transaction. `importId` is undefined if the whole import is saved in one transaction. */
export type ImportStep = (data: WorkspaceData, importId: string | undefined) => Promise<void>;

/** The parts of an import, each in a transaction of its own, and the one with which all of it becomes visible. */
interface ImportSteps {
  /** What a generator does between two parts happens outside of a transaction. */
  readonly batches: Iterable<ImportStep> | AsyncIterable<ImportStep>;
  readonly last: ImportStep;
}

/** What was read when an import began, and what to do with it. */
interface BegunImport<T> {
  readonly found: T;
  /**
   * Saves the import in short transactions. Nobody sees any of it before all is saved; then all is visible at once and one act undoes it. If
   * saving fails, all is removed.
   */
  save(steps: ImportSteps): Promise<void>;
}

/**
 * Begins an import, reads what it is compared with, and runs `work`, which saves it or not. Returns undefined while another import of the person is
 * running.
 */
export async function runStagedImport<T, R>(
  run: ImportRun,
  read: (data: WorkspaceData) => Promise<T>,
  work: (begun: BegunImport<T>) => Promise<R>,
): Promise<{ readonly result: R } | undefined> {
  const { store, workspaceId, personId } = run;
  await removeInterrupted(run, run.interrupted, run);
  const begin = async (data: WorkspaceData) => {
    const importId = await data.recordImports.begin(personId);
    return importId === undefined ? undefined : { importId, found: await read(data) };
  };
  const begun = await store.inWorkspace(workspaceId, begin, { isPatient: true });
  if (begun === undefined) return undefined;
  const staged = { importId: begun.importId, personId };
  let isPublished = false;
  const save = async (steps: ImportSteps) => {
    await saveStaged(steps, staged, run);
    isPublished = true;
  };
  try {
    return { result: await work({ found: begun.found, save }) };
  } finally {
    if (!isPublished) await removeStaged(staged, run, run);
  }
}

async function saveStaged({ batches, last }: ImportSteps, staged: StagedImport, run: ImportRun): Promise<void> {
  const { importId } = staged;
  for await (const save of batches) {
    await inImport(staged, run, async (data) => {
      await save(data, importId);
      await data.acts.interrupt();
    });
    await pause(PAUSE_MS);
  }
  await inImport(staged, run, async (data) => {
    await last(data, importId);
    await data.recordImports.publish(importId);
    await data.acts.end();
  });
}

/** Runs a part of an import in a transaction of its own, as a part of one act. */
async function inImport(
  { importId, personId }: StagedImport,
  { store, workspaceId, actor, now }: ImportRun,
  work: (data: WorkspaceData) => Promise<void>,
): Promise<void> {
  await store.inWorkspace(
    workspaceId,
    async (data) => {
      data.audit.actAs(actor, now);
      await data.recordImports.continue(importId);
      await data.acts.begin({ personId, command: 'import', role: 'member', at: now, actId: importId });
      await work(data);
    },
    { isPatient: true },
  );
}

/** Removes what an import that can't be finished has saved, in short transactions. Does nothing if it was published. */
async function removeStaged(
  staged: StagedImport,
  { workspaceId, now }: { readonly workspaceId: string; readonly now: Date },
  { store }: StagingDeps,
): Promise<void> {
  const { importId } = staged;
  if (!(await store.inWorkspace(workspaceId, ({ recordImports }) => recordImports.abandon(importId)))) return;
  for (let isDone = false; !isDone; )
    isDone = await store.inWorkspace(workspaceId, async ({ recordImports, activities, audit }) => {
      audit.actAs('recert', now);
      const ids = await recordImports.recordsOf(staged, BATCH);
      if (ids.length === 0) {
        await recordImports.forget(staged);
        return true;
      }
      const files = await recordImports.filesOf(ids);
      await activities.purge(ids, 'interrupted-import');
      await recordImports.forgetFiles(files);
      return false;
    });
}

/** Removes what interrupted imports of a workspace have saved, and returns their number. `which` as in `RecordImports.interrupted`. */
export async function removeInterrupted(
  { workspaceId, now }: { readonly workspaceId: string; readonly now: Date },
  which: 'inactive' | 'all',
  deps: StagingDeps,
): Promise<number> {
  const imports = await deps.store.inWorkspace(workspaceId, ({ recordImports }) => recordImports.interrupted(which));
  for (const one of imports) await removeStaged(one, { workspaceId, now }, deps);
  return imports.length;
}
