import { asWished } from '../commands/as-wished.ts';
import type { WorkspaceData } from '../store/store.ts';
import { type Words, wordsFor } from '../strings/index.ts';

/** In which words a person reads. */
export async function wordsOf(personId: string, { people, preferences }: WorkspaceData): Promise<Words> {
  const person = await people.get(personId);
  return wordsFor(person === null ? undefined : asWished(person, await preferences.of(personId)).locale);
}
