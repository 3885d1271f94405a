import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { labelsOfPeople } from '../person-labels.ts';

/** Returns the names that a report prints, by person. People of one name are told apart by their handle or address on the platform. */
export async function loadReportNames(
  { people }: Pick<WorkspaceData, 'people'>,
  words: Words,
): Promise<ReadonlyMap<string, string>> {
  const identities = await people.withIdentities();
  const labelOf = labelsOfPeople(identities, words);
  const known = new Set(identities.map(({ personId }) => personId));
  return new Map(
    (await people.all()).map(({ personId, name }) => [personId, known.has(personId) ? labelOf(personId) : name]),
  );
}
