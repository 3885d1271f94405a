import { type Run, runsOf, type Text } from './text.ts';

const SEGMENTER = new Intl.Segmenter();

/** The text, or as many whole characters of it as fit with a visible `…`. The only place where anything is cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let stored = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (stored.length + segment.length > max - 1) break;
    stored += segment;
  }
  return `${stored.trimEnd()}…`;
}

/** A text's runs without the empty ones, cut at the end of what fits; a link without words shows its address. */
export function shortenRuns(text: Text, max: number): readonly Run[] {
  const stored: Run[] = [];
  let room = max;
  for (const run of runsOf(text)) {
    const [words, rebuild] = taken(run);
    if (words === '') continue;
    if (room <= 0) break;
    stored.push(rebuild(shorten(words, room)));
    room -= words.length;
  }
  return stored;
}

function taken(run: Run): [string, (words: string) => Run] {
  if (typeof run === 'string') return [run, (words) => words];
  if ('bold' in run) return [run.bold, (bold) => ({ bold })];
  return [run.link === '' ? run.url : run.link, (link) => ({ link, url: run.url })];
}
