import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { type ImportedRecords, previewRecords } from '../../src/operator/import-records.ts';
import { UsageError } from '../../src/operator/named-workspace.ts';
import { BadTable } from '../../src/operator/table-error.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, talk } from '../support/conversation.ts';
import { testDatabaseIn } from '../support/own-database.ts';
import { workspaceOf } from '../support/records.ts';
import { asOperator } from '../support/store.ts';
import { HOSTILE_KINDS } from './hostile.ts';

/**
 * Hostile tables, one after the other: each is refused in words, or each of its rows is in a record or left out with a reason; soon,
 * and without keeping anybody waiting.
 */
const tables = Number(process.env.RECERT_TABLES ?? 500);
const { database, drop } = testDatabaseIn('recert-tables-');
const store = await Store.open(database);
const ana = talk({ store });
await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
const workspaceId = await workspaceOf(ana, store);
const [catalogue, now] = [loadCatalogue(), new Date('2026-11-23T12:00:00Z')];
/** The tables are made in another process: here only reading takes memory. */
const maker = fork(fileURLToPath(new URL('./make-hostile.ts', import.meta.url)), { serialization: 'advanced' });
const before = process.memoryUsage().rss;
const lag = monitorEventLoopDelay({ resolution: 5 });
let [longest, slowest, memory, wrong, accounted] = [0, 0, 0, 0, 0];

/** Whether each row of a table is in a record, in opening balances or left out with a reason. */
function isAccounted(outcome: unknown): boolean {
  if (typeof outcome !== 'object' || outcome === null || !('fresh' in outcome)) return false;
  const { rows, fresh, balances, leftOut } = outcome as ImportedRecords;
  const stated = new Set(balances.flatMap((one) => one.rows));
  return fresh.flatMap((one) => one.rows).length + stated.size + leftOut.length === rows;
}

for (let n = 0; n < tables; n += 1) {
  maker.send(n);
  const [bytes] = (await once(maker, 'message')) as [Uint8Array];
  const began = performance.now();
  lag.enable();
  const outcome = await asOperator(store, workspaceId, async (data) => {
    const [{ personId = '' } = {}] = await data.people.all();
    return previewRecords(data, { personId, bytes, options: { columns: {} } }, { catalogue, now });
  }).catch((error: unknown) => error);
  lag.disable();
  const took = performance.now() - began;
  if (took > longest) [longest, slowest] = [took, n];
  memory = Math.max(memory, process.memoryUsage().rss - before);
  if (outcome instanceof BadTable || outcome instanceof UsageError) continue;
  if (isAccounted(outcome)) {
    accounted += 1;
    continue;
  }
  wrong += 1;
  process.stdout.write(`table ${n}: ${String(outcome)}\n`);
}
process.stdout.write(
  `${tables} tables: ${tables - wrong - accounted} refused in words, ${accounted} with each row imported or left out with a reason, ${wrong} neither; the longest took ${Math.round(longest)} ms (kind ${slowest % HOSTILE_KINDS}); ` +
    `event loop late by ${Math.round(lag.percentile(99) / 1e6)} ms at most 99 times in 100, ${Math.round(lag.max / 1e6)} ms at worst; ` +
    `${Math.round(memory / 1e6)} MB more memory at most\n`,
);
maker.disconnect();
await store.close();
drop();
process.exit(wrong === 0 ? 0 : 1);
