import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { loadCatalogue } from '../src/catalogue/index.ts';
import { runHousekeeping } from '../src/jobs/housekeeping.ts';
import { createPrinter } from '../src/printer/printer.ts';
import { OpportunityIndexCache } from '../src/services/opportunities/opportunity-index-cache.ts';
import { refreshSource } from '../src/services/opportunities/refresh-source.ts';
import { makeReports } from '../src/services/reports/make-report.ts';
import { Store } from '../src/store/store.ts';
import { BROWSER_FOLDER } from '../test/support/browser.ts';
import { addCertification, logCredits, silent, talk } from '../test/support/conversation.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';
import { workspaceOf } from '../test/support/records.ts';

/** Opportunities of the feed that is read, stored and indexed. */
const OFFERS = 20_000;
/** Records of the report. */
const RECORDS = 150;
/** A person looks again so soon after an answer. */
const PAUSE_MS = 20;

/** Measures how long a person's `pace` takes while a feed is read, an index is built, a report is made and old data is swept. */
export async function benchNeighbours(say: (line: string) => void): Promise<void> {
  const { database, drop } = testDatabaseIn('recert-bench-');
  const store = await Store.open(database);
  const clock = { now: () => new Date() };
  const today = clock.now().toISOString().slice(0, 10);
  const printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
  const indexes = new OpportunityIndexCache({ store });
  const catalogue = loadCatalogue();
  const ana = talk({ store, today, print: (html) => printer.print(html) });
  await addCertification(ana, 'cissp');
  for (let at = 0; at < RECORDS; at += 1)
    await logCredits(ana, '2026-02-01', { cissp: '0.5' }, { title: `Talk ${at}` });
  const workspaceId = await workspaceOf(ana, store);
  const deps = { store, clock, catalogue, log: silent, indexes, print: (html: string) => printer.print(html) };
  const feed = await serve(feedOf(OFFERS));
  const sourceId = await store.inWorkspace(workspaceId, async ({ opportunities, audit }) => {
    audit.actAs('operator', clock.now());
    return (await opportunities.addSource({ ...SOURCE, address: feed.url }, clock.now())) ?? '';
  });
  const fetching = { mayConnect: () => true };
  const works: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['nothing', () => pause(3000)],
    [`a feed of ${OFFERS} items is read`, () => refreshSource(workspaceId, sourceId, { ...deps, fetching })],
    [`an index of ${OFFERS} is built`, () => wholeIndex(workspaceId, { store, indexes })],
    [
      `a report of ${RECORDS} records is made`,
      async () => {
        await ana.say('report mine');
        await makeReports(workspaceId, { ...deps, adapters: [] });
      },
    ],
    ['old data is swept', () => runHousekeeping(deps)],
  ];
  for (const [name, work] of works) say(`neighbours, pace while ${name}, ${database.kind}: ${await during(work, ana)}`);
  await ana.core.idle();
  await feed.close();
  await printer.close();
  await store.close();
  drop();
}

/** Asks for the pace over and over until the work is done. */
async function during(work: () => Promise<unknown>, person: ReturnType<typeof talk>): Promise<string> {
  const began = performance.now();
  const isDone = { value: false };
  const worked = work().then(() => {
    isDone.value = true;
  });
  const waits: number[] = [];
  while (!isDone.value) {
    const at = performance.now();
    await person.say('pace');
    waits.push(performance.now() - at);
    await pause(PAUSE_MS);
  }
  await worked;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${waits.length} asked in ${seconds} s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

/** Resolves when the index is no longer a partial one. */
async function wholeIndex(
  workspaceId: string,
  { store, indexes }: { readonly store: Store; readonly indexes: OpportunityIndexCache },
): Promise<void> {
  while ((await store.inWorkspace(workspaceId, (data) => indexes.of(data))).isPartial) await pause(PAUSE_MS);
}

const SOURCE = {
  name: 'A feed',
  provider: 'Example',
  kind: 'webinar',
  delivery: 'online-live',
  language: 'en',
  isOn: true,
} as const;

function feedOf(items: number): string {
  const entries = Array.from({ length: items }, (_unused, at) => {
    const url = `https://example.org/${at}`;
    return `<item><title>Webinar ${at} on cloud subject ${at % 977}</title><link>${url}</link><guid>${url}</guid><description>About subject ${at % 977} for one hour</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title>${entries.join('')}</channel></rss>`;
}

/** Serves one text on this machine. */
async function serve(text: string) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/feed`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
