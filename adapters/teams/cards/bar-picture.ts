import type { Share, Tone } from '../../../src/chat/card.ts';
import { cellsOf } from '../../../src/chat/chart-cells.ts';
import { type Colour, pngOf } from './png.ts';

/** In pixels, twice the size it is shown at, for high-density screens. */
export const BAR = { width: 960, height: 48 } as const;

const GAP = 6;
const RADIUS = 12;

// Each has enough contrast with white and black; gaps separate the shares, so colour is not the only cue.
const COLOURS: Readonly<Record<Tone, readonly [red: number, green: number, blue: number]>> = {
  best: [34, 139, 87],
  good: [44, 114, 190],
  none: [134, 142, 150],
  late: [206, 120, 18],
  lost: [200, 55, 62],
};

/** A bar divided among shares, as a PNG in a data URL. */
export function barPicture(shares: readonly Share[]): string {
  const pixels = columnsOf(shares);
  const file = pngOf(BAR, (x, y) => {
    const tone = isRoundedOff(x, y) ? undefined : pixels[x];
    return tone === undefined ? TRANSPARENT : colourOf(tone);
  });
  return `data:image/png;base64,${file.toString('base64')}`;
}

const TRANSPARENT: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };

function columnsOf(shares: readonly Share[]): readonly (Tone | undefined)[] {
  const parts = cellsOf(shares, BAR.width / GAP);
  return parts.flatMap(({ tone, cells }, index) => {
    const isLast = index === parts.length - 1;
    const coloured = cells * GAP - (isLast ? 0 : GAP);
    return [...Array<Tone>(Math.max(coloured, 1)).fill(tone), ...(isLast ? [] : Array<undefined>(GAP).fill(undefined))];
  });
}

function colourOf(tone: Tone): Colour {
  const [red, green, blue] = COLOURS[tone];
  return { red, green, blue, alpha: 255 };
}

function isRoundedOff(x: number, y: number): boolean {
  const [dx, dy] = [
    Math.max(RADIUS - x, x - (BAR.width - 1 - RADIUS)),
    Math.max(RADIUS - y, y - (BAR.height - 1 - RADIUS)),
  ];
  return dx > 0 && dy > 0 && dx ** 2 + dy ** 2 > RADIUS ** 2;
}
