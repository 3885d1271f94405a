import type { Catalogue } from '../catalogue/index.ts';
import { AuditReading } from '../store/audit-reading.ts';
import type { Store } from '../store/store.ts';
import { workspaceIn } from '../store/workspace-data.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { exportPace } from './export-pace.ts';

type Notes = BackupManifest['workspaces'][number];

/** Returns where the log of each workspace ends, and every figure of its certifications. */
export async function workspaceNotes(
  em: Parameters<Parameters<Store['snapshot']>[0]>[0],
  { now, catalogue }: { readonly now: Date; readonly catalogue: Catalogue },
): Promise<Notes[]> {
  const installations = await em.execute<{ workspaceId: string }[]>(
    'select distinct workspace_id as "workspaceId" from installation order by 1',
  );
  const notes: Notes[] = [];
  for (const { workspaceId } of installations) {
    const data = await workspaceIn(em, workspaceId);
    if (data === undefined) continue;
    const head = await new AuditReading({ em, workspaceId }).head();
    const pace = JSON.stringify(await exportPace(data, { catalogue, now }));
    notes.push({ workspaceId, pace, ...(head === null ? {} : { head: { seq: Number(head.seq), hash: head.hash } }) });
  }
  return notes;
}
