import type { Catalogue } from '../catalogue/index.ts';
import { type TakenOver, takeOver } from '../commands/take-over.ts';
import { broughtAlong } from '../core/brought-along.ts';
import { workspaceCatalogue } from '../core/workspace-catalogue.ts';
import { dayIn } from '../domain/calendar.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import type { Vault } from '../vault/vault.ts';
import { BadTable } from './bad-table.ts';

const MOST_PROBLEMS = 20;

interface Parts {
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly vault: Vault | undefined;
}

/** Takes over for a member what `export mine` wrote elsewhere, all of it or nothing. Throws `BadTable` with a line for each thing that is wrong. */
export async function takeOverFile(
  data: WorkspaceData,
  { path, personId }: { readonly path: string; readonly personId: string },
  { catalogue, now, vault }: Parts,
): Promise<TakenOver> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error('Somebody was found and is not there.');
  const words = wordsFor('en-GB');
  const brought = await broughtAlong(path, data.workspace.workspaceId, vault);
  if (brought === undefined) throw new BadTable([words.import.over.none], 1);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const merged = await workspaceCatalogue(data, catalogue);
  const taken = await takeOver(brought, { personId, data, catalogue: merged, today, now, words });
  if ('lines' in taken) throw new BadTable(taken.lines, MOST_PROBLEMS);
  return taken;
}
