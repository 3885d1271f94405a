import type { Pace } from './pace.ts';
import { TOTAL } from './renewal-terms.ts';
import type { CreditStanding } from './standing.ts';

/** Returns the paces that are shown: recommendations only while the total is not met; where there is no total, always. */
export function shownPaces({ paces }: Pick<CreditStanding, 'paces'>): readonly Pace[] {
  const isTotalMet = paces.some(({ requirement, status }) => requirement.id === TOTAL && status === 'met');
  return isTotalMet ? paces.filter(({ requirement }) => requirement.severity === 'hard') : paces;
}
