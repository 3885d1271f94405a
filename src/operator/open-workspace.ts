import { statSync } from 'node:fs';
import type { FileStore } from '../file-store/file-store.ts';
import { s3FileStore } from '../file-store/s3-file-store.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { CommandContext } from './subcommand.ts';
import { type NamedWorkspace, UsageError, withWorkspaceNamed } from './workspace.ts';

/** A subcommand's workspace, and what the command line hands to it. */
interface Opening {
  readonly workspace: string | undefined;
  readonly context: CommandContext;
}

/** Runs work with the store, and the workspace that the command line names. */
export function withStore<T>(
  { workspace, context }: Opening,
  work: (store: Store, workspace: NamedWorkspace) => Promise<T>,
): Promise<T> {
  return withWorkspaceNamed(context.config().database, workspace, work);
}

/** Runs work in one transaction on the workspace that the command line names; its changes are the operator's. */
export function inWorkspace<T>(
  opening: Opening,
  work: (data: WorkspaceData, named: NamedWorkspace) => Promise<T>,
): Promise<T> {
  return withStore(opening, (store, named) =>
    store.inWorkspace(named.workspaceId, async (data) => {
      data.audit.actAs('operator', opening.context.clock.now());
      return work(data, named);
    }),
  );
}

/** Opens the store for the bytes of files; undefined when they are in the database. */
export async function openFileStore({ config }: CommandContext): Promise<FileStore | undefined> {
  const { fileStore } = config();
  return fileStore === undefined ? undefined : s3FileStore(fileStore);
}

/** Throws `UsageError` unless there is a file at each path. */
export function needFiles(...paths: readonly string[]): void {
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) throw new UsageError(`There is no file at '${missing}'.`);
}

/** A value as indented JSON. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
