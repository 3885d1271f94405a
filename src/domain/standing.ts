import { addDays, type Day, daysBetween, type Span, within } from './calendar.ts';
import type { Certification, CreditRenewal, ExamRenewal } from './certification.ts';
import { type Counted, countCredits, type Entry, type HoldingCycle } from './count.ts';
import { bindingOf, type Pace, paceOf } from './pace.ts';
import { requirementsOf } from './requirement.ts';

/** Where one holding stands on one day. */
export type Standing = CreditStanding | ExamStanding | { readonly kind: 'never-expires' };

/** A holding renewed by credits: the pace of every requirement, and the binding one. */
export interface CreditStanding {
  readonly kind: 'credits';
  readonly renewal: CreditRenewal;
  readonly cycle: Span;
  readonly paces: readonly Pace[];
  /** Absent while no hard window has begun. */
  readonly binding?: Pace;
  readonly counted: Counted;
}

/** A holding renewed by an exam or assessment: the days in which it can be taken, and the days until it expires. */
export interface ExamStanding {
  readonly kind: 'exam';
  readonly renewal: ExamRenewal;
  readonly expiry: Day;
  readonly window: Span;
  readonly isOpen: boolean;
  readonly daysLeft: number;
}

/** A member's certification as it is kept; `cycle` is absent for what never expires. */
export interface Held {
  readonly certification: Certification;
  readonly cycle?: HoldingCycle | undefined;
  readonly entries: readonly Entry[];
}

/** Where a holding stands on `today`, as if no later activities existed. */
export function standingOf({ certification, cycle, entries }: Held, today: Day, tolerance: number): Standing {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires' || cycle === undefined) return { kind: 'never-expires' };
  if (renewal.kind !== 'credits') return examStanding(renewal, cycle.cycle, today);
  const counted = countCredits(renewal, cycle, entries, today);
  const paces = requirementsOf(renewal, cycle.cycle).map((requirement) =>
    paceOf(requirement, counted, today, tolerance),
  );
  const binding = bindingOf(paces);
  const standing = { kind: 'credits', renewal, cycle: cycle.cycle, paces, counted } as const;
  return binding === undefined ? standing : { ...standing, binding };
}

function examStanding(renewal: ExamRenewal, cycle: Span, today: Day): ExamStanding {
  const expiry = cycle.end;
  const opens = renewal.opensDaysBefore === undefined ? cycle.start : addDays(expiry, -renewal.opensDaysBefore.value);
  const window = { start: opens, end: addDays(expiry, renewal.closesDaysAfter?.value ?? 0) };
  const daysLeft = Math.max(0, daysBetween(today, expiry) + 1);
  return { kind: 'exam', renewal, expiry, window, isOpen: within(window, today), daysLeft };
}
