import { expect, it } from 'vitest';
import { joinRuns, type PlacedText } from '../../src/certificates/join-runs.ts';

const PAGE = { width: 600, height: 800 };
const at = (text: string, x: number, y: number, angle = 0): PlacedText => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  angle,
});

it('joins what stands together on a line, and leaves columns apart', () => {
  const runs = joinRuns([at('Duration:', 50, 100), at('36 hours', 98, 101), at('Credits: 36', 400, 100)], PAGE);

  expect(runs.map(({ text }) => text)).toEqual(['Duration: 36 hours', 'Credits: 36']);
});

it('turns a page that stands on its head, and leaves out a watermark across it', () => {
  const runs = joinRuns(
    [at('second line', 500, 200, 180), at('first line', 500, 300, 180), at('SPECIMEN', 100, 400, 150)],
    PAGE,
  );

  expect(runs.map(({ text }) => text)).toEqual(['first line', 'second line']);
});
