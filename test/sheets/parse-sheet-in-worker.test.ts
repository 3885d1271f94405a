import { expect, it } from 'vitest';
import { parseSheetInWorker } from '../../src/sheets/parse-sheet-in-worker.ts';

const table = new TextEncoder().encode('title,date\nA talk,2026-01-02\n');

it('reads a table, unless it takes too long', async () => {
  expect(await parseSheetInWorker(table)).toMatchObject({ rows: [{ cells: ['A talk', '2026-01-02'] }] });
  expect(await parseSheetInWorker(table, {}, 1)).toBe('unreadable');
});

it('is cut off within seconds by default', async () => {
  // Headers that repeat are read in quadratic time by the library's own reading of headers.
  const slow = new TextEncoder().encode(`${'a,'.repeat(200_000)}\n${'1,'.repeat(200_000)}\n`.repeat(20));
  const began = performance.now();
  await parseSheetInWorker(slow);

  expect(performance.now() - began).toBeLessThan(8_000);
}, 20_000);
