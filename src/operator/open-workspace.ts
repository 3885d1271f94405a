import { statSync } from 'node:fs';
import type { FileStore } from '../file-store/file-store.ts';
import { s3FileStore } from '../file-store/s3-file-store.ts';
import { Store, type WorkspaceData } from '../store/store.ts';
import { findWorkspace, type NamedWorkspace, UsageError } from './named-workspace.ts';
import type { CommandContext } from './subcommand.ts';

/** The workspace of a subcommand, and its context. */
export interface Opening {
  readonly workspace: string | undefined;
  readonly context: CommandContext;
}

/** A workspace in a store that is open. */
export interface OpenedWorkspace {
  readonly store: Pick<Store, 'inWorkspace' | 'isExclusive'>;
  readonly workspaceId: string;
}

/** Runs work with the store and the workspace named by `--workspace`. Throws `UsageError` if it isn't found. */
export async function withStore<T>(
  { workspace, context }: Opening,
  work: (store: Store, workspace: NamedWorkspace) => Promise<T>,
): Promise<T> {
  const store = await Store.open(context.config().database, { onWait: context.note });
  try {
    return await work(store, await findWorkspace(workspace, store));
  } finally {
    await store.close();
  }
}

/**
 * Runs work in one transaction on the workspace named by `--workspace`; the audit log records its changes as the operator's. A dry run is rolled
 * back.
 */
export function inWorkspace<T>(
  opening: Opening & { readonly isDryRun?: boolean },
  work: (data: WorkspaceData, named: NamedWorkspace) => Promise<T>,
): Promise<T> {
  const asOperator = (data: WorkspaceData, named: NamedWorkspace) => {
    data.audit.actAs('operator', opening.context.clock.now());
    return work(data, named);
  };
  const { isDryRun = false } = opening;
  return withStore(opening, (store, named) =>
    store.inWorkspace(named.workspaceId, (data) => asOperator(data, named), { isDryRun }),
  );
}

/** Returns the invocation if it names a workspace. Throws `UsageError` otherwise: where data is deleted or handed out, no workspace is assumed. */
export function needWorkspace<T extends Opening>(invocation: T): T {
  if (invocation.workspace !== undefined) return invocation;
  throw new UsageError('Add --workspace with the name of a workspace. “workspace list” prints them all.');
}

/** Opens the file store; undefined if files are kept in the database. */
export async function openFileStore({ config }: CommandContext): Promise<FileStore | undefined> {
  const { fileStore, proxy } = config();
  return fileStore === undefined ? undefined : s3FileStore(fileStore, { proxy });
}

/** Throws `UsageError` unless there is a file at each path. */
export function needFiles(...paths: readonly string[]): void {
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) throw new UsageError(`There's no file at '${missing}'.`);
}

/** Returns a value as indented JSON. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
