import type { DateRange, Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { type Deadline, deadlinesOf, lifecycleOf } from '../domain/deadlines.ts';
import type { Words } from '../strings/index.ts';

interface DatedCycle {
  readonly certification: Certification;
  readonly cycle: DateRange;
}

/** Returns the deadlines of a cycle in one line: earn by, report by, pay by, expires. */
export function deadlineLine({ certification, cycle }: DatedCycle, today: Day, words: Words): string {
  return deadlinesOf(certification, cycle, today)
    .map((deadline) => deadlineText(deadline, words))
    .join(' → ');
}

function deadlineText(deadline: Deadline, words: Words): string {
  const phrases = words.certs;
  switch (deadline.kind) {
    case 'earn':
      return phrases.earnBy(deadline.day);
    case 'report':
      return phrases.reportBy(deadline.day);
    case 'expires':
      return phrases.expires(deadline.day);
    case 'pay': {
      const { name, amount, currency } = deadline.fee;
      return phrases.payBy(deadline.day, name, words.money(amount.value, currency));
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
