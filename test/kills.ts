import { spawnSync } from 'node:child_process';

/** Kills the life of records two hundred times: on the embedded database, or on the server of `DATABASE_URL`. */
const env = { ...process.env, RECERT_KILLS: process.env.RECERT_KILLS ?? '200' };
const { status } = spawnSync('vitest', ['run', 'test/store/kill.test.ts', '-t', 'kill -9'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
