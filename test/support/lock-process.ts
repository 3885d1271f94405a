import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type DataLock, lockData } from '../../src/store/data-lock.ts';
import type { LockCommand, LockReport } from './lock-starter.ts';

/** Locks data folders as the lines on standard input say, and reports what became of it. Ends with its input. */
let lock: DataLock | undefined;

const report = (line: LockReport) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function tryLock({ folder, at, timing }: LockCommand & { kind: 'lock' }): Promise<LockReport> {
  await wait(Math.max(0, at - Date.now()));
  try {
    lock = await lockData(folder, {
      onLost: ({ message }) => report({ kind: 'lost', message }),
      ...(timing === undefined ? {} : { timing }),
    });
    return { kind: 'locked', message: '' };
  } catch (error) {
    return { kind: 'refused', message: String(error) };
  }
}

report({ kind: 'ready', message: '' });
for await (const line of createInterface({ input: process.stdin })) {
  const command: LockCommand = JSON.parse(line);
  if (command.kind === 'lock') {
    report(await tryLock(command));
  } else {
    await lock?.release();
    lock = undefined;
    report({ kind: 'released', message: '' });
  }
}
process.exit();
