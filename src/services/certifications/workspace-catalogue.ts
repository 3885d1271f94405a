import type { Catalogue } from '../../catalogue/index.ts';
import { overlay } from '../../catalogue/overlay.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Data } from '../data.ts';

/** The catalogue as one workspace sees it: its own rules in place of those of the same code. */
export async function workspaceCatalogue(
  { customRules: rules }: Pick<WorkspaceData, 'customRules'>,
  base: Catalogue,
): Promise<Catalogue> {
  return overlay(base, await rules.all()).catalogue;
}
/** The data of a workspace with the catalogue as this workspace sees it. */
export async function withCatalogue(data: WorkspaceData, base: Catalogue): Promise<Data> {
  return { ...data, catalogue: await workspaceCatalogue(data, base) };
}
