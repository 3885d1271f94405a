import type { AuditState } from './audit-ready.ts';
import type { Day } from './calendar.ts';
import { cutsOf } from './change.ts';
import { type Credits, sum } from './credit.ts';
import { claimed, type Entry } from './holding.ts';
import type { CreditStanding } from './standing.ts';

/** An entry whose counted credits could not be proved today. */
export interface Owed {
  readonly entry: string;
  readonly end: Day;
  /** Counted credits; what does not count needs no proof. */
  readonly credits: Credits;
  readonly state: AuditState;
}

/** What of a cycle's counted credits could not be proved today, the oldest first. */
export interface Debt {
  readonly owed: readonly Owed[];
  readonly inDebt: Credits;
  readonly counted: Credits;
}

/**
 * The documentation debt of one cycle. `entries` are those allocated to it, `stateOf` what the body would say to each of them. Source:
 * DOMAIN, section 1.
 */
export function debtOf(
  standing: CreditStanding,
  entries: readonly Entry[],
  stateOf: (entry: string) => AuditState,
): Debt {
  const counted = entries.map((entry) => ({
    entry: entry.id,
    end: entry.end,
    credits: claimed(entry) - sum(cutsOf(standing, entry.id).map(({ credits }) => credits)),
    state: stateOf(entry.id),
  }));
  const owed = counted
    .filter(({ credits, state }) => credits > 0 && state.kind !== 'ready')
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  const total = (some: readonly Owed[]) => sum(some.map(({ credits }) => credits));
  return { owed, inDebt: total(owed), counted: total(counted) };
}
