// Tries an image that docker/rehearse.sh has built:
//
//   node docker/rehearse.mjs <root file system of the image> <working folder>
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [root, work] = process.argv.slice(2);
const SECRET = '0123456789abcdef0123456789abcdef';
const PORT = 3999;
const image = JSON.parse(readFileSync(join(work, 'image.json'), 'utf8')).Docker.config;
const [uid] = image.User.split(':').map(Number);

/** Slack's Web API, as far as a start and a command call it, and the messages that answer commands. */
const ANSWERS = {
  'auth.test': { team_id: 'T0HOME', team: 'Home', user_id: 'U0BOT', bot_id: 'B0BOT' },
  'conversations.open': { channel: { id: 'D0ANNA' } },
  'users.info': {
    user: { id: 'U0ANNA', tz: 'Europe/Lisbon', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } },
  },
};
const messages = new Map();
const slack = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const [, , method = '', id = ''] = request.url.split('/');
  if (method === 'response_url') messages.set(id, body);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, ...ANSWERS[method] }));
});
await new Promise((resolve) => slack.listen(0, '127.0.0.1', resolve));
const apiUrl = `http://127.0.0.1:${slack.address().port}/api/`;

/** Prints a line for each claim, and fails the rehearsal when one isn't true. */
function check(isTrue, claim) {
  process.stdout.write(`${isTrue ? 'ok  ' : 'FAIL'} ${claim}\n`);
  if (!isTrue) process.exitCode = 1;
}

/** A folder that stands for a volume, owned by the image's user. */
function volume(name) {
  const path = join(work, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  chownSync(path, uid, uid);
  return path;
}

/** Runs a command in the image: read-only root, the volume at /data, a tmpfs at /tmp, the image's user, no capabilities. */
function run(data, env, command) {
  const script = `set -e
    mount --make-rprivate /
    mount --bind "${root}" "${root}"
    mount --bind "${data}" "${root}/data"
    mount -t tmpfs -o mode=1777,size=512m tmpfs "${root}/tmp"
    mount -t proc proc "${root}/proc"
    mount --rbind /dev "${root}/dev"
    mkdir -p "${root}/run/secrets" && mount --bind "${join(work, 'secrets')}" "${root}/run/secrets"
    mount --bind /etc/resolv.conf "${root}/etc/resolv.conf" 2>/dev/null || true
    mount -o remount,bind,ro "${root}"
    cd /
    exec chroot "${root}" /usr/bin/setpriv --reuid=${uid} --regid=${uid} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \\
      /usr/bin/env --chdir=/app "$@"`;
  const own = Object.fromEntries(image.Env.map((line) => line.split(/=(.*)/su).slice(0, 2)));
  const args = ['--mount', '--pid', '--uts', '--fork', '--kill-child', 'sh', '-c', script, 'sh', ...command];
  return spawn('unshare', args, { env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end; returns its code and everything that it wrote. */
async function finish(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, text };
}

const slackSettings = {
  SLACK_BOT_TOKEN_FILE: '/run/secrets/slack-bot-token',
  SLACK_SIGNING_SECRET_FILE: '/run/secrets/slack-signing-secret',
  SLACK_API_URL: apiUrl,
  PORT: String(PORT),
};
const recert = (data, ...line) => finish(run(data, {}, ['/usr/local/bin/recert', ...line]));

/** Starts the image by its entry point and waits until it is ready. */
async function start(data, more = {}) {
  const began = performance.now();
  const child = run(data, { ...slackSettings, ...more }, image.Entrypoint);
  const ended = finish(child);
  const code = ended.then((result) => result);
  for (;;) {
    const isReady = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    const early = await Promise.race([code, wait(100)]);
    if (early !== undefined) throw new Error(`The image ended: ${early.text}`);
    if (performance.now() - began > 120_000) throw new Error('The image was not ready within two minutes.');
  }
  return { child, ended, readyMs: performance.now() - began, began };
}

/** Sends SIGTERM to the first process of the container, as an engine does. */
async function stop({ child, ended }) {
  const [init] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
  const began = performance.now();
  process.kill(Number(init), 'SIGTERM');
  const { text } = await ended;
  return { ms: performance.now() - began, text };
}

/** Types a slash command in Slack, signed, and returns the answer. */
async function type(text) {
  const id = randomUUID();
  const body = new URLSearchParams({
    ...{ team_id: 'T0HOME', user_id: 'U0ANNA', channel_id: 'C0TEAM', command: '/recert', api_app_id: 'A0' },
    ...{ text, trigger_id: id, response_url: `${apiUrl}response_url/${id}` },
  }).toString();
  const at = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`http://127.0.0.1:${PORT}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}`,
    },
    body,
  });
  const answer = await response.text();
  for (let tries = 0; answer === '' && !messages.has(id) && tries < 200; tries += 1) await wait(50);
  return { status: response.status, text: answer || messages.get(id) || '' };
}

/** Starts on a volume, lets Anna type, and stops; the same again with what is there. */
async function tryServer(name, data, more) {
  const first = await start(data, more);
  const pace = await type('pace');
  const answeredMs = performance.now() - first.began;
  check(
    pace.status === 200 && pace.text.includes('certification'),
    `${name}: /recert pace is answered, ${seconds(answeredMs)} after the start`,
  );
  const health = await finish(run(data, { PORT: String(PORT) }, image.Healthcheck.Test.slice(1)));
  check(health.code === 0, `${name}: the health check succeeds while it runs`);
  check(ownerOf(first.child) === uid, `${name}: it runs as user ${uid}`);
  if (!more.DATABASE_URL_FILE) await trySecond(name, data);
  const stopped = await stop(first);
  check(stopped.ms < 10_000 && stopped.text.includes('Stopping'), `${name}: SIGTERM ends it in ${seconds(stopped.ms)}`);
  const off = await finish(run(data, { PORT: String(PORT) }, image.Healthcheck.Test.slice(1)));
  check(off.code !== 0, `${name}: the health check fails while it doesn't run`);
  const again = await start(data, more);
  const after = await type('pace');
  check(
    after.status === 200 && after.text.includes('certification'),
    `${name}: restarted with its data, ready after ${seconds(again.readyMs)}`,
  );
  await stop(again);
}

async function trySecond(name, data) {
  const { code, text } = await finish(run(data, { ...slackSettings, PORT: String(PORT + 1) }, image.Entrypoint));
  check(
    code === 1 && text.includes('is using the data in /data'),
    `${name}: a second container on the volume is refused`,
  );
}

/** Moves the records of one volume to another by a backup. */
async function tryBackup(data) {
  const backup = await recert(data, 'backup', '--without-keys', '--out', '/data/backup.zip');
  check(backup.code === 0, `a backup: ${backup.text.trim()}`);
  const other = volume('restored');
  copyFileSync(join(data, 'backup.zip'), join(other, 'backup.zip'));
  chownSync(join(other, 'backup.zip'), uid, uid);
  const restored = await recert(other, 'restore', '--without-keys', '/data/backup.zip');
  check(restored.code === 0 && restored.text.includes('Pace: identical.'), `restored: ${restored.text.trim()}`);
}

function ownerOf(child) {
  const [init] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
  return Number(/^Uid:\s+(\d+)/mu.exec(readFileSync(`/proc/${init}/status`, 'utf8'))?.[1]);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

mkdirSync(join(work, 'secrets'), { recursive: true });
writeFileSync(join(work, 'secrets', 'slack-bot-token'), 'xoxb-rehearsal\n');
writeFileSync(join(work, 'secrets', 'slack-signing-secret'), `${SECRET}\n`);
writeFileSync(join(work, 'secrets', 'database-url'), process.env.REHEARSAL_DATABASE_URL ?? '');

const data = volume('data');
const touched = await finish(run(data, {}, ['touch', '/app/written']));
check(touched.code !== 0 && touched.text.includes('Read-only'), 'the root file system is read-only');
await tryServer('embedded database', data, {});
const verified = await recert(data, 'audit', 'verify', '--workspace', 'slack/T0HOME');
check(/Verified|empty/u.test(verified.text), `the log after two runs: ${verified.text.trim()}`);

const sample = volume('sample');
const logged = await recert(sample, 'say', '--as', 'ana', 'log 1h rehearsal webcast yesterday for cissp !!');
check(logged.code === 0, 'a record is logged by the command line in the image');
const history = await recert(sample, 'say', '--as', 'ana', 'history');
check(history.text.includes('rehearsal webcast'), 'the record is there in the next container on the volume');
const began = performance.now();
const report = await recert(sample, 'say', '--as', 'ana', 'report mine', '--out', '/data/report.pdf');
const hasBrowser = process.env.BROWSER !== '0';
const file = hasBrowser ? 'report.pdf' : 'report.csv';
const isThere = existsSync(join(sample, file)) && (!hasBrowser || startOf(join(sample, file)) === '%PDF-');
check(report.code === 0 && isThere, `${file} in ${seconds(performance.now() - began)}`);
await tryBackup(sample);
if (process.env.REHEARSAL_DATABASE_URL)
  await tryServer('PostgreSQL', volume('with-server'), { DATABASE_URL_FILE: '/run/secrets/database-url' });
slack.close();

function startOf(path) {
  return readFileSync(path).subarray(0, 5).toString('latin1');
}
