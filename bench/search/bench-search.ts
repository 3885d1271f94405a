import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { OpportunityIndex } from '../../src/opportunities/opportunity-index.ts';
import { readSourceInWorker } from '../../src/opportunities/read-source-in-worker.ts';
import { catalogueOf, QUERIES } from './catalogue.ts';
import { ENGINES, type Engine } from './engines.ts';
import { mean, qualityOf } from './quality.ts';

const SIZES = [20_000, 100_000];
/** Some take minutes for what others do in a moment; they are asked so long and no longer. */
const PATIENCE_MS = 60_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const cell = (value: string | number, width: number) => String(value).padStart(width);

async function bench(engine: Engine, size: number): Promise<void> {
  const documents = catalogueOf(size);
  const byId = new Map(documents.map((one) => [one.id, one]));
  collect();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const search = await engine.build(documents);
  const built = performance.now() - began;
  collect();
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  for (const { text } of QUERIES.slice(0, 10)) await search(text);
  const [times, recalls, gains]: [number[], number[], number[]] = [[], [], []];
  const asking = performance.now();
  for (const query of QUERIES) {
    const start = performance.now();
    const answers = await search(query.text);
    times.push(performance.now() - start);
    const { recall, ndcg } = qualityOf(answers, query, byId);
    recalls.push(recall);
    gains.push(ndcg);
    if (performance.now() - asking > PATIENCE_MS) break;
  }
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const asked = times.length < QUERIES.length ? ` (${times.length} of ${QUERIES.length} queries)` : '';
  say(
    `${engine.name.padEnd(30)}${cell(mean(gains).toFixed(3), 8)}${cell(mean(recalls).toFixed(3), 10)}${cell(at(0.5), 9)}${cell(at(0.99), 9)}` +
      `${cell((built / 1000).toFixed(2), 9)}${cell(memory.toFixed(0), 9)}${asked}`,
  );
}

/** The longest that anybody waits for a turn while some work is done. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(timer);
  return longest;
}

/** How long others wait while 20,000 opportunities are indexed, and while as many are read from a feed. */
async function benchTurns(): Promise<void> {
  const documents = catalogueOf(20_000);
  const built = await longestBlock(() => new OpportunityIndex().put(documents));
  const items = documents.map(
    ({ title, url, description }) =>
      `<item><title>${title.replaceAll('&', '&amp;')}</title><link>${url}</link><description>${description}</description></item>`,
  );
  const bytes = new TextEncoder().encode(`<rss><channel>${items.join('')}</channel></rss>`);
  const defaults = { provider: 'A', kind: 'webinar', delivery: '' } as const;
  const read = await longestBlock(() => readSourceInWorker({ bytes, now: new Date() }, defaults));
  say(
    `search: the longest that anybody waits while 20000 are indexed: ${built.toFixed(0)} ms; while a feed of 20000 is read: ${read.toFixed(0)} ms`,
  );
}

/** Compares ways to search over the same labelled queries and documents in one run: quality, and what people wait for. */
export async function benchSearch(): Promise<void> {
  for (const size of SIZES) {
    say(`\nsearch: ${size} documents, ${QUERIES.length} labelled queries`);
    say(
      `${''.padEnd(30)}${cell('nDCG@10', 8)}${cell('own of 10', 10)}${cell('p50 ms', 9)}${cell('p99 ms', 9)}${cell('build s', 9)}${cell('heap MB', 9)}`,
    );
    for (const engine of ENGINES) await bench(engine, size);
  }
  await benchTurns();
}
