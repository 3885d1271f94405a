import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isFile } from '../adapters/terminal/attach.ts';
import { isRefusal, replyText } from '../adapters/terminal/text.ts';
import APP from '../package.json' with { type: 'json' };
import { loadCatalogue } from './catalogue/index.ts';
import { BadRule } from './catalogue/own-rule.ts';
import type { Reply } from './chat/interaction.ts';
import type { PlatformPlugin } from './chat/platform-plugin.ts';
import { commands } from './commands/index.ts';
import { ConfigError, getFrom, readConfig } from './config.ts';
import { dayIn } from './domain/calendar.ts';
import { ROLES } from './domain/roles.ts';
import { type FileStore, fileKey } from './file-store/file-store.ts';
import { s3FileStore } from './file-store/s3-file-store.ts';
import { createLog } from './log.ts';
import { headText, readAnchor, verdictText } from './operator/audit.ts';
import { BadTable } from './operator/bad-table.ts';
import { BadQuestion, evaluateFile } from './operator/evaluate-file.ts';
import { exportPace } from './operator/export-pace.ts';
import { helpText } from './operator/help.ts';
import { importArchiveFile } from './operator/import-archive.ts';
import { importOpportunityFile } from './operator/import-opportunities.ts';
import { importOptionsFrom, importRecords } from './operator/import-records.ts';
import { manageKeys } from './operator/keys.ts';
import { dayFrom, mailboxAddress } from './operator/read-options.ts';
import { affectedBy, certificationIn, importRuleFile } from './operator/rules.ts';
import { importTeams } from './operator/teams.ts';
import { verifyDocument } from './operator/verify-document.ts';
import { findMember, type NamedWorkspace, UsageError, withWorkspaceNamed } from './operator/workspace.ts';
import { platforms } from './platforms.ts';
import { runLine } from './run-line.ts';
import { isZip } from './services/portability/read-archive.ts';
import { DataInUse } from './store/data-lock.ts';
import type { Store, WorkspaceData } from './store/store.ts';
import { wordsFor } from './strings/index.ts';

const OPTIONS = {
  as: { type: 'string' },
  set: { type: 'string', multiple: true },
  attach: { type: 'string', multiple: true },
  submit: { type: 'boolean' },
  json: { type: 'boolean' },
  on: { type: 'string' },
  cert: { type: 'string' },
  order: { type: 'string' },
  'dry-run': { type: 'boolean' },
  workspace: { type: 'string' },
  url: { type: 'string' },
  out: { type: 'string' },
  head: { type: 'string' },
  key: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(argv);
  const [command = 'help', ...rest] = positionals;
  if (values.help || command === 'help') return print(helpText(platforms));
  if (command === 'say') return runLineCommand(rest.join(' '), values);
  if (command === 'export' && rest[0] === 'pace' && rest.length === 1) return exportFigures(values);
  if (command === 'evaluate' && rest.length === 1) return evaluateOne(rest[0] as string);
  if (command === 'catalogue' && rest[0] === 'diff' && rest.length === 3)
    return catalogueDiff(rest[1] as string, rest[2] as string, values);
  if (command === 'rules' && rest[0] === 'import' && rest.length === 2) return importRule(rest[1] as string, values);
  if (command === 'rules' && rest[0] === 'reset' && rest.length === 2) return resetRule(rest[1] as string, values);
  if (command === 'sources' && rest[0] === 'import' && rest.length === 2)
    return importOpportunities(rest[1] as string, values);
  if (command === 'import' && rest.length === 1) return importOwn(rest[0] as string, values);
  if (command === 'teams' && rest[0] === 'import' && rest.length === 2) return importMembers(rest[1] as string, values);
  if (command === 'role' && rest.length === 2) return setRole(rest[0] as string, rest[1] as string, values);
  if (command === 'audit' && ['verify', 'head'].includes(rest[0] ?? '') && rest.length === 1)
    return audit(rest[0] as string, values);
  if (command === 'verify' && rest.length === 1) return verify(rest[0] as string, values);
  if (command === 'keys')
    return withStore(values, async (store) =>
      print(await manageKeys(rest, { store, now: clock.now(), out: values.out })),
    );
  const door = platforms.find(({ platform }) => platform === rest[0]);
  if (command === 'manifest' && door !== undefined && rest.length === 1) return writeManifest(door, values);
  throw new UsageError(`'${positionals.join(' ')}' is no command.`);
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

async function runLineCommand(line: string, values: Values): Promise<number> {
  const { as, attach: paths = [], out } = values;
  if (as === undefined || (line === '' && paths.length === 0)) throw new UsageError('say needs --as WHO and a line.');
  const missing = paths.find((path) => !isFile(path));
  if (missing !== undefined) throw new UsageError(`--attach needs a file, and there is none at '${missing}'.`);
  return withStore(values, async (store, workspace) => {
    const stated = { as, line, pairs: values.set ?? [], submits: values.submit ?? false, paths, out };
    const parts = { store, config: readConfig(process.env, platforms), fileStore: await openFileStore(), clock, log };
    const { reply, unsent, brought: archive } = await runLine(stated, workspace, parts);
    const code = answer(reply, values.json ?? false);
    for (const { name, path, isWritten } of archive) {
      if (path === undefined) note(`A file came with it, ${name}: add --out FILE to write it.`);
      else if (isWritten) note(`${path} is written.`);
      else throw new Error(`${path} could not be written.`);
    }
    for (const path of unsent) note(`${path} was not sent: no form asked for a file.`);
    return unsent.length > 0 ? 1 : code;
  });
}

function answer(reply: Reply, json: boolean): number {
  print(json ? toJson(reply) : replyText(reply));
  return isRefusal(reply) ? 1 : 0;
}

function evaluateOne(path: string): number {
  return print(toJson(evaluateFile(readFileSync(path, 'utf8'), loadCatalogue(), dayIn('UTC', clock.now()))));
}

async function catalogueDiff(before: string, after: string, values: Values): Promise<number> {
  const files = { before: certificationIn(before), after: certificationIn(after) };
  const on = dayFrom(values.on) ?? dayIn('UTC', clock.now());
  const affected = await onData(values, (data) => affectedBy(data, files, on));
  return print(toJson({ certification: files.before.code, on, affected }));
}

async function importRule(path: string, values: Values): Promise<number> {
  const { as } = values;
  if (as === undefined) throw new UsageError('rules import needs --as WHO, the admin who does it.');
  const code = await onData(values, async (data) =>
    importRuleFile(data, path, await findMember(as, data), clock.now()),
  );
  return print(`${code} is this workspace's own now.`);
}

async function resetRule(code: string, values: Values): Promise<number> {
  const isGone = await onData(values, (data) => data.customRules.remove(code));
  if (!isGone) throw new BadRule(`This workspace has no rules of its own for '${code}'.`);
  return print(`${code}: the catalogue's rules hold again.`);
}

async function importOpportunities(path: string, values: Values): Promise<number> {
  if (!isFile(path)) throw new UsageError(`There is no file at '${path}'.`);
  const { taken: claimed, rejects } = await withStore(values, (store, { workspaceId }) =>
    store.inWorkspace(workspaceId, (data) => importOpportunityFile(data, path, clock.now())),
  );
  for (const line of rejects) note(line);
  return print(`${claimed.added} added, ${claimed.changed} changed, ${claimed.vanished} not in it any more.`);
}

/** What somebody brings along from another recert. */
async function importPersonalArchive(path: string, as: string, values: Values): Promise<number> {
  const fileStore = await openFileStore();
  const claimed = await onData(values, async (data) => {
    const { personId } = await findMember(as, data);
    return importArchiveFile(data, { path, personId }, { catalogue: loadCatalogue(), now: clock.now(), fileStore });
  });
  return print(wordsFor('en-GB').import.over.done(claimed));
}

async function importOwn(path: string, values: Values): Promise<number> {
  const { as, cert, order, set = [], 'dry-run': dryRun = false } = values;
  if (as === undefined) throw new UsageError('import needs --as WHO, whose records they are.');
  if (!isFile(path)) throw new UsageError(`There is no file at '${path}'.`);
  const bytes = readFileSync(path);
  if (isZip(bytes)) return importPersonalArchive(path, as, values);
  const stated = importOptionsFrom({ set, cert, order });
  const { reading, records, already, fresh } = await onData(values, async (data) => {
    const { personId } = await findMember(as, data);
    return importRecords(
      data,
      { personId, bytes, said: stated, dryRun },
      { catalogue: loadCatalogue(), now: clock.now() },
    );
  });
  for (const line of reading) note(line);
  const added = dryRun ? `${fresh.length} would be added; nothing was` : `${fresh.length} added`;
  return print(`${records} records, ${already} there already, ${added}.`);
}

async function importMembers(path: string, values: Values): Promise<number> {
  if (!isFile(path)) throw new UsageError(`There is no file at '${path}'.`);
  const { teams, joined, changed } = await withStore(values, (store, workspace) =>
    store.inWorkspace(workspace.workspaceId, (data) => importTeams(data, path, workspace, clock.now())),
  );
  return print(`${teams} teams, ${changed} memberships changed, ${joined} people added.`);
}

async function setRole(who: string, query: string, values: Values): Promise<number> {
  const role = ROLES.find((one) => one === query);
  if (role === undefined) throw new UsageError(`ROLE must be one of ${ROLES.join(', ')}, got '${query}'.`);
  const { name } = await onData(values, async (data) => {
    const member = await findMember(who, data);
    await data.people.setRole(member.personId, role);
    return member;
  });
  return print(`${name} is ${role} now.`);
}

async function audit(what: string, { head, ...values }: Values): Promise<number> {
  const anchor = head === undefined ? undefined : readAnchor(head);
  const fileStore = await openFileStore();
  const bytesIn = (workspaceId: string) => async (fileId: string) => fileStore?.get(fileKey(workspaceId, fileId));
  return withStore(values, (store, { workspaceId }) =>
    store.readLog(workspaceId, async (log) => {
      const { text, isWhole } =
        what === 'head' ? await headText(log) : await verdictText(log, anchor, bytesIn(workspaceId));
      print(text);
      return isWhole ? 0 : 1;
    }),
  );
}

async function verify(path: string, values: Values): Promise<number> {
  const named = [path, ...(values.key ?? [])].find((one) => !isFile(one));
  if (named !== undefined) throw new UsageError(`There is no file at '${named}'.`);
  const own = () => withStore(values, async (store) => (await store.signingKeys.all()).map((key) => key.publicPem));
  const pems = values.key?.map((file) => readFileSync(file, 'utf8')) ?? (await own());
  const { text, isWhole } = await verifyDocument(path, pems);
  print(text);
  return isWhole ? 0 : 1;
}

function withStore<T>(
  { workspace }: Values,
  work: (store: Store, workspace: NamedWorkspace) => Promise<T>,
): Promise<T> {
  return withWorkspaceNamed(readConfig(process.env, platforms).database, workspace, work);
}

/** Where the bytes of files are kept, when that is not the database. */
async function openFileStore(): Promise<FileStore | undefined> {
  const { fileStore } = readConfig(process.env, platforms);
  return fileStore === undefined ? undefined : s3FileStore(fileStore);
}

function onData<T>(values: Values, work: (data: WorkspaceData) => Promise<T>): Promise<T> {
  return withStore(values, (store, { workspaceId }) =>
    store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('operator', clock.now());
      return work(data);
    }),
  );
}

async function exportFigures(values: Values): Promise<number> {
  if (!values.json) throw new UsageError('export pace writes JSON: add --json.');
  const on = dayFrom(values.on);
  return withStore(values, async (store, { workspaceId }) => {
    const figures = await store.inWorkspace(workspaceId, (data) => exportPace(data, loadCatalogue(), clock.now(), on));
    return print(toJson(figures));
  });
}

async function writeManifest({ platform, manifest }: PlatformPlugin, { out, url }: Values): Promise<number> {
  const words = wordsFor('en-GB');
  const stated = commands.map(({ name }) => ({ name, description: words.commands[name].summary }));
  const address = mailboxAddress(url);
  const about = { version: APP.version, commands: stated, get: getFrom(process.env) };
  const written = await manifest.write({ ...about, ...(address === undefined ? {} : { url: address }) });
  switch (written.kind) {
    case 'text':
      return print(written.text);
    case 'problem':
      throw new UsageError(written.problem);
    case 'file':
      if (out === undefined) throw new UsageError(`manifest ${platform} needs --out FILE.`);
      writeFileSync(out, written.bytes);
      return print(`${out} is written. ${written.next}`);
  }
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

const clock = { now: () => new Date() };
const log = createLog('error');

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nSee: npm run recert -- help\n`);
    process.exitCode = 2;
  } else {
    const isKnown = [ConfigError, DataInUse, BadRule, BadQuestion, BadTable].some((known) => error instanceof known);
    if (!isKnown) log.error('The command failed.', { error });
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
