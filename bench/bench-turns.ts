import { loadCatalogue } from '../src/catalogue/index.ts';
import { parseLine } from '../src/chat/parse-line.ts';
import type { Reply } from '../src/chat/reply.ts';
import { createCore } from '../src/core/dispatch.ts';
import { seedSample } from '../src/sample/seed.ts';
import { SAMPLE } from '../src/sample/team.ts';
import { Store } from '../src/store/store.ts';
import { silent } from '../test/support/conversation.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';

/** When Slack's adapter acknowledges a command that isn't answered yet. */
const ACKNOWLEDGE_MS = 400;
const SIZES = [20, 50, 1000];

/** Measures how long commands that arrive at once block the event loop, and when a timer due after 400 ms fires meanwhile. */
export async function benchTurns(say: (line: string) => void): Promise<void> {
  const { database, drop } = testDatabaseIn('recert-bench-');
  const store = await Store.open(database);
  const clock = { now: () => new Date() };
  const catalogue = loadCatalogue();
  await seedSample(store, catalogue, clock.now());
  const core = createCore({ store, catalogue, clock, log: silent });
  const from = { ...SAMPLE, user: 'ana' } as const;
  const pace = () => core.dispatch({ ...parseLine('pace'), from, place: { ...SAMPLE, address: 'bench' } });
  for (let turn = 0; turn < 20; turn += 1) await pace();
  const expected = await pace();
  if (expected.kind !== 'card') throw new Error('pace answers with a card.');
  for (const size of SIZES) {
    const { longestMs, firedMs, allMs, result } = await watch(() => Promise.all(Array.from({ length: size }, pace)));
    const isPace = (reply: Reply) => reply.kind === 'card' && reply.card.title === expected.card.title;
    const answered = result.filter(isPace).length;
    const timer = firedMs === undefined ? 'not until all were answered' : `at ${Math.round(firedMs)} ms`;
    say(
      `turns, pace, ${size} at once, ${database.kind}: longest block ${Math.round(longestMs)} ms; ` +
        `a timer of ${ACKNOWLEDGE_MS} ms fired ${timer}; ${answered} answered; all in ${Math.round(allMs)} ms`,
    );
  }
  await core.idle();
  await store.close();
  drop();
}

/** Runs the work while one immediate after the other measures the gaps between the turns of the event loop. */
async function watch<Result>(work: () => Promise<Result>) {
  const began = performance.now();
  const seen: { firedMs?: number; longestMs: number; isDone: boolean } = { longestMs: 0, isDone: false };
  let last = began;
  const turn = (): void => {
    const now = performance.now();
    seen.longestMs = Math.max(seen.longestMs, now - last);
    last = now;
    if (!seen.isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const timer = setTimeout(() => {
    seen.firedMs = performance.now() - began;
  }, ACKNOWLEDGE_MS);
  const result = await work();
  const allMs = performance.now() - began;
  seen.longestMs = Math.max(seen.longestMs, performance.now() - last);
  seen.isDone = true;
  clearTimeout(timer);
  return { ...seen, allMs, result };
}
