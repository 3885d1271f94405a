import { distance } from 'fastest-levenshtein';
import type { CommandWord } from './interpreted-line.ts';

/** Returns the word nearest to a typed one: at most a third of the letters may differ; the same letters in another order always match. */
export function nearestWord(typed: string, words: readonly CommandWord[]): CommandWord | undefined {
  const word = typed
    .toLowerCase()
    .replace(/^\W+|[\s.,;:!?]+$/gu, '')
    .slice(0, 40);
  if (word === '') return undefined;
  const ranked = words.map((one) => ({ one, off: difference(word, one[0]) })).sort((a, b) => a.off - b.off);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const max = Math.max(1, Math.floor(Math.min(word.length, best.one[0].length) / 3));
  return best.off <= max && best.off < word.length - 1 ? best.one : undefined;
}

function difference(typed: string, name: string): number {
  const letters = (text: string) => [...text].sort().join('');
  return letters(typed) === letters(name) ? Math.min(1, distance(typed, name)) : distance(typed, name);
}
