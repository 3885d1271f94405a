import type { ActivityKind } from './activity-kinds.ts';
import type { DateRange, Day } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { Amount, RequirementRule, Severity } from './credit-rules.ts';
import { yearsOf } from './cycle.ts';
import {
  amountInCredits,
  conditionHolds,
  newHolderRow,
  periodOf,
  type Terms,
  TOTAL,
  versionOf,
} from './renewal-terms.ts';
import type { Certainty } from './sourced-value.ts';

/** A minimum in a window, for all credits, one category or one mark. */
export interface Requirement {
  /** `total`, `category:group-a`, `mark:ethics`, `cycle:CODE`, `year:2`, `year:2:group-a`, `year:2:mark:ethics`, `period:CODE`; years count from 1. */
  readonly id: string;
  /** The code of its rule. */
  readonly code: string;
  readonly name?: string;
  readonly severity: Severity;
  readonly window: DateRange;
  /** The last day on which credits may still be earned: the window's last, or later where the body grants a grace. */
  readonly lastDay: Day;
  readonly required: Credits;
  readonly category?: string;
  readonly mark?: string;
  /** Credits of activities of these kinds do not count to it. */
  readonly exceptKinds?: readonly ActivityKind[];
  /** Its place in the catalogue entry; the total comes before all others. */
  readonly place: number;
  readonly per: RequirementRule['per'];
  /** The year of the cycle, from 1; absent for a whole cycle or a period of its own. */
  readonly year?: number;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/** Every requirement of one cycle in catalogue order: those of the cycle with the total first, then those of its years. */
export function requirementsOf(terms: Terms): readonly Requirement[] {
  const { renewal, holding, lastDay } = terms;
  const { cycle } = holding;
  const rules = renewal.requirements.filter((rule) => conditionHolds(rule.when, terms));
  const whole = rules.flatMap((rule) => {
    if (rule.per === 'cycle') return of(rule, { window: cycle, lastDay }, terms);
    if (rule.per === 'period') return ofPeriod(rule, terms);
    return [];
  });
  const totalFirst = [...whole.filter(({ id }) => id === TOTAL), ...whole.filter(({ id }) => id !== TOTAL)];
  return [...totalFirst, ...yearly(rules, terms)];
}

function yearly(rules: readonly RequirementRule[], terms: Terms): readonly Requirement[] {
  const { renewal, holding, isFirst, lastDay } = terms;
  const ofYears = rules.filter(({ per }) => per === 'year');
  if (ofYears.length === 0) return [];
  const years = yearsOf(holding.cycle, renewal.cycle.anchor?.value);
  const exempt = isFirst ? (renewal.newHolder?.exemptYears?.value ?? 0) : 0;
  return years.flatMap(({ start, end, whole }, index) => {
    if (!whole || index < exempt) return [];
    const window = { window: { start, end }, lastDay: index === years.length - 1 ? lastDay : end };
    return ofYears.flatMap((rule) => of(rule, { ...window, year: index + 1 }, terms));
  });
}

function ofPeriod(rule: RequirementRule, terms: Terms): readonly Requirement[] {
  const window = periodOf(rule, terms.holding);
  return window === undefined ? [] : of(rule, { window, lastDay: window.end }, terms);
}

interface Window {
  readonly window: DateRange;
  readonly lastDay: Day;
  readonly year?: number;
}

function of(rule: RequirementRule, window: Window, terms: Terms): readonly Requirement[] {
  const version = versionOf(rule, window.window, terms);
  if (version === undefined) return [];
  const id = idOf(rule, window.year);
  const required = id === TOTAL ? terms.requiredTotal : requiredOf(rule, version.value, terms);
  if (required === undefined || required === 0) return [];
  const { code, name, severity, category, mark, exceptKinds, per } = rule;
  return [
    {
      id,
      code,
      severity,
      ...window,
      required,
      per,
      ...(name === undefined ? {} : { name }),
      ...(category === undefined ? {} : { category }),
      ...(mark === undefined ? {} : { mark }),
      ...(exceptKinds === undefined ? {} : { exceptKinds }),
      place: id === TOTAL ? -1 : terms.renewal.requirements.indexOf(rule),
      certainty: version.certainty,
      sources: version.sources,
    },
  ];
}

/** The amount of a requirement: that of the new holder's row in a first cycle, else the regular one. */
function requiredOf({ code }: RequirementRule, amount: Amount, terms: Terms): Credits | undefined {
  return newHolderRow(terms)?.minimums?.[code] ?? amountInCredits(amount, terms.requiredTotal);
}

function idOf({ code, per, category, mark }: RequirementRule, year: number | undefined): string {
  const over = category ?? (mark === undefined ? undefined : `mark:${mark}`);
  switch (per) {
    case 'year':
      return over === undefined ? `year:${year}` : `year:${year}:${over}`;
    case 'period':
      return `period:${code}`;
    case 'cycle':
      if (code === TOTAL) return TOTAL;
      if (category !== undefined) return `category:${category}`;
      return mark === undefined ? `cycle:${code}` : `mark:${mark}`;
  }
}
