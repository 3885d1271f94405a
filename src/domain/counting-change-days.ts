import type { ActivityKind } from './activity-kinds.ts';
import { addDays, type DateRange, type Day, parseDay } from './calendar.ts';
import type { CreditRenewal } from './credit-rules.ts';
import { yearsOf } from './cycle.ts';
import type { CountedHolding } from './holding.ts';
import { periodOf, termsOf } from './renewal-terms.ts';

/**
 * Returns the days, in order, from which a later activity of a holding may count differently: where a version of a rule, the cycle, a year of it,
 * the days to earn or a period of its own begins or is over. Between two of them, and after all records, one more activity counts the same on
 * every day.
 */
export function turningDays({ renewal, cycle }: Pick<CountedHolding, 'renewal' | 'cycle'>): readonly Day[] {
  const periods = renewal.requirements.flatMap((rule) => periodOf(rule, cycle) ?? []);
  const years = yearsOf(cycle.cycle, renewal.cycle.anchor?.value);
  const { earning } = termsOf(renewal, cycle, cycle.cycle.end);
  const ranges: readonly DateRange[] = [cycle.cycle, earning, ...years, ...periods];
  const days = new Set([...versionDays(renewal), ...ranges.flatMap(({ start, end }) => [start, addDays(end, 1)])]);
  return [...days].sort();
}

const daysOfVersions = new WeakMap<CreditRenewal, readonly Day[]>();

/** Returns the days on which a version of any value of the rules begins or is over. */
function versionDays(renewal: CreditRenewal): readonly Day[] {
  const known = daysOfVersions.get(renewal) ?? daysIn(renewal);
  daysOfVersions.set(renewal, known);
  return known;
}

function daysIn(value: unknown): readonly Day[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  return fields.flatMap(([name, inner]) => {
    const day = typeof inner === 'string' && (name === 'from' || name === 'until') ? parseDay(inner) : undefined;
    if (day === undefined) return daysIn(inner);
    return [name === 'from' ? day : addDays(day, 1)];
  });
}

/** Returns a text that is the same for kinds of activity whose credits the rules count alike. */
export function countedAlike(kind: ActivityKind, { caps, requirements }: CreditRenewal): string {
  const lists = [...caps.map(({ kinds }) => kinds), ...requirements.map(({ exceptKinds }) => exceptKinds)];
  return lists.flatMap((list) => (list === undefined ? [] : list.includes(kind) ? '1' : '0')).join('');
}
