import type { Catalogue } from '../../catalogue/index.ts';
import { overlay } from '../../catalogue/overlay.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Data } from '../data-with-catalogue.ts';

/** Returns the catalogue of a workspace: its custom rules replace those of the same code. */
export async function workspaceCatalogue(
  { customRules: rules }: Pick<WorkspaceData, 'customRules'>,
  base: Catalogue,
): Promise<Catalogue> {
  return overlay(base, await rules.all()).catalogue;
}

/** Adds the catalogue of the workspace to its data. */
export async function withCatalogue(data: WorkspaceData, base: Catalogue): Promise<Data> {
  return { ...data, catalogue: await workspaceCatalogue(data, base) };
}
