import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadCatalogue } from '../src/catalogue/index.ts';
import { parseLine } from '../src/chat/parse-line.ts';
import { createCore } from '../src/core/dispatch.ts';
import { addDays, type Day, day } from '../src/domain/calendar.ts';
import type { Entry } from '../src/domain/holding.ts';
import { standingOf } from '../src/domain/standing.ts';
import { seedSample } from '../src/sample/seed.ts';
import { SAMPLE } from '../src/sample/team.ts';
import { Store } from '../src/store/store.ts';
import { silent } from '../test/support/conversation.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';
import { benchDigests } from './bench-digests.ts';
import { benchImport } from './bench-import.ts';
import { benchNeighbours } from './bench-neighbours.ts';
import { benchPack } from './bench-pack.ts';
import { benchPrinting } from './bench-printing.ts';
import { benchTurns } from './bench-turns.ts';
import { benchLoad } from './load/bench-load.ts';
import { benchSearch } from './search/bench-search.ts';

/** Times what people wait for. Figures of one run on one machine; compare ratios, not milliseconds. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

async function timed(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work(turn);
    taken.push(performance.now() - began);
  }
  return taken;
}

const SIZES = [25_000, 50_000, 100_000];
const TODAY = day('2026-11-23');

/** Sixty activities of one holding; every holding has others. */
function entriesOf(holding: number): Entry[] {
  return Array.from({ length: 60 }, (_unused, order) => {
    const end = DAYS[(order * 11 + holding) % DAYS.length] as Day;
    const credits = 50 + ((holding + order * 7) % 8) * 25;
    const kind = order % 3 === 0 ? 'webinar' : 'course';
    return { id: String(order), kind, start: end, end, order, parts: [{ category: 'total', credits }], marks: [] };
  });
}

const DAYS = Array.from({ length: 700 }, (_unused, index) => addDays(day('2025-01-01'), index));

/** The pace of many holdings, against a bare loop that only adds the credits of the same activities. */
function benchRules(): void {
  const certification = loadCatalogue().get('cism');
  if (certification === undefined) throw new Error('CISM is in the catalogue.');
  const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
  for (const size of SIZES) {
    let [floor, took, sum] = [0, 0, 0];
    for (let holding = 0; holding < size; holding += 1) {
      const entries = entriesOf(holding);
      let began = performance.now();
      for (const { parts } of entries) sum += parts[0]?.credits ?? 0;
      floor += performance.now() - began;
      began = performance.now();
      sum += standingOf({ certification, cycle, entries }, TODAY, 7).kind === 'credits' ? 1 : 0;
      took += performance.now() - began;
    }
    say(
      `rules: ${size} holdings of 60 activities in ${(took / 1000).toFixed(1)} s, ${Math.round((took * 1000) / size)} µs each; ` +
        `${Math.round(took / floor)} × a bare sum (${sum})`,
    );
  }
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 2000 }, (_unused, holding) => {
    const entries = entriesOf(holding);
    return { entries, standing: standingOf({ certification, cycle, entries }, TODAY, 7) };
  });
  const bytes = (process.memoryUsage().heapUsed - before) / kept.length;
  say(`rules: about ${Math.round(bytes / 1024)} KB for a holding of 60 activities with its standing`);
}

async function benchDispatch(): Promise<void> {
  const { database, drop } = testDatabaseIn('recert-bench-');
  const store = await Store.open(database);
  const catalogue = loadCatalogue();
  const clock = { now: () => new Date() };
  await seedSample(store, catalogue, clock.now());
  const core = createCore({ store, catalogue, clock, log: silent });
  const from = { ...SAMPLE, user: 'ana' } as const;
  const place = { ...SAMPLE, address: 'bench' } as const;
  const about = (line: string) => ({ ...parseLine(line), from, place });
  await timed(20, () => core.dispatch(about('pace')));
  const where = database.kind === 'server' ? 'PostgreSQL' : 'embedded';
  say(`pace, one after another, ${where}: ${percentiles(await timed(300, () => core.dispatch(about('pace'))))}`);
  const form = await core.dispatch(about('log 1h webinar today for cissp'));
  if (form.kind !== 'form') throw new Error('log opens a form.');
  const { command, answers = {} } = form.form;
  const save = (turn: number) => core.dispatch({ command, args: {}, answers, from, place, key: `bench-${turn}` });
  say(`log, one after another, ${where}: ${percentiles(await timed(200, save))}`);
  const began = performance.now();
  const many = await Promise.all(Array.from({ length: 100 }, () => timed(1, () => core.dispatch(about('pace')))));
  say(`pace, 100 at once, ${where}: ${percentiles(many.flat())}, all in ${(performance.now() - began).toFixed(0)} ms`);
  await store.close();
  drop();
}

/** How many of the lines that members type are read as expected, by kind. */
function benchLines(): void {
  const folder = join(import.meta.dirname, 'lines');
  const args = [
    join(folder, 'score-lines.mjs'),
    join(import.meta.dirname, '..'),
    join(folder, 'lines.jsonl'),
    '--quiet',
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) say('lines: the scorer failed');
}

benchRules();
await benchDispatch();
await benchLoad(say);
await benchTurns(say);
await benchImport(say);
await benchNeighbours(say);
await benchDigests(say);
await benchSearch();
benchLines();
say('printing:');
await benchPrinting(say);
await benchPack(say);
say('certificates:');
spawnSync(process.execPath, [join(import.meta.dirname, '..', 'test', 'certificates', 'big-run.ts')], {
  stdio: 'inherit',
});
