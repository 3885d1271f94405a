import type { WorkspaceData } from '../store/store.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { withPreferences } from './person-preferences.ts';

/** Returns the words in the language of a person's preferences or profile. */
export async function wordsForPerson(personId: string, { people, preferences }: WorkspaceData): Promise<Words> {
  const person = await people.get(personId);
  return wordsFor(person === null ? undefined : withPreferences(person, await preferences.of(personId)).locale);
}
