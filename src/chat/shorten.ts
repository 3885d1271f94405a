import { type Run, runsOf, type Text } from './text.ts';

const SEGMENTER = new Intl.Segmenter();

/** Shortens a text to `max` UTF-16 units at a whole character, with `…` at the end. Texts are cut nowhere else. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let shortened = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (shortened.length + segment.length > max - 1) break;
    shortened += segment;
  }
  return `${shortened.trimEnd()}…`;
}

/** Shortens a text to `max` UTF-16 units, without empty runs; a link without a label shows its address. */
export function shortenRuns(text: Text, max: number): readonly Run[] {
  const shortened: Run[] = [];
  let room = max;
  for (const run of runsOf(text)) {
    const [label, rebuild] = labelOf(run);
    if (label === '') continue;
    if (room <= 0) break;
    shortened.push(rebuild(shorten(label, room)));
    room -= label.length;
  }
  return shortened;
}

/** The visible text of a run, and a function that makes the same run with another text. */
function labelOf(run: Run): [string, (label: string) => Run] {
  if (typeof run === 'string') return [run, (label) => label];
  if ('bold' in run) return [run.bold, (bold) => ({ bold })];
  if ('mention' in run) return [run.mention, () => run];
  return [run.link === '' ? run.url : run.link, (link) => ({ link, url: run.url })];
}
