import { spawnSync } from 'node:child_process';

/** Tests of which `npm test` takes a sample: the file, the variable with the size, the size of the whole, and the test's name. */
const CAMPAIGNS: Readonly<Record<string, readonly [file: string, variable: string, size: string, test: string]>> = {
  kills: ['test/store/kill.test.ts', 'RECERT_KILLS', '200', 'kill -9'],
  'migration-kills': ['test/store/migration-kill.test.ts', 'RECERT_MIGRATION_KILLS', '50', 'kill -9 during'],
  locks: ['test/store/data-lock.test.ts', 'RECERT_LOCK_ROUNDS', '100', 'many starts at once'],
  'slack-kills': ['test/process/kills-through-slack.test.ts', 'RECERT_KILLS', '500', 'kills'],
  backups: ['test/operator/backup-drill.test.ts', 'RECERT_BACKUPS', '100', 'the drill'],
  tampering: ['test/store/tampering.test.ts', 'RECERT_TAMPERINGS', '1000', 'the log'],
  looks: ['test/core/interleaved-looks.test.ts', 'RECERT_LOOKS', '10000', 'two replicas'],
  probes: ['test/services/opportunities/holding-probe.test.ts', 'RECERT_CASES', '3000', 'the probe'],
  'foreign-ids': ['test/journeys/foreign-ids.test.ts', 'RECERT_FOREIGN_IDS', '20000', 'keeps the data'],
  ranks: ['test/services/opportunities/rank-opportunities.test.ts', 'RECERT_CASES', '10000', 'the best'],
};

const campaign = CAMPAIGNS[process.argv[2] ?? ''];
if (campaign === undefined) throw new Error(`Which campaign: ${Object.keys(CAMPAIGNS).join(', ')}?`);
const [file, variable, size, test] = campaign;
const env = { ...process.env, [variable]: process.env[variable] ?? size };
const { status } = spawnSync('vitest', ['run', file, '-t', test], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
