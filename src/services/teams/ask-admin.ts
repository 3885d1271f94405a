import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { Refusal } from '../refusal.ts';

/** Admins that a refusal names. */
const MAX_NAMED = 3;

/** Returns the refusal of something that only an admin can do, with the admins to ask. */
export async function refusalOfNonAdmin(
  text: string,
  { people, preferences }: WorkspaceData,
  { failure }: Words,
): Promise<Refusal> {
  const admins = (await people.some({ role: 'admin' })).filter(({ name }) => name !== '');
  const preferencesById = await preferences.some(admins.map(({ personId }) => personId));
  const present = admins.filter(({ personId }) => !preferencesById.get(personId)?.leftOn);
  return new Refusal(`${text} ${failure.askAdmin(present.slice(0, MAX_NAMED).map(({ name }) => name))}`);
}
