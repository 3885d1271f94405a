import type { Database } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { talk } from './conversation.ts';
import { recordSteps } from './record-steps.ts';
import { workspaceOf } from './records.ts';

/** Lives the life of records without end, and prints where the log ends after each thing that was answered. */
const [database = '', tenant = ''] = process.argv.slice(2);
const store = await Store.open(JSON.parse(database) as Database);
const ana = talk({ store, tenant, user: `ana-${process.pid}` });
const workspaceId = await workspaceOf(ana, store);

for await (const _ of recordSteps(ana)) {
  const head = await store.readLog(workspaceId, (log) => log.head());
  process.stdout.write(`${head?.seq}:${head?.hash}\n`);
}
