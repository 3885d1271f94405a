import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** The ids of the sources to turn on, to turn off or to remove. */
interface SourceChange {
  readonly on?: string | undefined;
  readonly off?: string | undefined;
  readonly remove?: string | undefined;
}

/** Turns a source on or off, or removes one. Throws `Refusal` if it doesn't exist. */
export async function changeSources({ on, off, remove }: SourceChange, { request, data }: Scope): Promise<void> {
  const missing = () => new Refusal(request.words.opportunity.gone);
  const turned = on ?? off;
  if (turned !== undefined && !(await data.opportunities.setEnabled(turned, on !== undefined))) throw missing();
  if (remove !== undefined && !(await data.opportunities.removeSource(remove))) throw missing();
}
