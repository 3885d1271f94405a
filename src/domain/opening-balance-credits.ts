import { WHOLE } from './category-tree.ts';
import type { Counted } from './count-credits.ts';
import { type Credits, sum } from './credit.ts';
import { claimed } from './holding.ts';
import { isOpening } from './opening-balance-contributions.ts';

/** What the opening balances of a cycle come to, in hundredths. */
export interface StatedCredits {
  /** Of the counted total. */
  readonly counted: Credits;
  /** As stated. */
  readonly stated: Credits;
  /** Stated credits that records have taken the place of. */
  readonly covered: Credits;
}

/** Returns what the opening balances of a cycle come to. */
export function statedCredits({ cyclic, openings }: Pick<Counted, 'cyclic' | 'openings'>): StatedCredits {
  const contributions = (cyclic.get(WHOLE) ?? []).filter(({ entry }) => isOpening(entry));
  const stated = sum(openings.map(({ opening }) => claimed(opening)));
  return {
    counted: sum(contributions.map(({ credits }) => credits)),
    stated,
    covered: stated - sum(openings.map(({ left }) => claimed({ parts: left }))),
  };
}
