import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../src/opportunities/opportunity-index.ts';
import { readSourceInWorker } from '../../src/opportunities/read-source-in-worker.ts';
import { ENGINES, type Engine } from './engines.ts';
import { mean, type Quality, qualityOf } from './quality.ts';
import { readYardstick, type Yardstick } from './yardstick.ts';

const LARGE = 100_000;
const FOLDER = join(import.meta.dirname, 'yardstick');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const cell = (value: string | number, width: number) => String(value).padStart(width);

/** The quality of an engine's answers, by kind of query, and how many of the queries that nothing fits it answers. */
async function benchQuality(engine: Engine, yardstick: Yardstick): Promise<void> {
  const search = await engine.build(yardstick.opportunities);
  const byType = new Map<string, Quality[]>();
  let answered = 0;
  for (const query of yardstick.queries) {
    const answers = search(query.text);
    if (query.type === 'nothing') answered += answers.length > 0 ? 1 : 0;
    else byType.set(query.type, [...(byType.get(query.type) ?? []), qualityOf(answers, query, yardstick)]);
  }
  const all = [...byType.values()].flat();
  const average = (of: keyof Quality, some = all) => mean(some.map((one) => one[of])).toFixed(3);
  const violations = all.reduce((sum, one) => sum + one.violations, 0);
  const nothing = yardstick.queries.filter(({ type }) => type === 'nothing').length;
  say(
    `${engine.name.padEnd(22)}${cell(average('ndcg'), 8)}${cell(average('recall'), 11)}${cell(violations, 12)}${cell(`${answered} of ${nothing}`, 12)}`,
  );
  say(`  ${[...byType].map(([type, some]) => `${type} ${average('ndcg', some)}`).join(', ')}`);
}

/** How long queries take, how long the index takes to build, and how much memory. */
async function benchSpeed(engine: Engine, { queries, opportunities }: Yardstick): Promise<void> {
  const documents = grownTo(LARGE, opportunities);
  collect();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const began = performance.now();
  const search = await engine.build(documents);
  const built = (performance.now() - began) / 1000;
  collect();
  const memory = (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / 1e6;
  for (const { text } of queries.slice(0, 20)) search(text);
  const times = queries.map(({ text }) => {
    const start = performance.now();
    search(text);
    return performance.now() - start;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  say(
    `${engine.name.padEnd(22)}${cell(at(0.5), 9)}${cell(at(0.99), 9)}${cell(built.toFixed(1), 9)}${cell(memory.toFixed(0), 9)}`,
  );
}

/** As many opportunities, each a copy of one of some with an address and a number of its own. */
function grownTo(size: number, some: readonly IndexedOpportunity[]): readonly IndexedOpportunity[] {
  return Array.from({ length: size }, (_, index) => {
    const round = Math.floor(index / some.length);
    const one = some[index % some.length] as IndexedOpportunity;
    return { ...one, id: `${one.id}-${round}`, title: `${one.title} ${round}`, url: `${one.url}?${round}` };
  });
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
async function benchTurns({ opportunities }: Yardstick): Promise<void> {
  const documents = grownTo(20_000, opportunities);
  const built = await longestBlock(() => new OpportunityIndex().put(documents));
  const items = documents.map(
    ({ title, url, description }) =>
      `<item><title>${title.replaceAll('&', '&amp;')}</title><link>${url}</link><description>${description.replaceAll('&', '&amp;')}</description></item>`,
  );
  const bytes = new TextEncoder().encode(`<rss><channel>${items.join('')}</channel></rss>`);
  const defaults = { provider: 'A', kind: 'webinar', delivery: '' } as const;
  const read = await longestBlock(() => readSourceInWorker({ bytes, now: new Date() }, defaults));
  say(
    `search: the longest that anybody waits while 20000 are indexed: ${built.toFixed(0)} ms; while a feed of 20000 is read: ${read.toFixed(0)} ms`,
  );
}

/** Compares ways to search in one run: quality on an independent yardstick, and what people wait for. */
export async function benchSearch(): Promise<void> {
  const yardstick = readYardstick(join(FOLDER, 'catalogue.jsonl'), FOLDER);
  say(`\nsearch: ${yardstick.opportunities.length} opportunities, ${yardstick.queries.length} graded queries`);
  say(`${''.padEnd(22)}${cell('nDCG@10', 8)}${cell('recall@10', 11)}${cell('violations', 12)}${cell('answered*', 12)}`);
  for (const engine of ENGINES) await benchQuality(engine, yardstick);
  say('  * of the queries that nothing fits');
  say(`search: ${LARGE} opportunities`);
  say(`${''.padEnd(22)}${cell('p50 ms', 9)}${cell('p99 ms', 9)}${cell('build s', 9)}${cell('MB', 9)}`);
  for (const engine of ENGINES) await benchSpeed(engine, yardstick);
  await benchTurns(yardstick);
}
