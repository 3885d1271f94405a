import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Database } from '../../src/store/orm.ts';
import type { Said } from './year.ts';

const replica = join(import.meta.dirname, 'replica.ts');

/** A replica as a process of its own. */
export interface Replica {
  readonly child: ChildProcess;
  /** Has it attend to what is due at an instant; `false` when it was ended meanwhile. */
  attend(now: Date): Promise<boolean>;
}

/** Starts a replica; what it says is kept in `said` before it is told that it was taken. */
export async function startReplica(database: Database, stated: Said[]): Promise<Replica> {
  const child = fork(replica, [JSON.stringify(database)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let answered: (isDone: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    answered = resolve;
  });
  child.on('message', (notified: { kind: string; requested: number; said: Omit<Said, 'at'> & { at: string } }) => {
    if (notified.kind === 'say') {
      stated.push({ ...notified.said, at: new Date(notified.said.at) });
      if (child.connected)
        child.send({ requested: notified.requested, message: `${notified.said.address}:${stated.length}` });
    } else answered(true);
  });
  child.once('exit', () => answered(false));
  // Whoever is ended cannot hear.
  child.on('error', () => undefined);
  if (!(await ready)) throw new Error('A replica did not start.');
  return {
    child,
    attend: (now) =>
      new Promise((resolve) => {
        answered = resolve;
        if (child.connected) child.send({ at: now.toISOString() });
        else resolve(false);
      }),
  };
}
