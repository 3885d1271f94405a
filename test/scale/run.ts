import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Store } from '../../src/store/store.ts';
import { freePort } from '../support/process.ts';
import { LARGE, seedScale, TOKEN_KEY, tenantOf, userOf } from './seed.ts';
import { type ScaleSlack, startScaleSlack } from './slack.ts';

/**
 * Many workspaces on the PostgreSQL server of `DATABASE_URL`, an empty database, with two processes: how long `pace` takes, when the digests of one hour
 * are out, how much memory it takes, and what an import of one workspace does to the others. Sizes: RECERT_WORKSPACES, RECERT_PEOPLE,
 * RECERT_LARGE (the large workspace has so many times the people), RECERT_SECONDS, RECERT_ROWS.
 */
const url = process.env.DATABASE_URL ?? '';
if (!url.startsWith('postgres')) throw new Error('Set DATABASE_URL to an empty database of a PostgreSQL server.');
const [workspaces, people, large, seconds, rows] = [
  Number(process.env.RECERT_WORKSPACES ?? 300),
  Number(process.env.RECERT_PEOPLE ?? 200),
  Number(process.env.RECERT_LARGE ?? 25),
  Number(process.env.RECERT_SECONDS ?? 30),
  Number(process.env.RECERT_ROWS ?? 20_000),
];
const SECRET = '0123456789abcdef0123456789abcdef';
const CONNECTIONS = 8;
const DIGEST_MS = 600_000;
const root = join(import.meta.dirname, '../..');
const say = (line: string) => void process.stdout.write(`${line} [load average ${loadavg()[0]?.toFixed(1)}]\n`);

const seeded = new Date();
const store = await Store.open({ kind: 'server', url });
await seedScale(store, { workspaces, people, large }, seeded);
await store.close();
say(`seeded ${workspaces} × ${people} people and one of ${people * large} in ${since(seeded.getTime())} s`);

const slack = await startScaleSlack();
const replicas = [await startReplica(slack), await startReplica(slack)];
const started = Date.now();
const quiet = await paceOf(seconds);
say(`pace beside the digests of ${workspaces + 1} workspaces: ${quiet.text}`);
const expected = (workspaces + large) * Math.ceil(people / 10);
while (digestCount(slack) < expected && Date.now() - started < DIGEST_MS) await pause(1_000);
const last = slack.posted.at(-1) ?? 0;
say(
  `digests: ${slack.posted.length} of ${expected} taken, the last ${Math.round((last - started) / 1000)} s after the start`,
);

const alone = await paceOf(seconds);
say(`pace with nothing else: ${alone.text}`);
const importing = importRows();
const beside = await paceOf(seconds);
say(
  `pace of others while one workspace imports ${rows} rows: ${beside.text}; p99 ${(beside.p99 / alone.p99).toFixed(2)} times`,
);
await importing;
const memory = replicas.map(({ pid }) => peakMb(pid));
say(`memory at its highest: ${memory.map((mb) => `${mb} MB`).join(', ')}`);
for (const replica of replicas) await replica.stop();
await slack.close();
const problems = [
  ...(alone.wrong + quiet.wrong + beside.wrong > 0 ? ['answers were wrong'] : []),
  ...(slack.posted.length < expected ? ['digests are missing after ten minutes'] : []),
  ...(memory.some((mb) => mb > 1024) ? ['a process took more than 1 GiB'] : []),
  ...(beside.p99 > 1.5 * alone.p99 ? ['the import slowed others by more than half'] : []),
];
for (const problem of problems) say(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function digestCount({ posted }: ScaleSlack): number {
  return posted.length;
}

function since(began: number): number {
  return Math.round((Date.now() - began) / 1000);
}

async function startReplica(api: ScaleSlack) {
  const port = await freePort();
  const env = {
    ...{ PATH: process.env.PATH ?? '', TZ: 'UTC', LOG_LEVEL: 'error', PORT: String(port), DATABASE_URL: url },
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: SECRET, RECERT_TOKEN_KEY: TOKEN_KEY },
    ...{ RECERT_PUBLIC_URL: 'https://recert.example.org', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: api.url },
  };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const address = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('A replica did not start.');
    await pause(200);
  }
  return {
    address,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks for the pace of people of many workspaces over some connections, at both processes in turn. */
async function paceOf(forSeconds: number) {
  const times: number[] = [];
  let wrong = 0;
  const until = Date.now() + forSeconds * 1000;
  const send = async (connection: number) => {
    for (let turn = connection; Date.now() < until; turn += CONNECTIONS) {
      const began = performance.now();
      const isLarge = turn % 10 === 9;
      const tenant = isLarge ? LARGE : tenantOf((turn * 7) % workspaces);
      const answer = await ask(tenant, userOf((turn * 13) % people, isLarge ? turn % large : 0), turn);
      if (!answer.includes('CISSP')) {
        wrong += 1;
        if (wrong === 1) say(`a wrong answer: ${answer.slice(0, 300)}`);
      }
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => send(connection)));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const figures = `${times.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the slowest ${at(1)} ms, ${wrong} wrong`;
  return { wrong, p99: at(0.99), text: figures };
}

async function ask(tenant: string, user: string, turn: number): Promise<string> {
  const id = randomUUID();
  const body = new URLSearchParams({
    ...{ team_id: tenant, user_id: user, channel_id: 'C0TEAM', command: '/recert', api_app_id: 'A0', text: 'pace' },
    ...{ trigger_id: id, response_url: `${slack.url}response_url/${id}` },
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  const { address = '' } = replicas[turn % replicas.length] ?? {};
  const acknowledged = await (await fetch(`${address}/slack/events`, { method: 'POST', body, headers })).text();
  return acknowledged === '' ? slack.lateAnswer(id) : acknowledged;
}

/** Imports a table into one workspace by the command line, in a process of its own. */
async function importRows(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recert-scale-'));
  const file = join(folder, 'records.csv');
  const lines = Array.from(
    { length: rows },
    (_, row) => `Row ${row},2026-0${1 + (row % 9)}-${10 + (row % 18)},1,CISSP`,
  );
  writeFileSync(file, ['title,date,credits,certification', ...lines].join('\n'));
  const args = ['src/cli.ts', 'import', file, '--as', userOf(1), '--workspace', `slack/${tenantOf(0)}`];
  const began = Date.now();
  const env = { PATH: process.env.PATH ?? '', TZ: 'UTC', DATABASE_URL: url };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  say(`the import of ${rows} rows ended with code ${code} after ${since(began)} s ${output.slice(0, 300)}`);
}

function peakMb(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
