import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openOrm } from '../../src/store/orm.ts';
import { type MeasuredProcess, startMeasured } from './measured-process.ts';
import { type SlackApi, startSlackApi } from './slack-api.ts';
import { type LoadResult, SIGNING_SECRET, sendSlashCommands } from './slash-commands.ts';

/** A server that is measured. */
interface Candidate {
  readonly name: string;
  /** The folder of its source. */
  readonly root: string;
  readonly script: string;
  readonly text: string;
  readonly expected: string;
  readonly settings: Readonly<Record<string, string>>;
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly wrong: number;
  readonly late: number;
  readonly residentMb: number;
}

const HERE = resolve(import.meta.dirname, '..', '..');
const ROUNDS = 2;
const WARM_UP_SECONDS = 3;

/**
 * Measures `pace` beside a bare Bolt app, each as a process of its own, one after another in rounds, and prints the ratios. `against` is the
 * folder of another version. The server's database is that of `DATABASE_URL`; without it, only the embedded database is measured.
 */
export async function benchLoad(
  say: (line: string) => void,
  { against, seconds = 8, connections = 50 }: { against?: string; seconds?: number; connections?: number } = {},
): Promise<void> {
  const folders: string[] = [];
  const api = await startSlackApi();
  try {
    const candidates = await candidatesOf(against, folders);
    const results = new Map<string, Measured[]>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const candidate of candidates) {
        const measured = await measure(candidate, { seconds, connections, api });
        results.set(candidate.name, [...(results.get(candidate.name) ?? []), measured]);
      }
    say(`load: ${connections} connections, ${ROUNDS} rounds of ${seconds} s, load average ${loadavg()[0]?.toFixed(1)}`);
    const floor = meanOf(results.get('bare Bolt') ?? []);
    for (const [name, rounds] of results) say(describe(name, meanOf(rounds), floor));
  } finally {
    await api.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

async function candidatesOf(against: string | undefined, folders: string[]): Promise<readonly Candidate[]> {
  const bolt = { name: 'bare Bolt', root: HERE, script: join(import.meta.dirname, 'bare-bolt.ts') };
  const versions = [
    ...(against === undefined ? [] : [{ label: 'before', root: resolve(against) }]),
    { label: 'recert', root: HERE },
  ];
  const { DATABASE_URL: url } = process.env;
  const recerts: Candidate[] = [];
  for (const { label, root } of versions) {
    const folder = mkdtempSync(join(tmpdir(), 'recert-bench-load-'));
    folders.push(folder);
    const about = { root, script: join(root, 'src', 'main.ts'), text: 'pace', expected: 'CISSP' };
    seed(root, { kind: 'folder', path: folder });
    recerts.push({ ...about, name: `${label}, embedded`, settings: { RECERT_DATA_DIR: folder } });
    if (url === undefined) continue;
    const own = await emptySchema(url, `bench_${label}`);
    seed(root, { kind: 'server', url: own });
    recerts.push({ ...about, name: `${label}, PostgreSQL`, settings: { DATABASE_URL: own } });
  }
  return [{ ...bolt, text: 'pace', expected: 'on track', settings: {} }, ...recerts];
}

/** Returns the address of an empty schema, because another version may not know the tables of this one. */
async function emptySchema(url: string, schema: string): Promise<string> {
  const orm = await openOrm({ kind: 'server', url });
  await orm.em.fork().execute(`drop schema if exists ${schema} cascade`);
  await orm.em.fork().execute(`create schema ${schema}`);
  await orm.close();
  const own = new URL(url);
  own.searchParams.set('schema', schema);
  return own.href;
}

function seed(root: string, database: object): void {
  execFileSync(process.execPath, [join(import.meta.dirname, 'seed.ts'), root, JSON.stringify(database)], {
    stdio: 'inherit',
  });
}

interface Run {
  readonly seconds: number;
  readonly connections: number;
  readonly api: SlackApi;
}

async function measure({ root, script, text, expected, settings }: Candidate, run: Run): Promise<Measured> {
  const { seconds, connections, api } = run;
  const slack = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: api.url };
  const server = await startMeasured(script, { ...slack, ...settings }, root);
  try {
    const load = { url: server.url, api, text, expected, connections };
    await sendSlashCommands({ ...load, seconds: WARM_UP_SECONDS });
    const before = server.cpuMs();
    return figuresOf(await sendSlashCommands({ ...load, seconds }), server, before);
  } finally {
    await server.stop();
  }
}

function figuresOf(
  { answers, times, seconds, wrong, late }: LoadResult,
  server: MeasuredProcess,
  cpuBefore: number,
): Measured {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const cpuMs = (server.cpuMs() - cpuBefore) / answers;
  return {
    perSecond: answers / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs,
    wrong,
    late,
    residentMb: server.residentMb(),
  };
}

function meanOf(rounds: readonly Measured[]): Measured {
  const mean = (of: (one: Measured) => number) => rounds.reduce((sum, one) => sum + of(one), 0) / rounds.length;
  return {
    perSecond: mean((one) => one.perSecond),
    p50: mean((one) => one.p50),
    p99: mean((one) => one.p99),
    cpuMs: mean((one) => one.cpuMs),
    wrong: rounds.reduce((sum, one) => sum + one.wrong, 0),
    late: rounds.reduce((sum, one) => sum + one.late, 0),
    residentMb: mean((one) => one.residentMb),
  };
}

function describe(name: string, one: Measured, floor: Measured): string {
  const ratio = (one.perSecond / floor.perSecond).toFixed(3);
  return (
    `load: ${name}: ${one.perSecond.toFixed(0)} pace a second (${ratio} of bare Bolt), p50 ${one.p50.toFixed(0)} ms, ` +
    `p99 ${one.p99.toFixed(0)} ms, CPU ${one.cpuMs.toFixed(2)} ms each, ${one.late} late, ${one.wrong} wrong, ${one.residentMb.toFixed(0)} MB`
  );
}

if (import.meta.main) {
  const { against, seconds, connections } = parseArgs({
    options: { against: { type: 'string' }, seconds: { type: 'string' }, connections: { type: 'string' } },
  }).values;
  await benchLoad((line) => process.stdout.write(`${line}\n`), {
    ...(against === undefined ? {} : { against }),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
    ...(connections === undefined ? {} : { connections: Number(connections) }),
  });
}
