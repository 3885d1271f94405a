import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { aCertification, aRenewal, type RenewalInShort } from '../../domain/rules.ts';

const CYCLE = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };

/** A holding of an invented certification with this code, in its first cycle and without entries. */
export function aCreditHolding(
  code: string,
  rules: RenewalInShort = {},
  over: Partial<CreditHolding> = {},
): CreditHolding {
  const renewal = aRenewal(rules);
  return {
    holdingId: `h-${code}`,
    personId: 'p',
    number: '',
    certification: aCertification({ code, short: code.toUpperCase(), renewal }),
    renewal,
    cycle: CYCLE,
    cycles: [CYCLE],
    entries: [],
    ...over,
  };
}
