import type { DateRange, Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { type Deadline, dueDeadlines, lifecycleOf } from '../domain/deadlines.ts';
import type { HoldingCycle } from '../domain/holding.ts';
import { sharersOn } from '../domain/shared-fees.ts';
import type { Certainty } from '../domain/sourced-value.ts';
import type { Words } from '../strings/index.ts';

interface DatedCycle {
  readonly certification: Certification;
  readonly cycle: DateRange;
  /** The event by which another certification renewed it. */
  readonly renewedBy?: HoldingCycle['renewedBy'];
  /** The day it expires is named beside it already. */
  readonly isExpiryNamed?: boolean;
  /** No credits are required in the cycle. */
  readonly requiresNothing?: boolean;
}

/** Returns the deadlines of a cycle in one line: earn by, report by, pay by, expires. */
export function deadlineLine(
  { certification, cycle, renewedBy, isExpiryNamed = false, requiresNothing = false }: DatedCycle,
  today: Day,
  words: Words,
): string {
  return dueDeadlines(certification, { cycle, renewedBy }, today)
    .filter(({ kind }) => !(kind === 'expires' && isExpiryNamed) && !(kind === 'earn' && requiresNothing))
    .map((deadline) => deadlineText(deadline, { body: certification.body, cycle, today }, words))
    .join(' → ');
}

/** Certainties of what the body itself says; any other is named beside a fee. */
const OWN: readonly Certainty[] = ['O', 'P'];

/** The day on which it is looked at, the body, and the cycle: credits may also be earned in a grace after it. */
interface DeadlineContext {
  readonly body: string;
  readonly cycle: DateRange;
  readonly today: Day;
}

function deadlineText(deadline: Deadline, { body, cycle, today }: DeadlineContext, words: Words): string {
  const phrases = words.certs;
  switch (deadline.kind) {
    case 'earn':
      if (deadline.day === cycle.end) return phrases.earnBy(deadline.day);
      return today > cycle.end ? phrases.earnInGrace(deadline.day) : phrases.earnByOrInGrace(cycle.end, deadline.day);
    case 'report':
      return phrases.reportBy(deadline.day);
    case 'expires':
      return phrases.expires(deadline.day);
    case 'pay': {
      const { name, amount, others, currency } = deadline.fee;
      const fee = words.fee(amount.value, others?.value, currency);
      const due = phrases.payBy(deadline.day, words.catalogueText(name), fee);
      const sharers = sharersOn(deadline.fee, today);
      const once = sharers.length === 0 ? due : `${due}, ${phrases.onceFor(words.list(sharers))}`;
      return OWN.includes(amount.certainty) ? once : `${once} (${words.certainty(amount.certainty, body)})`;
    }
  }
}

/** Returns the lifecycle state of a holding (in grace, suspended, expired), or undefined while it is active. */
export function lifecycleText({ certification, cycle }: DatedCycle, today: Day, words: Words): string | undefined {
  const lifecycle = lifecycleOf(certification, cycle, today);
  const phrases = words.certs;
  switch (lifecycle.kind) {
    case 'active':
      return undefined;
    case 'grace':
      return phrases.inGrace(lifecycle.until);
    case 'suspended':
      return phrases.suspended(lifecycle.until);
    case 'expired':
      return phrases.expired(lifecycle.since);
  }
}
