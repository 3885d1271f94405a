import { randomUUID } from 'node:crypto';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { FileStore } from '../file-store/file-store.ts';
import { withTimeLimit } from '../limits/with-time-limit.ts';
import { networkProblem } from '../network/network-problem.ts';
import type { Log } from '../ports.ts';
import { findBrowser, NoBrowser } from '../printer/browser.ts';
import { fontsFor } from '../printer/fonts.ts';
import { createPrinter } from '../printer/printer.ts';
import type { DatabaseState } from '../store/inspect-database.ts';
import { failed, ok, skipped, warning } from './doctor-result.ts';

/** Slack refuses, and recert too, what is signed more than five minutes away from now. */
const MAX_CLOCK_MS = 240_000;
const CLOCK_WARNING_MS = 5_000;
const MIN_DISK_BYTES = 200_000_000;
const DISK_WARNING_BYTES = 2_000_000_000;
const CONNECT_MS = 5_000;
/** Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Chinese, Japanese and Korean. */
const SCRIPTS = 'Aéß Ω Ж ع א ह ไ 中 あ 한';

/** Judges what a database is like. */
export function judgeDatabase(state: DatabaseState) {
  if (state.kind === 'new folder') return ok('Embedded; it is created at the first start.');
  if (state.kind === 'folder') return ok('Embedded. It is opened by one process only, so it was not looked into.');
  const { version, encoding, role, isEmpty, unprotected, pending, unknown } = state;
  if (isEmpty) return ok(`PostgreSQL ${version}, ${encoding}, empty: the tables are made at the first start.`);
  if (unknown !== undefined)
    return failed(
      `The database has the migration ${unknown}, which this version doesn't know.`,
      'Start the version that made it, or restore the backup from before the upgrade: docs/upgrade.md.',
    );
  if (unprotected.length > 0)
    return failed(
      `Row-level security is off for ${unprotected.join(', ')}.`,
      'Restore the tables from a backup made by recert backup, or turn it on: alter table … enable row level security; force row level security.',
    );
  const under = role === undefined ? 'the login itself, bound by row-level security' : `the role ${role}`;
  const done = pending.length === 0 ? 'migrated' : `${pending.length} migrations run at the next start`;
  return ok(`PostgreSQL ${version}, ${encoding}, under ${under}, ${done}.`);
}

/** Judges this machine's clock by that of the database. */
export function judgeClock(state: DatabaseState | undefined) {
  if (state?.kind !== 'server') return skipped('There is no server to compare it with.');
  const { clockAheadMs } = state;
  const seconds = (Math.abs(clockAheadMs) / 1000).toFixed(1);
  const finding = `This machine is ${seconds} s ${clockAheadMs > 0 ? 'behind' : 'ahead of'} the database server.`;
  const remedy = 'Synchronise the clocks of both machines, for example with chrony or systemd-timesyncd.';
  if (Math.abs(clockAheadMs) > MAX_CLOCK_MS)
    return failed(finding, `${remedy} Slack's requests are refused meanwhile.`);
  return Math.abs(clockAheadMs) > CLOCK_WARNING_MS ? warning(finding, remedy) : ok(finding);
}

/** Prints a page, as a report is printed. */
export async function checkBrowser(browser: Config['browser'], log: Log) {
  const printer = createPrinter({ ...browser, log });
  try {
    const path = await findBrowser(browser);
    const { length } = await printer.print('<!doctype html><html><head></head><body>recert</body></html>');
    return length > 0 ? ok(`${path} prints.`) : failed(`${path} prints an empty document.`);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    return warning(error.message, 'Until then, reports are CSV only.');
  } finally {
    await printer.close();
  }
}

/** Looks for a font for each script that names are commonly written in. */
export async function checkFonts() {
  const lacking = [...SCRIPTS.replaceAll(' ', '')].filter((sign) => {
    const { faces, families } = fontsFor(sign);
    return families === '' || (sign > 'ӿ' && faces === '');
  });
  return lacking.length === 0
    ? ok('There is a font for each script.')
    : failed(`There is no font for ${lacking.join(' ')}.`, 'Install the packages again: npm ci.');
}

/** Opens a connection to the proxy; the platforms are reached through it. */
export async function checkProxy(proxy: Config['proxy']) {
  const url = proxy?.https ?? proxy?.http;
  if (url === undefined) return skipped('None is set.');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = connect({ host: url.hostname, port }, () => resolve(undefined));
  socket.once('error', (error) => resolve(networkProblem(error)));
  const problem = await withTimeLimit(promise, CONNECT_MS, () => 'no answer came in time');
  socket.destroy();
  return problem === undefined
    ? ok(`${url.host} answers.`)
    : failed(`${url.host} can't be reached: ${problem}.`, 'Check HTTPS_PROXY and HTTP_PROXY: docs/hosting.md.');
}

/** Writes a small file into the data folder, and sees how much room is left. */
export async function checkDisk(folder: string) {
  const remedy = `Make room, or choose another folder with RECERT_DATA_DIR. It must be writable for this user.`;
  const path = join(folder, `doctor-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, 'recert', { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return failed(`${folder} can't be written to (${code}).`, remedy);
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const finding = `${(free / 1e9).toFixed(1)} GB are free in ${folder}.`;
  if (free < MIN_DISK_BYTES) return failed(finding, remedy);
  return free < DISK_WARNING_BYTES ? warning(finding, remedy) : ok(finding);
}

/** Stores a small file, reads it back and deletes it. */
export async function checkFileStore(store: FileStore | undefined) {
  if (store === undefined) return ok('Files are in the database.');
  const key = `doctor/${randomUUID()}`;
  const bytes = new TextEncoder().encode(key);
  await store.put(key, bytes);
  const read = await store.get(key);
  await store.delete(key);
  return read !== undefined && Buffer.from(read).equals(bytes)
    ? ok('A file was stored, read and deleted.')
    : failed('A stored file could not be read back.', 'Check the bucket and its permissions: docs/settings.md.');
}
