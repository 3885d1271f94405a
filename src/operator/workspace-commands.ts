import { deleteAllFiles } from '../services/account/delete-expired.ts';
import { Store } from '../store/store.ts';
import { type WorkspaceOverview, workspaceOverviews } from '../store/workspace-overview.ts';
import { exportWorkspace } from './export-workspace.ts';
import { UsageError } from './named-workspace.ts';
import { needWorkspace, openFileStore, withStore } from './open-workspace.ts';
import { needNewFile } from './output-paths.ts';
import { type CommandContext, subcommand } from './subcommand.ts';

const list = subcommand({
  name: 'workspace list',
  args: [],
  summary: 'Lists all workspaces with the number of people, certifications and records.',
  options: {},
  async run({ context }) {
    const all = await overviewsOf(context);
    if (all.length === 0) context.print('There are no workspaces yet.');
    for (const one of all)
      context.print(
        `${nameOf(one)}: ${one.people} people, ${one.certifications} certifications, ${one.records} records${removalOf(one)}`,
      );
    return true;
  },
});

const show = subcommand({
  name: 'workspace show',
  args: [],
  summary: 'Prints the counts of one workspace. It shows no content.',
  options: {},
  async run(invocation) {
    const { workspaceId } = await withStore(needWorkspace(invocation), async (_store, workspace) => workspace);
    const one = (await overviewsOf(invocation.context)).find((overview) => overview.workspaceId === workspaceId);
    if (one === undefined) throw new Error('A workspace that was just found is missing.');
    const { people, admins, teams, certifications, records, files, entries } = one;
    const lines = {
      ...{ Workspace: `${nameOf(one)}${removalOf(one)}`, ID: workspaceId, Since: one.createdAt.toISOString() },
      ...{ People: people, Admins: admins, Teams: teams, Certifications: certifications, Records: records },
      ...{ 'Proof files': files, 'Log entries': entries },
    };
    for (const [label, value] of Object.entries(lines)) invocation.context.print(`${`${label}:`.padEnd(16)}${value}`);
    return true;
  },
});

const exportAll = subcommand({
  name: 'workspace export',
  args: [],
  summary:
    'Writes everything of one workspace to a ZIP archive. Each member sees in “access” that the operator exported their record.',
  options: { out: { value: 'FILE', isRequired: true, help: 'The file to write.' } },
  async run(invocation) {
    const { options, context } = invocation;
    needNewFile(options.out);
    const now = context.clock.now();
    const rows = await withStore(needWorkspace(invocation), (store, workspace) =>
      exportWorkspace(store, options.out, { workspace, now }),
    );
    context.print(`Written: ${options.out}, ${rows} rows. It contains personal data.`);
    return true;
  },
});

const purge = subcommand({
  name: 'workspace purge',
  args: [],
  summary: 'Deletes a workspace with everything in it, its audit log included. It can’t be undone.',
  options: {
    yes: { value: 'NAME', isRequired: true, help: 'The name of the workspace as “workspace list” prints it.' },
  },
  async run(invocation) {
    const { options, context } = invocation;
    const fileStore = await openFileStore(context);
    const [overview] = (await overviewsOf(context)).filter((one) => isNamed(one, invocation.workspace));
    await withStore(needWorkspace(invocation), async (store, workspace) => {
      if (options.yes !== nameOf(workspace))
        throw new UsageError(`Nothing was deleted: --yes '${options.yes}' isn't the name ${nameOf(workspace)}.`);
      await deleteAllFiles(workspace.workspaceId, fileStore);
      await store.purge(workspace);
      context.print(
        `Deleted on ${context.clock.now().toISOString()}: ${nameOf(workspace)} (${workspace.workspaceId}), ${overview?.people ?? 0} people, ${overview?.records ?? 0} records, ${overview?.entries ?? 0} log entries. Its log is deleted too, so keep this line.`,
      );
    });
    return true;
  },
});

/** `workspace`: what operators are asked for by letter. */
export const workspaceCommands = [list, show, exportAll, purge] as const;

async function overviewsOf({ config, note }: CommandContext): Promise<readonly WorkspaceOverview[]> {
  const store = await Store.open(config().database, { onWait: note });
  try {
    return await store.snapshot(workspaceOverviews);
  } finally {
    await store.close();
  }
}

function isNamed(one: WorkspaceOverview, name: string | undefined): boolean {
  return name !== undefined && [one.workspaceId, one.tenant, nameOf(one)].includes(name);
}

function nameOf({ platform, tenant }: { readonly platform: string; readonly tenant: string }): string {
  return `${platform}/${tenant}`;
}

function removalOf({ uninstalledAt }: WorkspaceOverview): string {
  return uninstalledAt === undefined ? '' : `, uninstalled on ${uninstalledAt.toISOString()}`;
}
