import { type AuditState, auditState, type ProvableRecord } from './audit-ready.ts';
import { type Day, daysBetween } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import type { Certification } from './certification.ts';
import { CARRY_OVER } from './count-credits.ts';
import { type Credits, sum } from './credit.ts';
import type { Entry, HoldingHistory } from './holding.ts';
import { claimRetainedUntil } from './retention.ts';
import { creditStanding } from './standing.ts';

/** An entry with the record fields that an auditor checks. */
export type ProvableEntry = Entry & { readonly record: ProvableRecord };

/** A holding whose entries have the record fields that an auditor checks. */
export type ProvableHolding = HoldingHistory<ProvableEntry>;

/** Counted credits whose proof the body would not accept. */
export interface DebtEntry {
  readonly certification: Certification;
  /** The first day of the cycle in which they count. */
  readonly cycle: Day;
  readonly entry: ProvableEntry;
  /** The counted credits, in hundredths. */
  readonly credits: Credits;
  readonly state: Exclude<AuditState, { readonly kind: 'ready' }>;
  /** Whole days since the activity ended. */
  readonly days: number;
}

/** Counted credits that were stated, not itemised, and that the body's portal does not show as accepted. */
export interface StatedDebt {
  readonly certification: Certification;
  /** The first day of the cycle in which they count. */
  readonly cycle: Day;
  /** The day for which they are stated. */
  readonly on: Day;
  readonly credits: Credits;
  /** Whole days since then. */
  readonly days: number;
}

/** Of the credits of a certification that are still to be proved, how many would not be. */
interface CertificationDebt {
  readonly certification: Certification;
  /** Counted credits within their retention, in hundredths. */
  readonly counted: Credits;
  readonly inDebt: Credits;
}

/** The documentation debt of a member. */
export interface Debt {
  /** In the order of the holdings; what is not renewed by credits is left out. */
  readonly byCertification: readonly CertificationDebt[];
  /** The oldest first, then by time of entry. */
  readonly entries: readonly DebtEntry[];
  /** The oldest first. */
  readonly stated: readonly StatedDebt[];
}

/**
 * The documentation debt on a day: credits that count, of cycles whose records must still be kept, without proof that the body
 * would take. Credits that do not count are none, nor is what was carried over: its records stand in the cycle before.
 */
export function debtOf(holdings: readonly ProvableHolding[], today: Day): Debt {
  const certified = holdings.flatMap((holding) => {
    const provable = provableIn(holding, today);
    return provable === undefined ? [] : [{ certification: holding.certification, provable }];
  });
  const byCertification = certified.map(({ certification, provable: { entries, stated } }) => ({
    certification,
    counted: creditsOf(entries) + creditsOf(stated),
    inDebt: creditsOf(entries.filter(isDebt)) + creditsOf(stated.filter(({ accepted }) => !accepted)),
  }));
  const entries = certified.flatMap(({ provable }) => provable.entries.filter(isDebt));
  const stated = certified.flatMap(({ provable }) => provable.stated.filter(({ accepted }) => !accepted));
  return {
    byCertification,
    entries: entries.sort(oldestFirst),
    stated: stated.map(({ accepted: _, ...one }) => one).sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

function creditsOf(some: readonly { readonly credits: Credits }[]): Credits {
  return sum(some.map(({ credits }) => credits));
}

/** The counted credits of a holding that are still to be proved: of records, and stated ones. */
interface ProvableCredits {
  readonly entries: readonly Provable[];
  readonly stated: readonly (StatedDebt & { readonly accepted: boolean })[];
}

type Provable = Omit<DebtEntry, 'state'> & { readonly state: AuditState };

function isDebt(one: Provable): one is DebtEntry {
  return one.state.kind !== 'ready';
}

/** Returns each counted entry within its retention once; if cycles overlap, in the last one. */
function provableIn(holding: ProvableHolding, today: Day): ProvableCredits | undefined {
  const { certification, cycles, entries, openings } = holding;
  const { renewal, upkeep } = certification;
  if (renewal.kind !== 'credits') return undefined;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const provable = new Map<string, Provable>();
  const stated = new Map<Day, ProvableCredits['stated'][number]>();
  for (const cycle of cycles) {
    const { counted } = creditStanding({ renewal, cycle, entries, openings }, today, 0);
    const start = cycle.cycle.start;
    for (const { entry: id, end, credits } of counted.cyclic.get(WHOLE) ?? []) {
      const opening = counted.openings.find((one) => one.id === id)?.opening;
      if (opening !== undefined && claimRetainedUntil({ certification, cycle, ended: end }) >= today) {
        const { on, accepted = false } = opening;
        stated.set(on, { certification, cycle: start, on, credits, days: daysBetween(on, today), accepted });
      }
      const entry = id === CARRY_OVER ? undefined : byId.get(id);
      if (entry === undefined || claimRetainedUntil({ certification, cycle, ended: entry.end }) < today) continue;
      const state = auditState(upkeep.evidence, entry.record);
      const days = daysBetween(entry.end, today);
      provable.set(id, { certification, cycle: start, entry, credits, state, days });
    }
  }
  return { entries: [...provable.values()], stated: [...stated.values()] };
}

function oldestFirst({ entry: one }: DebtEntry, { entry: other }: DebtEntry): number {
  if (one.end !== other.end) return one.end < other.end ? -1 : 1;
  return one.order - other.order;
}
