import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderText } from '../../src/store/lock-holder.ts';
import { startLockStarter } from './lock-starter.ts';

/** A dead process is told from a living one at once, to keep the tests fast. */
export const IMPATIENT = { beatMs: 20, limitMs: 5000, watchMs: 100, confirmMs: 50 };

/** A living process is given a minute to be seen, on a busy machine. */
export const PATIENT = { ...IMPATIENT, watchMs: 60_000 };

/** A process of a machine that is switched off. */
export const GONE = { id: 'x', host: 'gone', pid: 1, since: 1_767_225_600_000, scope: 'another kernel' };

/** What may be in a folder that nobody uses. */
export const REMAINS: readonly [what: string, write: (path: string) => unknown][] = [
  ['that is new', () => undefined],
  ['with an empty lock', (path) => ['process.json', 'process.lock'].map((file) => writeFileSync(join(path, file), ''))],
  ['with half a lock', (path) => writeFileSync(join(path, 'process.json'), '{"id":"5403a8eb-fbb7-')],
  ['of a process that was killed', killedIn],
  ['of a machine that is gone', (path) => writeFileSync(join(path, 'process.json'), holderText(GONE, 7))],
];

/** Kills a process that has locked the folder. */
export async function killedIn(path: string): Promise<void> {
  const starter = await startLockStarter();
  await starter.lock(path);
  await starter.kill();
}
