import { editDistance } from './edit-distance.ts';

/** In letters; shorter names are too near to other words. */
const MIN_LENGTH = 4;

/** How a typed word differs from a name: a letter is missing or too many, two neighbours are swapped, or a letter is another. */
export type Slip = 'length' | 'swap' | 'letter';

/** Returns by which single slip of the fingers a word is not a name; undefined if it is the name, needs more than one, or either is short. */
export function slipBetween(typed: string, name: string): Slip | undefined {
  if (typed.length < MIN_LENGTH || name.length < MIN_LENGTH || typed === name) return undefined;
  if (isSwapped(typed, name)) return 'swap';
  if (editDistance(typed, name, 1) > 1) return undefined;
  return typed.length === name.length ? 'letter' : 'length';
}

function isSwapped(typed: string, name: string): boolean {
  if (typed.length !== name.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== name[index]);
  return `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at] ?? ''}${typed.slice(at + 2)}` === name;
}
