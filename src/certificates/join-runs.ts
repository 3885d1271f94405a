import type { TextRun } from './page-text.ts';

/** A text as a PDF or a text recognition places it; `angle` is in degrees, clockwise. */
export interface PlacedText extends TextRun {
  readonly angle?: number;
}

/** Texts on one line that are further apart, in sizes of their letters, stand in different columns. */
const COLUMN_GAP = 1.1;
const SPACE_GAP = 0.14;
/** Degrees by which a line may be tilted; text across the page is a watermark. */
const MAX_TILT = 8;

/** Joins placed texts into runs, line by line from the top. Text that is turned against most of the page is left out. */
export function joinRuns(
  placed: readonly PlacedText[],
  page: { readonly width: number; readonly height: number },
): readonly TextRun[] {
  const upright = turnedUpright(placed, page);
  const lines: PlacedText[][] = [];
  for (const one of upright.toSorted((a, b) => a.y - b.y)) {
    const line = lines.findLast((texts) => isOnLine(one, texts));
    if (line === undefined) lines.push([one]);
    else line.push(one);
  }
  return lines.flatMap((line) => joinLine(line.toSorted((a, b) => a.x - b.x)));
}

function turnedUpright(
  placed: readonly PlacedText[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly PlacedText[] {
  const straight = placed.flatMap((text) => {
    const angle = (((text.angle ?? 0) % 360) + 360) % 360;
    const quarter = Math.round(angle / 90);
    return text.text.trim() === '' || Math.abs(angle - quarter * 90) > MAX_TILT ? [] : [{ text, quarter: quarter % 4 }];
  });
  const weights = [0, 0, 0, 0];
  for (const { text, quarter } of straight) weights[quarter] = (weights[quarter] ?? 0) + text.text.length;
  const main = weights.indexOf(Math.max(...weights));
  const turn = ({ x, y, ...text }: PlacedText): PlacedText => {
    const [turnedX, turnedY] = [
      [x, y],
      [y, width - x],
      [width - x, height - y],
      [height - y, x],
    ][main] ?? [x, y];
    return { ...text, x: turnedX ?? x, y: turnedY ?? y, angle: 0 };
  };
  return straight.filter(({ quarter }) => quarter === main).map(({ text }) => turn(text));
}

function isOnLine({ y, size }: PlacedText, line: readonly PlacedText[]): boolean {
  return line.some((other) => Math.abs(other.y - y) <= 0.4 * Math.min(other.size, size));
}

function joinLine(line: readonly PlacedText[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (const { angle: _, ...next } of line) {
    const last = runs.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : next.x - (last.x + last.width);
    const size = Math.max(next.size, last?.size ?? 0);
    // A text printed twice, slightly moved, is bold.
    if (last !== undefined && last.text === next.text && Math.abs(last.x - next.x) < 0.3 * size) continue;
    if (last === undefined || gap > COLUMN_GAP * size) runs.push(next);
    else {
      const needsSpace = gap > SPACE_GAP * size && !/\s$/u.test(last.text) && !/^\s/u.test(next.text);
      const isUnsure = last.isUnsure === true || next.isUnsure === true;
      const text = `${last.text}${needsSpace ? ' ' : ''}${next.text}`;
      runs[runs.length - 1] = {
        ...last,
        text,
        width: Math.max(last.width, next.x + next.width - last.x),
        size,
        ...(isUnsure ? { isUnsure } : {}),
      };
    }
  }
  return runs
    .flatMap(splitAtColumns)
    .map(cleaned)
    .filter(({ text }) => text !== '');
}

/** Texts with three spaces or more between them stand in columns, as a typewriter makes them. */
function splitAtColumns(run: TextRun): readonly TextRun[] {
  const letter = run.width / Math.max(1, run.text.length);
  return [...run.text.matchAll(/\S+(?:\s{1,2}\S+)*/gu)].map(({ 0: text, index }) => ({
    ...run,
    text,
    x: run.x + index * letter,
    width: text.length * letter,
  }));
}

function cleaned(run: TextRun): TextRun {
  const text = run.text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const round = (value: number) => Math.round(value * 10) / 10;
  return { ...run, text, x: round(run.x), y: round(run.y), width: round(run.width), size: round(run.size) };
}
