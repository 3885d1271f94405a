import { loadCatalogue } from '../../src/catalogue/index.ts';
import { OfferIndexes } from '../../src/core/offer-indexes.ts';
import { round } from '../../src/jobs/rounds.ts';
import type { Database } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { silent } from '../support/talk.ts';
import { saying } from './year.ts';

/** One replica: told an instant, it attends to what is due then; whatever it says goes to whoever started it. */
const [database = ''] = process.argv.slice(2);
const store = await Store.open(JSON.parse(database) as Database);
const waiting = new Map<number, (message: string) => void>();
let [now, asked] = [new Date(), 0];

const adapter = saying(
  (said) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      process.send?.({ kind: 'say', asked, said: { ...said, at: now.toISOString() } });
    }),
);
const parts = {
  store,
  catalogue: loadCatalogue(),
  clock: { now: () => now },
  log: { ...silent, error: (sentence: string) => void process.stderr.write(`${sentence}\n`) },
  adapters: [adapter],
  indexes: new OfferIndexes(),
  gapMs: 0,
};

process.on('message', async (told: { at?: string; asked?: number; message?: string }) => {
  if (told.asked !== undefined) return waiting.get(told.asked)?.(told.message ?? '');
  now = new Date(told.at ?? '');
  await round(parts);
  process.send?.({ kind: 'done' });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
