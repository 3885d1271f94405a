import type { PageText, TextRun } from './page-text.ts';

/** Text in one place: a line, or the lines that a longer text wraps to. */
export interface TextBlock {
  readonly text: string;
  readonly x: number;
  /** The base line of its first line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly lines: readonly TextRun[];
  /** The number of its page, from 0. */
  readonly page: number;
}

/** Base lines that are further apart, in sizes of their letters, belong to different texts. */
const LINE_GAP = 1.75;

/** Returns the blocks of all pages in reading order: from the top, then from the left. */
export function findBlocks(pages: readonly PageText[]): readonly TextBlock[] {
  return pages.flatMap(({ runs }, page) => {
    const blocks: TextRun[][] = [];
    for (const run of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
      const isCell = runs.some((other) => other.x < run.x && isSameLine(other, run));
      const before = blocks.findLast((lines) => continues(lines, run));
      if (before === undefined || isCell) blocks.push([run]);
      else before.push(run);
    }
    return blocks.map((lines) => blockOf(lines, page)).sort((a, b) => a.y - b.y || a.x - b.x);
  });
}

/** Whether two runs stand on one line. */
export function isSameLine(one: TextRun, other: TextRun): boolean {
  return Math.abs(one.y - other.y) <= 0.4 * Math.min(one.size, other.size);
}

function blockOf(lines: readonly TextRun[], page: number): TextBlock {
  const x = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.x + line.width)) - x;
  const { y = 0, size = 0 } = lines[0] ?? {};
  return {
    text: lines
      .map(({ text }) => text)
      .join(' ')
      .replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1'),
    x,
    y,
    width,
    size,
    lines,
    page,
  };
}

/** Whether a line goes on where the last line of a block ends: same letters, aligned, close, and broken because the next word didn't fit. */
function continues(lines: readonly TextRun[], next: TextRun): boolean {
  const last = lines.at(-1);
  if (last === undefined || Math.abs(last.size - next.size) > 0.06 * next.size) return false;
  const gap = next.y - last.y;
  if (gap <= 0.4 * next.size || gap > LINE_GAP * next.size) return false;
  const centre = ({ x, width }: TextRun) => x + width / 2;
  const isAligned =
    Math.abs(last.x - next.x) < 0.4 * next.size || Math.abs(centre(last) - centre(next)) < 0.8 * next.size;
  if (!isAligned || STARTS_ANEW.test(next.text)) return false;
  const word = (/^\S+/u.exec(next.text)?.[0].length ?? 0) * (next.width / Math.max(1, next.text.length));
  const column = Math.max(...lines.map(({ width }) => width), next.width);
  // The width of the word is an average, so it gets some room.
  return last.width + word + next.size > column;
}

/** A label, a point of a list, or a new kind of statement. */
const STARTS_ANEW = /^(?:[•*–-]\s|\p{Lu}[\p{L} .]{1,28}:\s|https?:)/u;
