import type { Action, Block } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** A public feed for a team, with the short names of the certifications that it fits. */
export interface SuggestedSource {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly certifications: readonly string[];
}

/** Certifications of a suggestion that are named one by one. */
const MAX_NAMED = 4;

/** One row for each suggested feed, with the button that turns it on. */
export function suggestedRows(suggested: readonly SuggestedSource[], words: Words): readonly Block[] {
  const phrases = words.opportunity;
  return suggested.map(({ id, name, address, certifications }) => {
    const named = certifications.slice(0, MAX_NAMED);
    const others = certifications.length - named.length;
    const list = words.list(others === 0 ? named : [...named, phrases.others(others)]);
    const host = URL.parse(address)?.host ?? '';
    return {
      kind: 'item',
      title: [{ bold: name }],
      detail: `${phrases.fitsFor(list)} · ${host}`,
      action: { label: phrases.turnOn, command: 'sources', args: { start: id } },
    };
  });
}

/** The button that turns on all suggested feeds; none for a single one. */
export function turnOnAll(suggested: readonly SuggestedSource[], words: Words): Action | undefined {
  if (suggested.length < 2) return undefined;
  const start = suggested.map(({ id }) => id).join(',');
  return { label: words.opportunity.turnOnAll(suggested.length), command: 'sources', args: { start } };
}
