import { loadCatalogue } from '../../src/catalogue/index.ts';
import { runNotificationRound } from '../../src/jobs/notification-loop.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import { Store } from '../../src/store/store.ts';
import { silent } from '../support/conversation.ts';
import { testDatabaseIn } from '../support/own-database.ts';
import { startReplica } from './replicas.ts';
import { foundMany, pass, problemsOf, type Said, saying } from './year.ts';

/**
 * A year of rounds: on the server of `DATABASE_URL` with five replicas and two hundred workspaces, else on the embedded database with one
 * process and twenty. Prints how many digests and nudges there were, and fails when one is wrong.
 */
const url = process.env.DATABASE_URL;
const [workspaces, weeks, replicas] = [
  Number(process.env.RECERT_WORKSPACES ?? (url ? 200 : 20)),
  Number(process.env.RECERT_WEEKS ?? 52),
  Number(process.env.RECERT_REPLICAS ?? 5),
];
const start = new Date('2027-01-06T00:00:00Z');
const end = new Date(start.getTime() + weeks * 7 * 86_400_000);
const { database, drop } = testDatabaseIn('recert-year-');
const store = await Store.open(database);
const said: Said[] = [];
const began = Date.now();
await store.orm.em.fork().execute('delete from workspace_schedule');
const lived = await foundMany(store, workspaces, start);

const attend = url === undefined || url === '' ? await alone() : await together();
const turns = await pass(store, { start, end }, attend);
const { digests, nudges, problems } = problemsOf(lived, said, weeks);
const seconds = Math.round((Date.now() - began) / 1000);
process.stdout.write(
  `${workspaces} workspaces, ${weeks} weeks, ${url ? `${replicas} replicas, PostgreSQL` : 'one process, embedded'}: ` +
    `${digests} digests (${workspaces * weeks} due), ${nudges} nudges, ${problems.length} wrong; ${turns} turns, ${seconds} s\n`,
);
for (const problem of problems.slice(0, 20)) process.stdout.write(`${problem}\n`);
await store.close();
drop();
process.exit(problems.length === 0 && digests === workspaces * weeks ? 0 : 1);

/** This process attends to everything. */
async function alone(): Promise<(now: Date) => Promise<void>> {
  let instant = start;
  const adapter = saying(async (one) => `${one.address}:${said.push({ ...one, at: instant })}`);
  const parts = {
    store,
    catalogue: loadCatalogue(),
    clock: { now: () => instant },
    log: silent,
    adapters: [adapter],
    indexes: new OpportunityIndexCache(),
    gapMs: 0,
  };
  return (now) => {
    instant = now;
    return runNotificationRound(parts);
  };
}

/** Several processes attend at the same time, each to whatever it gets hold of. */
async function together(): Promise<(now: Date) => Promise<void>> {
  const running = await Promise.all(Array.from({ length: replicas }, () => startReplica(database, said)));
  return async (now) => {
    await Promise.all(running.map((one) => one.attend(now)));
  };
}
