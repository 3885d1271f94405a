import type { CreditsProblem } from '../domain/credit.ts';
import type { Words } from '../strings/index.ts';

/** Returns the error text for credits that can't be read. */
export function creditsProblemText(problem: CreditsProblem, typed: string, { log: phrases }: Words): string {
  const texts = {
    unreadable: phrases.unreadable(typed),
    negative: phrases.negative,
    'too-fine': phrases.tooFine,
    'too-large': phrases.tooLarge,
  };
  return texts[problem];
}
