import type { Person } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { Refusal } from '../refusal.ts';

/** Returns the person with an id, a name or a unique beginning of one. Throws `Refusal` when none or several match. */
export function findPersonOrRefuse(typed: string, people: readonly Person[], words: Words): Person {
  const query = typed.trim().replace(/^@/u, '').toLowerCase();
  const exact = people.filter(({ personId, name }) => personId === query || name.toLowerCase() === query);
  const prefixed = people.filter(({ name }) => query !== '' && name.toLowerCase().startsWith(query));
  const found = exact.length > 0 ? exact : prefixed;
  const [person, ...others] = found;
  if (person === undefined) throw new Refusal(words.team.notFound(typed.slice(0, 60)));
  const names = found.slice(0, 5).map(({ name }) => name);
  if (others.length > 0) throw new Refusal(words.team.several(typed.slice(0, 60), names));
  return person;
}
