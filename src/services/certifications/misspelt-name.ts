import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';
import { slipBetween } from '../../domain/misspelling.ts';

/** Returns the certification whose short name a word nearly is, but not exactly: `csia`, `cisp`. */
export function findMisspelt(word: string, { all, find }: Pick<Catalogue, 'all' | 'find'>): Certification | undefined {
  const typed = word.toLowerCase();
  if (!/^[\p{L}\p{N}+]+$/u.test(typed) || find(typed) !== undefined) return undefined;
  return all.find(({ short }) => slipBetween(typed, short.toLowerCase()) !== undefined);
}
