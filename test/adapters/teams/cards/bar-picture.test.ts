import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BAR, barPicture } from '../../../../adapters/teams/cards/bar-picture.ts';
import type { Share } from '../../../../src/chat/card.ts';

/** The colours of the middle row of pixels, each as often as it stands there. */
function colours(shares: readonly Share[]): ReadonlyMap<string, number> {
  const file = Buffer.from(barPicture(shares).replace('data:image/png;base64,', ''), 'base64');
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([BAR.width, BAR.height]);
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  const row = rows.subarray((BAR.height / 2) * (1 + BAR.width * 4) + 1).subarray(0, BAR.width * 4);
  const found = new Map<string, number>();
  for (let x = 0; x < BAR.width; x += 1) {
    const colour = row.subarray(x * 4, x * 4 + 4).join(',');
    found.set(colour, (found.get(colour) ?? 0) + 1);
  }
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
