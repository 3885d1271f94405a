import type { ActivityKind, Delivery } from '../../src/domain/activity-kinds.ts';
import { type Day, day } from '../../src/domain/calendar.ts';
import { WHOLE } from '../../src/domain/category-tree.ts';
import type { Certification } from '../../src/domain/certification.ts';
import type { Counted } from '../../src/domain/count-credits.ts';
import type { Credits } from '../../src/domain/credit.ts';
import type { Category, CreditRenewal, RequirementRule, Severity } from '../../src/domain/credit-rules.ts';
import type { Entry } from '../../src/domain/holding.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import type { Sourced } from '../../src/domain/sourced-value.ts';

/** A value as the catalogue keeps it. */
export function known<T>(value: T): Sourced<T> {
  return { value, certainty: 'O', sources: ['S1'] };
}

/** A requirement over everything. */
export function aRequirement(over: { start: string; end: string; lastDay?: string; required: number }): Requirement {
  const window = { start: day(over.start), end: day(over.end) };
  const lastDay = day(over.lastDay ?? over.end);
  const rule = { id: 'total', code: 'total', per: 'cycle', severity: 'hard', place: -1 } as const;
  return { ...rule, window, lastDay, required: over.required, certainty: 'O', sources: [] };
}

/** Credits that count for the total, all earned on one day. */
export function counted(credits: number, end: string): Counted {
  const contributions = credits === 0 ? [] : [{ entry: 'e', end: day(end), year: 0, credits }];
  return {
    yearly: new Map(),
    cyclic: new Map([[WHOLE, contributions]]),
    periodic: new Map(),
    cuts: [],
    periodicCuts: [],
    carriedIntoYears: [],
    openings: [],
    periodicOpenings: [],
  };
}

/** A category with its minimum and maximum in the cycle. */
export interface CategoryWithLimits extends Category {
  readonly minimum?: Sourced<Credits>;
  readonly maximum?: Sourced<Credits>;
}

/** Two categories without limits. */
export const TWO_GROUPS: readonly Category[] = [
  { code: 'a', name: 'Group A' },
  { code: 'b', name: 'Group B' },
];

/** What `aRenewal` understands beside the rules themselves: a total, yearly minimums, and limits written at the categories. */
export interface RenewalInShort extends Omit<Partial<CreditRenewal>, 'categories'> {
  readonly total?: Sourced<Credits>;
  readonly yearly?: readonly { amount: Sourced<Credits>; severity: Severity; category?: string }[];
  readonly categories?: readonly CategoryWithLimits[];
}

/** Rules of a body that counts 40 credits in three years and nothing else. */
export function aRenewal(over: RenewalInShort = {}): CreditRenewal {
  const { total = known(4000), yearly = [], categories = [], caps = [], requirements = [], ...rest } = over;
  const rule = { per: 'cycle', chosenBy: 'cycle-start', severity: 'hard' } as const;
  const minimums = categories.flatMap(({ code, minimum }): RequirementRule[] =>
    minimum === undefined ? [] : [{ ...rule, code, category: code, amount: minimum }],
  );
  const maximums = categories.flatMap(({ code, name, maximum }) =>
    maximum === undefined ? [] : [{ per: 'cycle', limit: maximum, category: code, name } as const],
  );
  const years = yearly.map(
    (minimum): RequirementRule => ({ ...rule, ...minimum, per: 'year', code: `yearly-${minimum.category ?? 'all'}` }),
  );
  return {
    kind: 'credits',
    unit: { one: 'CPE', many: 'CPE' },
    cycle: { anchor: known('certified'), months: known(36) },
    requirements: [{ ...rule, code: 'total', amount: total }, ...minimums, ...years, ...requirements],
    categories,
    marks: [],
    conditions: [],
    acts: [],
    caps: [...caps, ...maximums],
    conversion: { minutesPerCredit: known(60), step: known(25) },
    activities: [],
    unchecked: [],
    ...rest,
  };
}

let ids = 0;

/** An entry with one part, or with the parts given, all of them marked the same; it takes one day unless it says when it starts. */
export function anEntry(over: {
  end: string | Day;
  start?: string | Day;
  credits?: number;
  order?: number;
  kind?: ActivityKind;
  delivery?: Delivery;
  parts?: Entry['parts'];
  marks?: readonly string[];
  course?: string;
  cycle?: string;
  id?: string;
}): Entry {
  ids += 1;
  const {
    kind = ids % 2 === 0 ? 'webinar' : 'course',
    order = ids,
    id = `entry-${ids}`,
    marks,
    course,
    delivery,
  } = over;
  const given = over.parts ?? [{ category: WHOLE, credits: over.credits ?? 100 }];
  const parts = marks === undefined ? given : given.map((part) => ({ ...part, marks }));
  const cycle = over.cycle === undefined ? {} : { cycle: day(over.cycle) };
  return { id, kind, start: day(over.start ?? over.end), end: day(over.end), order, delivery, parts, course, ...cycle };
}

/** A certification of an invented body; its rules count 40 credits in three years unless given. */
export function aCertification(over: Partial<Certification> = {}): Certification {
  return {
    code: 'abc',
    short: 'ABC',
    name: 'Certified ABC',
    body: 'ABC Board',
    aliases: [],
    renewal: aRenewal(),
    upkeep: { fees: [] },
    sharing: {},
    sources: {},
    reviewed: day('2026-01-01'),
    ...over,
  };
}
