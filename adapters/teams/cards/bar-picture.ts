import type { Progress, Share, Tone } from '../../../src/chat/card.ts';
import { cellsOf, progressBarOf } from '../../../src/chat/chart-cells.ts';
import { type Colour, pngOf } from './png.ts';

/** In pixels, twice the size it is shown at, for high-density screens. */
export const BAR = { width: 960, height: 48 } as const;
/** A bar of progress, in pixels, twice the size it is shown at. */
export const THIN_BAR = { width: 960, height: 24 } as const;

const GAP = 6;
const RADIUS = 12;
const MARK_WIDTH = 10;

// Each has enough contrast with white and black; gaps separate the shares, so colour is not the only cue.
const COLOURS: Readonly<Record<Tone, readonly [red: number, green: number, blue: number]>> = {
  best: [34, 139, 87],
  good: [44, 114, 190],
  none: [134, 142, 150],
  late: [206, 120, 18],
  lost: [200, 55, 62],
};

const TRANSPARENT: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };
/** The part of a bar that is still to do, on light and dark themes. */
const OPEN: Colour = { red: 134, green: 142, blue: 150, alpha: 77 };
/** The mark of today, readable on light and dark themes. */
const MARK: Colour = { red: 118, green: 126, blue: 134, alpha: 255 };

/** A bar divided among shares, as a PNG in a data URL. */
export function barPicture(shares: readonly Share[]): string {
  return pictureOf(columnsOf(shares), BAR.height);
}

/** A bar of progress with the mark of today, as a PNG in a data URL. */
export function progressPicture(progress: Progress): string {
  const { share, due, tone } = progressBarOf(progress);
  const filled = Math.round(share * THIN_BAR.width);
  const columns = Array.from({ length: THIN_BAR.width }, (_, x) => (x < filled ? colourOf(tone) : OPEN));
  if (due === undefined) return pictureOf(columns, THIN_BAR.height);
  const start = Math.min(Math.round(due * THIN_BAR.width), THIN_BAR.width - MARK_WIDTH - GAP);
  // Gaps on both sides separate the mark from the bar.
  columns.fill(TRANSPARENT, Math.max(0, start - GAP), start + MARK_WIDTH + GAP);
  return pictureOf(columns.fill(MARK, start, start + MARK_WIDTH), THIN_BAR.height);
}

function pictureOf(columns: readonly Colour[], height: number): string {
  const file = pngOf({ width: columns.length, height }, (x, y) =>
    isRoundedOff({ x, y }, { width: columns.length, height }) ? TRANSPARENT : (columns[x] ?? TRANSPARENT),
  );
  return `data:image/png;base64,${file.toString('base64')}`;
}

function columnsOf(shares: readonly Share[]): readonly Colour[] {
  const parts = cellsOf(shares, BAR.width / GAP);
  return parts.flatMap(({ tone, cells }, index) => {
    const gap = index === parts.length - 1 ? 0 : GAP;
    const coloured = Math.max(cells * GAP - gap, 1);
    return [...Array<Colour>(coloured).fill(colourOf(tone)), ...Array<Colour>(gap).fill(TRANSPARENT)];
  });
}

function colourOf(tone: Tone): Colour {
  const [red, green, blue] = COLOURS[tone];
  return { red, green, blue, alpha: 255 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function isRoundedOff(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const dx = Math.max(RADIUS - x, x - (width - 1 - RADIUS));
  const dy = Math.max(RADIUS - y, y - (height - 1 - RADIUS));
  return dx > 0 && dy > 0 && dx ** 2 + dy ** 2 > RADIUS ** 2;
}
