import { Store } from '../../../src/store/store.ts';
import { testDatabaseIn } from '../../support/own-database.ts';
import { sendThroughFaults } from './faults.ts';

/** Ten thousand messages through a network of which three calls in ten go wrong; on the server of `DATABASE_URL`, else embedded. */
const sends = Number(process.env.RECERT_SENDS ?? 10_000);
const { database, drop } = testDatabaseIn('recert-faults-');
const store = await Store.open(database);
const began = Date.now();
const { faults, states, reported, problems } = await sendThroughFaults(store, sends, Math.max(1, sends / 100));
const seconds = Math.round((Date.now() - began) / 1000);
process.stdout.write(
  `${sends} messages in ${seconds} s: ${JSON.stringify(states)}; ${reported} in doubt and reported, ${problems.length} wrong\n` +
    `what went wrong on the way: ${JSON.stringify(faults)}\n`,
);
for (const problem of problems.slice(0, 20)) process.stdout.write(`${problem}\n`);
await store.close();
drop();
process.exit(problems.length === 0 ? 0 : 1);
