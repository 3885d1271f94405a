import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { asBackground } from '../limits/background-slots.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { type BackupOptions, writeBackup } from './write-backup.ts';

/** What the operator is told about a backup. */
export const BackupSummary = z.object({
  workspaces: z.int(),
  rows: z.int(),
  /** How many files are in the S3-compatible store; null if they are in the database. */
  files: z.int().nullable(),
});
export type BackupSummary = z.output<typeof BackupSummary>;

/** The running recert couldn't make the backup; the message says why. */
export class BackupFailed extends Error {
  override name = 'BackupFailed';
}

const Order = z.object({ passphrase: z.string().optional() });
const SUMMARY = 'recert-backup';
/** How the names of the folders of unfinished backups begin. */
const UNFINISHED = 'backup-';

/** Returns the summary of a backup. */
export function summariseBackup({ workspaces, tables, files }: BackupManifest): BackupSummary {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { workspaces: workspaces.length, rows, files: files === null ? null : files.length };
}

interface BackupServerDeps extends Omit<BackupOptions, 'now' | 'passphrase'> {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Makes backups of an embedded database, which belongs to this process, for `recert backup` on the same machine. The socket is in the data folder, which only
 * its owner can open. Where the system has no such sockets, that is logged, and a backup needs recert to be stopped. Returns a function that stops it.
 */
export async function serveBackups(folder: string, deps: BackupServerDeps): Promise<() => Promise<void>> {
  const path = socketIn(folder);
  // This process has the lock of the folder, so what another one left is of no use.
  await rm(path, { force: true });
  for (const name of await readdir(folder))
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, force: true });
  const server = createServer((order, response) => void answer(order, response, { folder, deps }));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    await chmod(path, 0o600);
  } catch (error) {
    deps.log.warn('Backups while recert runs are not possible here.', { error });
  }
  return () => stop(server, path);
}

async function stop(server: Server, path: string): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(path, { force: true });
}

async function answer(
  order: IncomingMessage,
  response: ServerResponse,
  { folder, deps }: { readonly folder: string; readonly deps: BackupServerDeps },
): Promise<void> {
  const unfinished = await mkdtemp(join(folder, UNFINISHED));
  try {
    const { passphrase } = Order.parse(await json(order));
    const file = join(unfinished, 'backup.zip');
    const options = { ...deps, now: deps.clock.now(), passphrase };
    const manifest = await asBackground('backup', () => writeBackup(deps.store, file, options));
    const { size } = await stat(file);
    response.writeHead(200, { 'content-length': size, [SUMMARY]: JSON.stringify(summariseBackup(manifest)) });
    await pipeline(createReadStream(file), response);
  } catch (error) {
    deps.log.error('Making a backup failed.', { error });
    if (!response.headersSent) response.writeHead(500);
    response.end(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * Has the recert that uses a data folder write a backup to `path`; undefined if none answers. Throws `BackupFailed`; an unfinished file is deleted.
 */
export async function backupOfRunning(
  folder: string,
  path: string,
  passphrase: string | undefined,
): Promise<BackupSummary | undefined> {
  if (!existsSync(socketIn(folder))) return undefined;
  const response = await send(socketIn(folder), JSON.stringify({ passphrase }));
  if (response === undefined) return undefined;
  if (response.statusCode !== 200) throw new BackupFailed(await text(response));
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(response, createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }));
    const { size } = await stat(unfinished);
    if (size !== Number(response.headers['content-length'])) throw new BackupFailed('recert stopped meanwhile.');
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return BackupSummary.parse(JSON.parse(String(response.headers[SUMMARY])));
}

/** Resolves to the answer; undefined if no process listens. */
function send(socketPath: string, body: string): Promise<IncomingMessage | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, method: 'POST', path: '/' }, resolve);
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    sent.end(body);
  });
}

function socketIn(folder: string): string {
  return join(folder, 'backup.sock');
}
