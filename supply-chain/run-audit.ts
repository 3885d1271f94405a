import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, readWaivers } from './audit-policy.ts';
import { type AuditOutcome, readAudit } from './audit-report.ts';

const root = join(import.meta.dirname, '..');
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Runs npm’s own audit of production packages. npm ends with code 1 if it finds anything, so only its output counts. */
function runNpmAudit(): AuditOutcome {
  // Set by `npm run`; npm is a script without an extension that every system can start through Node.
  const { npm_execpath: npm } = process.env;
  const args = ['audit', '--omit=dev', '--json'];
  const [program, all] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
  const { stdout, error } = spawnSync(program, all, {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 ** 2,
  });
  if (error !== undefined) return { kind: 'not-checked', reason: error.message };
  return readAudit(stdout);
}

const waivers = readWaivers(readFileSync(join(root, 'supply-chain', 'audit-waivers.json'), 'utf8'));
const outcome = runNpmAudit();
if (outcome.kind === 'not-checked') {
  print(`Not checked: the registry gave no list of advisories. ${outcome.reason}`);
  print('Check the network, or use a registry that answers npm audit. With --required this is a failure.');
  process.exitCode = process.argv.includes('--required') ? 2 : 0;
} else {
  const { failures, notes } = judge(outcome.advisories, waivers, new Date().toISOString().slice(0, 10));
  for (const line of [...notes, ...failures.map((failure) => `FAILED ${failure}`)]) print(line);
  print(`${outcome.advisories.length} advisories, ${failures.length} failures.`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
