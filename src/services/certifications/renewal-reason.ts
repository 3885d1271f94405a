import type { Day } from '../../domain/calendar.ts';
import type { Certification, RenewsRule } from '../../domain/certification.ts';
import { cycleOn } from '../../domain/renewal-by-another.ts';
import { type Standing, standingOf } from '../../domain/standing.ts';
import type { MemberHolding } from './member-holding.ts';

/** The date and the tolerance for which a standing is asked. */
export interface StandingQuestion {
  readonly day: Day;
  /** In days. */
  readonly tolerance: number;
}

/** Why a holding counts as renewed by another certification, and how it would stand without. */
export interface RenewalReason {
  readonly holding: MemberHolding;
  readonly other: Certification;
  readonly rule: RenewsRule;
  /** The day of the event. */
  readonly on: Day;
  /** The last day of the cycle as the event moved it. */
  readonly end: Day;
  readonly without: Standing;
}

/** Returns why a holding is renewed by another of the same person on a day, or undefined if it isn't. */
export function renewalReasonOf(
  holding: MemberHolding,
  all: readonly MemberHolding[],
  question: StandingQuestion,
): RenewalReason | undefined {
  if (holding.cycle === undefined) return undefined;
  const { code } = holding.certification;
  const { renewedBy, cycle } = cycleOn(holding.cycle, holding.certification, question.day);
  const other = all.find(({ certification }) => certification.short === renewedBy?.short)?.certification;
  const rule = other?.sharing.renews?.find(({ codes }) => codes.includes(code));
  if (renewedBy === undefined || other === undefined || rule === undefined) return undefined;
  const without = standingWithout(holding, other, question);
  return { holding, other, rule, on: renewedBy.on, end: cycle.end, without };
}

/** Returns the holdings that one renews and that would stand otherwise without it. */
export function renewalsTakenBack(
  removed: MemberHolding,
  all: readonly MemberHolding[],
  question: StandingQuestion,
): readonly RenewalReason[] {
  const others = all.filter(({ holdingId }) => holdingId !== removed.holdingId);
  return others.flatMap((holding): readonly RenewalReason[] => {
    const reason = renewalReasonOf(holding, all, question);
    return reason?.other.code === removed.certification.code ? [reason] : [];
  });
}

/** Returns the standing of a holding as if another certification had never been there. */
function standingWithout(
  holding: MemberHolding,
  { short }: Certification,
  { day, tolerance }: StandingQuestion,
): Standing {
  const { cycle } = holding;
  const renewals = cycle?.renewals?.filter((event) => event.short !== short);
  return standingOf({ ...holding, cycle: cycle && { ...cycle, renewals } }, day, tolerance);
}
