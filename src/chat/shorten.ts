import { type Run, runsOf, type Text } from './text.ts';

const SEGMENTER = new Intl.Segmenter();

/** The text, or as many whole characters of it as fit with a visible `…`. The only place where anything is cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text's runs without the empty ones, cut at the end of what fits; a link without words shows its address. */
export function shortenRuns(text: Text, most: number): readonly Run[] {
  const kept: Run[] = [];
  let room = most;
  for (const run of runsOf(text)) {
    const [words, rebuild] = taken(run);
    if (words === '') continue;
    if (room <= 0) break;
    kept.push(rebuild(shorten(words, room)));
    room -= words.length;
  }
  return kept;
}

function taken(run: Run): [string, (words: string) => Run] {
  if (typeof run === 'string') return [run, (words) => words];
  if ('bold' in run) return [run.bold, (bold) => ({ bold })];
  return [run.link === '' ? run.url : run.link, (link) => ({ link, url: run.url })];
}
