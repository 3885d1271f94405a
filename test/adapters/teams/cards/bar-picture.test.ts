import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BAR, barPicture, progressPicture, THIN_BAR } from '../../../../adapters/teams/cards/bar-picture.ts';
import type { Progress, Share } from '../../../../src/chat/card.ts';

/** The colours of the middle row of pixels, from left to right. */
function rowOf(picture: string, { width, height }: { readonly width: number; readonly height: number }): string[] {
  const file = Buffer.from(picture.replace('data:image/png;base64,', ''), 'base64');
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width, height]);
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  const row = rows.subarray((height / 2) * (1 + width * 4) + 1).subarray(0, width * 4);
  return Array.from({ length: width }, (_, x) => row.subarray(x * 4, x * 4 + 4).join(','));
}

/** The colours of shares, each as often as it stands there. */
function colours(shares: readonly Share[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const colour of rowOf(barPicture(shares), BAR)) found.set(colour, (found.get(colour) ?? 0) + 1);
  return found;
}

describe('the picture of a bar', () => {
  it('gives each share its part, with gaps between them', () => {
    const found = colours([
      { tone: 'lost', count: 1 },
      { tone: 'late', count: 2 },
      { tone: 'none', count: 0 },
      { tone: 'best', count: 1 },
    ]);
    const [lost = 0, late = 0, best = 0] = ['200,55,62,255', '206,120,18,255', '34,139,87,255'].map(
      (one) => found.get(one) ?? 0,
    );

    expect(found.size).toBe(4);
    expect(found.get('0,0,0,0')).toBe(12);
    expect(lost + late + best).toBe(BAR.width - 12);
    expect(late / lost).toBeCloseTo(2, 0);
    expect(Math.abs(lost - best)).toBeLessThanOrEqual(12);
  });

  it('is small enough for a card, however many shares there are', () => {
    const all: Share[] = (['best', 'good', 'none', 'late', 'lost'] as const).map((tone) => ({ tone, count: 1 }));

    expect(barPicture(all).length).toBeLessThan(2500);
  });
});

describe('the picture of progress', () => {
  const LATE = '206,120,18,255';
  const MARK = '118,126,134,255';
  const row = (progress: Omit<Progress, 'kind' | 'label'>) =>
    rowOf(progressPicture({ kind: 'progress', label: '', ...progress }), THIN_BAR);

  it.each([
    [0, 40, 0],
    [10, 40, 240],
    [40, 40, 960],
    [60, 40, 960],
    [-5, 40, 0],
    [0, 0, 960],
  ])('fills %i of %i to pixel %i', (done, goal, filled) => {
    const tone = 'late' as const;

    const count = row({ done, goal, tone }).filter((colour) => colour === LATE).length;

    // The rounded ends cut a pixel off the middle row.
    expect(filled - count).toBeOneOf(filled === 0 ? [0] : [1, 2]);
  });

  it('marks today', () => {
    const shown = row({ done: 10, goal: 40, due: 20, tone: 'late' });

    expect(shown.indexOf(MARK)).toBe(480);
    expect(shown.filter((colour) => colour === MARK)).toHaveLength(10);
  });

  it.each([0, 40, 41])('marks nothing at %i of 40', (due) => {
    expect(row({ done: 10, goal: 40, due, tone: 'late' })).not.toContain(MARK);
  });

  it('keeps the mark within the bar', () => {
    expect(row({ done: 10, goal: 1000, due: 999, tone: 'late' }).filter((colour) => colour === MARK)).toHaveLength(10);
  });
});
