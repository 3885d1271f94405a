import { type Day, within } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import { type CountedContribution, Counter, type Counting, type Cut } from './credit-counter.ts';
import { yearIndexOf, yearsOf } from './cycle.ts';
import { type CountedHolding, claimed, type Entry, type HoldingCycle } from './holding.ts';
import { periodOf, type Terms, termsOf } from './renewal-terms.ts';
import type { Requirement } from './requirement.ts';

export type { CountedContribution, Cut } from './credit-counter.ts';

/**
 * Counted credits per year and per cycle, keyed by category, `total`, or a mark such as `mark:ethics`; and per requirement with a
 * period of its own, keyed by its code.
 */
export interface Counted {
  readonly yearly: ReadonlyMap<string, readonly CountedContribution[]>;
  readonly cyclic: ReadonlyMap<string, readonly CountedContribution[]>;
  readonly periodic: ReadonlyMap<string, readonly CountedContribution[]>;
  readonly cuts: readonly Cut[];
  /** Cuts in the requirements with a period of their own, in any cycle. */
  readonly periodicCuts: readonly Cut[];
}

/** The entry id of credits carried over from the previous cycle. */
export const CARRY_OVER = 'carry-over';

/**
 * Returns the counted credits, docs/domain.md section 4: entries are taken by date, then by time of entry; the later entry is cut first,
 * and within an entry the last category. Entries that ended after `until` are ignored.
 */
export function countCredits({ renewal, cycle, entries }: CountedHolding, until?: Day): Counted {
  return countUnder(termsOf(renewal, cycle, until ?? cycle.cycle.end), entries, until);
}

/** Returns the counted credits under known terms. */
export function countUnder(terms: Terms, entries: readonly Entry[], until?: Day): Counted {
  const { renewal, holding } = terms;
  const cuts: Cut[] = [];
  const ended = entries.filter(({ end }) => until === undefined || end <= until).sort(byDateThenOrder);
  const counter = new Counter(terms);
  const inside: Entry[] = [];
  for (const entry of ended) {
    if (!isOfCycle(entry, terms)) continue;
    if (within(terms.earning, entry.end)) inside.push(entry);
    else cuts.push({ entry: entry.id, credits: claimed(entry), parts: entry.parts, reason: { kind: 'outside' } });
  }
  const years = yearsOf(holding.cycle, renewal.cycle.anchor?.value);
  const fresh = counter.begin(inside, (entry) => yearIndexOf(years, entry.end), cuts);
  counter.cutEntries(fresh, cuts);
  const counting = [...carriedIn(holding, until), ...fresh];
  const byYear = [...Map.groupBy(counting, (one) => one.year).values()];
  const yearly = counter.stage('year', byYear, cuts);
  const cyclic = counter.stage('cycle', [counting], cuts);
  return { yearly, cyclic, ...periodicOf(terms, ended, counter), cuts };
}

/** Returns the contributions to a requirement, in the order they were counted. */
export function contributionsTo(counted: Counted, requirement: Requirement): readonly CountedContribution[] {
  const { code, category, mark, per, year } = requirement;
  const key = mark === undefined ? (category ?? WHOLE) : `mark:${mark}`;
  switch (per) {
    case 'period':
      return counted.periodic.get(code) ?? [];
    case 'cycle':
      return counted.cyclic.get(key) ?? [];
    case 'year':
      return (counted.yearly.get(key) ?? []).filter((contribution) => contribution.year + 1 === year);
  }
}

function isOfCycle({ cycle }: Entry, { renewal, holding }: Terms): boolean {
  return cycle === undefined || cycle === holding.cycle.start || renewal.cycle.anchor?.value === 'rolling';
}

/** Accepted carry-over, dated the first day of the cycle and counted before all entries. */
function carriedIn({ cycle, carryOver = [] }: HoldingCycle, until: Day | undefined): readonly Counting[] {
  if (until !== undefined && until < cycle.start) return [];
  return carryOver.map(({ category, credits }) => ({
    id: CARRY_OVER,
    order: 0,
    end: cycle.start,
    year: 0,
    marks: [],
    left: new Map([[category, credits]]),
  }));
}

/** Contributions to the requirements with a period of their own, from any cycle, after the caps per entry and per day. */
function periodicOf(
  terms: Terms,
  ended: readonly Entry[],
  counter: Counter,
): Pick<Counted, 'periodic' | 'periodicCuts'> {
  const { renewal, holding } = terms;
  const periodic = new Map<string, readonly CountedContribution[]>();
  const periodicCuts: Cut[] = [];
  const periods = renewal.requirements.filter((rule) => rule.per === 'period' && periodOf(rule, holding));
  if (periods.length === 0) return { periodic, periodicCuts };
  const cycles = Map.groupBy(ended, (entry) => (isOfCycle(entry, terms) ? holding.cycle.start : entry.cycle));
  // A course counts once per cycle, while a daily cap applies across cycles.
  const begun = [...cycles.values()].flatMap((entries) => counter.begin(entries, () => 0, periodicCuts));
  const counting = begun.sort(byDateThenOrder);
  counter.cutEntries(counting, periodicCuts);
  for (const rule of periods) {
    const window = periodOf(rule, holding);
    const inside = counting.filter(({ end }) => window !== undefined && within(window, end));
    periodic.set(rule.code, counter.figure(inside, rule.mark ? `mark:${rule.mark}` : (rule.category ?? WHOLE)));
  }
  return { periodic, periodicCuts };
}

function byDateThenOrder(a: Pick<Entry, 'end' | 'order'>, b: Pick<Entry, 'end' | 'order'>): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.order - b.order;
}
