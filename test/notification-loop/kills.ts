import { loadCatalogue } from '../../src/catalogue/index.ts';
import { Store } from '../../src/store/store.ts';
import { startReplica } from './replicas.ts';
import { foundMany, type Said } from './year.ts';

/**
 * Ends replicas by `kill -9` at random moments of their rounds, on the server of `DATABASE_URL`, until so many were ended in the middle of
 * one; then lets the last one finish. Nothing may have been said twice, and nothing that was due may be neither there nor in doubt.
 */
const url = process.env.DATABASE_URL ?? '';
if (url === '') throw new Error('DATABASE_URL names the PostgreSQL server on which replicas are ended.');
const wanted = Number(process.env.RECERT_KILLS ?? 400);
const WORKSPACES = 12;
const STEP_MS = 11 * 3_600_000;
const AGAIN_MS = 3 * 60_000;
const LONGEST_MS = 400;

loadCatalogue();
const database = { kind: 'server', url } as const;
const store = await Store.open(database);
const start = new Date('2027-01-06T00:00:00Z');
await store.orm.em.fork().execute('delete from workspace_schedule');
const lived = await foundMany(store, WORKSPACES, start);
const said: Said[] = [];
let [kills, instant] = [0, start.getTime()];
let next = startReplica(database, said);
while (kills < wanted) {
  const replica = await next;
  // The one after is begun meanwhile; it is at rest until it is told an instant.
  next = startReplica(database, said);
  // Whoever starts replicas again does so within minutes.
  instant += AGAIN_MS;
  let isDone = await Promise.race([replica.attend(new Date(instant)), after(Math.random() * LONGEST_MS)]);
  // It was quicker: it goes on until it is caught.
  while (isDone === true) {
    instant += STEP_MS;
    isDone = await Promise.race([replica.attend(new Date(instant)), after(Math.random() * LONGEST_MS)]);
  }
  kills += 1;
  replica.child.kill('SIGKILL');
}
const last = await next;
for (let turn = 0; turn < 12; turn += 1) {
  instant += 3_600_000;
  await last.attend(new Date(instant));
}

const counts = new Map<string, number>();
for (const { tenant, address, title, thread, at } of said) {
  // A digest has its week in its title, and its details are in its thread; of anything else nobody gets two in one day.
  const day = title.includes(': week') || thread !== undefined ? '' : at.toISOString().slice(0, 10);
  const key = [tenant, address, title, thread, day].join();
  if (!title.startsWith('Message not delivered')) counts.set(key, (counts.get(key) ?? 0) + 1);
}
const twice = [...counts].filter(([, count]) => count > 1);
let [due, there, inDoubt, missing] = [0, 0, 0, 0];
const states = new Map<string, number>();
for (const { workspaceId, tenant } of lived) {
  const messages = await store.inWorkspace(workspaceId, ({ outbox }) =>
    outbox.latest({ purposes: ['digest', 'details', 'nudge', 'notice'] }, 100_000),
  );
  for (const { purpose, state } of messages) {
    const key = `${purpose} ${state}`;
    states.set(key, (states.get(key) ?? 0) + 1);
  }
  for (const { state, week, place } of messages.filter(({ purpose }) => purpose === 'digest')) {
    due += 1;
    const uploads = said.some(
      (one) =>
        one.tenant === tenant &&
        one.address === place.address &&
        one.thread === undefined &&
        one.title.split(' · ')[0] === `Security: week ${Number(week.slice(-2))}`,
    );
    if (state === 'unknown') inDoubt += 1;
    else if (uploads) there += 1;
    if (!uploads && state !== 'unknown') missing += 1;
  }
}
const weeks = Math.floor((instant - start.getTime()) / (7 * 86_400_000));
process.stdout.write(
  `${kills} kills in ${weeks} weeks of ${WORKSPACES} workspaces: ${due} digests due, ${there} there, ${inDoubt} in doubt and said to be so, ` +
    `${missing} silently missing, ${twice.length} said twice\n`,
);
for (const [state, count] of [...states].sort()) process.stdout.write(`${state}: ${count}\n`);
for (const [key] of twice) process.stdout.write(`twice: ${key}\n`);
const isEnough = due >= WORKSPACES * (weeks - 1);
await store.close();
process.exit(missing === 0 && twice.length === 0 && isEnough ? 0 : 1);

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
