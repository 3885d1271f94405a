import type { Action } from '../chat/card.ts';
import { statedCredits } from '../domain/opening-balance-credits.ts';
import type { CreditStanding } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';

/** Returns how much of a counted total is stated, not itemised, and how much of what was stated gave way to records; empty for nothing. */
export function statedText({ counted, renewal }: CreditStanding, words: Words): string {
  const { counted: credits, stated, covered } = statedCredits(counted);
  if (stated === 0) return '';
  const ofIt = words.opening.ofIt(words.credits(credits, renewal.unit));
  return covered === 0 ? ofIt : `${ofIt}; ${words.opening.covered(covered, stated)}`;
}

/** The button to the form for credits earned before recert was used. */
export function openingAction(code: string, words: Words): Action {
  return { label: words.opening.button, command: 'edit', args: { opening: code }, opensForm: true };
}
