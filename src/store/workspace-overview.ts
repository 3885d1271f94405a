import type { EntityManager } from '@mikro-orm/sql';
import { actIn } from './backup-rows.ts';

/** A workspace as an operator sees it: ids and counts, no content. */
export interface WorkspaceOverview {
  readonly workspaceId: string;
  readonly platform: string;
  readonly tenant: string;
  readonly createdAt: Date;
  /** Since when the app is uninstalled there. */
  readonly uninstalledAt: Date | undefined;
  readonly people: number;
  readonly admins: number;
  readonly teams: number;
  readonly certifications: number;
  readonly records: number;
  readonly files: number;
  /** Entries of the audit log. */
  readonly entries: number;
}

interface InstallationRow {
  readonly workspaceId: string;
  readonly platform: string;
  readonly tenant: string;
  readonly createdAt: string | Date;
  readonly uninstalledAt: string | Date | null;
}

type Counts = Record<
  'people' | 'admins' | 'teams' | 'certifications' | 'records' | 'files' | 'entries',
  string | number
>;

/** Returns every workspace with its counts, by platform and tenant. */
export async function workspaceOverviews(em: EntityManager): Promise<readonly WorkspaceOverview[]> {
  const installations = await em.execute<InstallationRow[]>(INSTALLATIONS);
  const overviews: WorkspaceOverview[] = [];
  for (const { createdAt, uninstalledAt, ...installation } of installations) {
    await actIn(em, installation.workspaceId);
    const [counts] = await em.execute<Counts[]>(COUNTS);
    overviews.push({
      ...installation,
      createdAt: new Date(createdAt),
      uninstalledAt: uninstalledAt === null ? undefined : new Date(uninstalledAt),
      ...{ people: Number(counts?.people), admins: Number(counts?.admins), teams: Number(counts?.teams) },
      ...{ certifications: Number(counts?.certifications), records: Number(counts?.records) },
      ...{ files: Number(counts?.files), entries: Number(counts?.entries) },
    });
  }
  return overviews;
}

const INSTALLATIONS = `select workspace_id as "workspaceId", platform, tenant, created_at as "createdAt", uninstalled_at as "uninstalledAt"
  from installation order by platform, tenant`;

const own = (table: string) => `${table} where workspace_id = current_setting('app.workspace')::uuid`;
const COUNTS = `select
  (select count(*) from ${own('person')}) as people,
  (select count(*) from ${own('person')} and role = 'admin') as admins,
  (select count(*) from ${own('team')}) as teams,
  (select count(*) from ${own('holding')}) as certifications,
  (select count(*) from ${own('activity')}) as records,
  (select count(*) from ${own('proof_file')}) as files,
  (select count(*) from ${own('audit_entry')}) as entries`;
