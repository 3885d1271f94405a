import type { Catalogue } from '../../catalogue/index.ts';
import { overlay } from '../../catalogue/overlay.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** The catalogue as one workspace sees it: its own rules in place of those of the same code. */
export async function workspaceCatalogue(
  { customRules: rules }: Pick<WorkspaceData, 'customRules'>,
  base: Catalogue,
): Promise<Catalogue> {
  return overlay(base, await rules.all()).catalogue;
}
