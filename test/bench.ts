import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../src/catalogue/index.ts';
import { parseLine } from '../src/chat/parse-line.ts';
import { createCore } from '../src/dispatch.ts';
import { addDays, day } from '../src/domain/calendar.ts';
import type { Entry } from '../src/domain/count.ts';
import { standingOf } from '../src/domain/standing.ts';
import { seedSample } from '../src/sample/seed.ts';
import { SAMPLE } from '../src/sample/team.ts';
import { Store } from '../src/store/store.ts';
import { silent } from './support/talk.ts';

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

function benchRules(): void {
  const catalogue = loadCatalogue();
  const certification = catalogue.get('cism');
  if (certification === undefined) throw new Error('CISM is in the catalogue.');
  const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
  const entries: Entry[] = Array.from({ length: 60 }, (_unused, order) => ({
    id: String(order),
    kind: 'course',
    end: addDays(day('2025-01-10'), order * 11),
    order,
    parts: [{ category: 'total', credits: 150 }],
  }));
  const today = day('2026-11-23');
  const rounds = 2_000;
  let sum = 0;
  const floorBegan = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const { parts } of entries) sum += parts[0]?.credits ?? 0;
  const floor = performance.now() - floorBegan;
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    sum += standingOf({ certification, cycle, entries }, today, 7).kind === 'credits' ? 1 : 0;
  }
  const took = performance.now() - began;
  const each = ((took / rounds) * 1000).toFixed(0);
  say(
    `rules: ${rounds} holdings of 60 activities, ${each} µs each; ${(took / floor).toFixed(0)} × a bare sum (${sum})`,
  );
}

async function benchDispatch(): Promise<void> {
  const url = process.env.DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'recert-bench-'));
  const store = await Store.open(url ? { kind: 'server', url } : { kind: 'folder', path: folder });
  const catalogue = loadCatalogue();
  const clock = { now: () => new Date() };
  await seedSample(store, catalogue, clock.now());
  const core = createCore({ store, catalogue, clock, log: silent });
  const from = { ...SAMPLE, user: 'ana' } as const;
  const place = { ...SAMPLE, address: 'bench' } as const;
  const about = (line: string) => ({ ...parseLine(line), from, place });
  await timed(20, () => core.dispatch(about('pace')));
  const where = url ? 'PostgreSQL' : 'embedded';
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
  rmSync(folder, { recursive: true, force: true });
}

benchRules();
await benchDispatch();
