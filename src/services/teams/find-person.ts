import type { Person } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { Refusal } from '../refusal.ts';

/** The person somebody means by an id, a name or the beginning of one; refused in words where that is nobody, or several. */
export function findPersonOrRefuse(typed: string, everybody: readonly Person[], words: Words): Person {
  const query = typed.trim().replace(/^@/u, '').toLowerCase();
  const exact = everybody.filter(({ personId, name }) => personId === query || name.toLowerCase() === query);
  const begins = everybody.filter(({ name }) => query !== '' && name.toLowerCase().startsWith(query));
  const found = exact.length > 0 ? exact : begins;
  const [one, ...others] = found;
  if (one === undefined) throw new Refusal(words.team.nobody(typed.slice(0, 60)));
  const names = found.slice(0, 5).map(({ name }) => name);
  if (others.length > 0) throw new Refusal(words.team.several(typed.slice(0, 60), names));
  return one;
}
