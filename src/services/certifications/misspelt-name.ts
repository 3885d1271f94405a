import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';
import { editDistance } from '../../domain/edit-distance.ts';

/** In letters; shorter names are too near to other words. */
const MIN_LENGTH = 4;

/** Returns the certification whose short name a word nearly is, but not exactly: `csia`, `cisp`. */
export function findMisspelt(word: string, { all, find }: Pick<Catalogue, 'all' | 'find'>): Certification | undefined {
  const typed = word.toLowerCase();
  if (!/^[\p{L}\p{N}+]+$/u.test(typed) || typed.length < MIN_LENGTH || find(typed) !== undefined) return undefined;
  return all.find(({ short }) => isNear(typed, short.toLowerCase()));
}

/** One letter more, less or other, or two neighbours swapped. */
function isNear(typed: string, name: string): boolean {
  if (name.length < MIN_LENGTH) return false;
  if (editDistance(typed, name, 1) <= 1) return true;
  if (typed.length !== name.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== name[index]);
  const swapped = `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at] ?? ''}${typed.slice(at + 2)}`;
  return swapped === name;
}
