import { loadCatalogue } from '../../src/catalogue/index.ts';
import { runNotificationRound } from '../../src/jobs/notification-loop.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import type { Database } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { silent } from '../support/conversation.ts';
import { saying } from './year.ts';

/** One replica: told an instant, it attends to what is due then; whatever it says goes to whoever started it. */
const [database = ''] = process.argv.slice(2);
const store = await Store.open(JSON.parse(database) as Database);
const waiting = new Map<number, (message: string) => void>();
let [now, requested] = [new Date(), 0];

const adapter = saying(
  (stated) =>
    new Promise((resolve) => {
      requested += 1;
      waiting.set(requested, resolve);
      process.send?.({ kind: 'say', requested: requested, said: { ...stated, at: now.toISOString() } });
    }),
);
const parts = {
  store,
  catalogue: loadCatalogue(),
  clock: { now: () => now },
  log: { ...silent, error: (sentence: string) => void process.stderr.write(`${sentence}\n`) },
  adapters: [adapter],
  indexes: new OpportunityIndexCache(),
  gapMs: 0,
};

process.on('message', async (notified: { at?: string; requested?: number; message?: string }) => {
  if (notified.requested !== undefined) return waiting.get(notified.requested)?.(notified.message ?? '');
  now = new Date(notified.at ?? '');
  await runNotificationRound(parts);
  process.send?.({ kind: 'done' });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
