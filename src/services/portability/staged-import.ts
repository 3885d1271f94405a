import { setTimeout as pause } from 'node:timers/promises';
import type { StagedImport } from '../../store/portability/record-imports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { Scope } from '../workspace-data.ts';
import type { TableContents } from './read-table.ts';
import { saveBalances } from './save-balances.ts';
import { saveImport } from './save-import.ts';

/** Records saved in one transaction: with the embedded database, everybody else waits for it. */
const BATCH = 250;
/** The pause after each batch, in which requests of others that take several transactions are answered. */
const PAUSE_MS = 20;

/** What saving an import needs. */
interface StagingDeps {
  readonly store: Pick<Store, 'inWorkspace'>;
}

/**
 * Saves the records and opening balances of an import that was begun, in short transactions. Nobody sees any of them before all are saved; then all are visible at
 * once and one act undoes them. If saving fails, all are removed.
 */
export async function saveStaged(
  { fresh: records, balances }: Pick<TableContents, 'fresh' | 'balances'>,
  staged: StagedImport,
  { scope, deps }: { readonly scope: Scope; readonly deps: StagingDeps },
): Promise<void> {
  const { now, today } = scope.request;
  const { importId } = staged;
  const step = (work: (data: WorkspaceData) => Promise<void>) => inImport(staged, work, { scope, deps });
  try {
    for (let from = 0; from < records.length; from += BATCH) {
      await step(async (data) => {
        await saveImport(records.slice(from, from + BATCH), { data, now, today, importId });
        await data.acts.interrupt();
      });
      await pause(PAUSE_MS);
    }
    await step(async (data) => {
      await saveBalances(balances, { data, now });
      await data.recordImports.publish(importId);
      await data.acts.end();
    });
  } catch (error) {
    await removeStaged(staged, { now, workspaceId: scope.data.workspace.workspaceId }, deps);
    throw error;
  }
}

/** Runs a step of an import in a transaction of its own, as a part of one act. */
async function inImport(
  { importId, personId }: StagedImport,
  work: (data: WorkspaceData) => Promise<void>,
  { scope, deps }: { readonly scope: Scope; readonly deps: StagingDeps },
): Promise<void> {
  const { now } = scope.request;
  await deps.store.inWorkspace(
    scope.data.workspace.workspaceId,
    async (data) => {
      data.audit.actAs(personId, now);
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
      if (ids.length === 0) await recordImports.forget(importId);
      else await activities.purge(ids, 'interrupted-import');
      return ids.length === 0;
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
