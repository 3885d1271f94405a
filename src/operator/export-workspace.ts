import { writeArchive } from '../signing/archive-writer.ts';
import { rowsOfWorkspace } from '../store/backup-rows.ts';
import { backupTables } from '../store/backup-tables.ts';
import type { Store } from '../store/store.ts';
import { type BackupTableNotes, chunkOf, linesOf, MANIFEST_MEMBER, RowDigest, tableMember } from './backup-manifest.ts';
import type { NamedWorkspace } from './named-workspace.ts';

/** What `export` of a workspace is made of. */
export interface WorkspaceExport {
  readonly workspace: NamedWorkspace;
  readonly now: Date;
}

/**
 * Writes every row of a workspace to an archive, in the format of the tables of a backup, and returns the number of rows. Each person’s record is
 * noted in the log as viewed by the operator first.
 */
export async function exportWorkspace(
  store: Store,
  path: string,
  { workspace, now }: WorkspaceExport,
): Promise<number> {
  const { workspaceId } = workspace;
  await store.inWorkspace(workspaceId, async ({ audit, people }) => {
    audit.actAs('operator', now);
    for (const { personId } of await people.all())
      audit.record('look', { kind: 'person', subject: personId, reason: 'export' });
  });
  const tables: BackupTableNotes[] = [];
  await writeArchive(path, (add) =>
    store.snapshot(async (em) => {
      for (const table of await backupTables(em)) {
        if (!table.namesWorkspace) continue;
        const digest = new RowDigest();
        await add(tableMember(table.name), linesOf(rowsOfWorkspace(em, table, workspaceId), digest));
        tables.push(digest.notes(table.name));
      }
      const manifest = { format: 'recert workspace 1', madeAt: now.toISOString(), ...workspace, tables };
      await add(MANIFEST_MEMBER, chunkOf(JSON.stringify(manifest, null, 1)));
    }),
  );
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
