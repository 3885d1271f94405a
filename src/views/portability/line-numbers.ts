import type { Words } from '../../strings/index.ts';

/** Maximum numbers and ranges of lines that a text lists. */
const MAX_RANGES = 12;

/** Returns line numbers as a list with ranges: `2, 5–9 and 12`; `…` stands for those beyond the maximum. */
export function lineNumbersText(lines: readonly number[], words: Words): string {
  const ranges: [number, number][] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const texts = ranges.flatMap(([from, to]) =>
    to > from + 1 ? [`${from}–${to}`] : to > from ? [`${from}`, `${to}`] : [`${from}`],
  );
  return words.list(texts.length > MAX_RANGES ? [...texts.slice(0, MAX_RANGES), '…'] : texts);
}
