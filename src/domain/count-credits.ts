import { Counter } from './apply-counting-rules.ts';
import { type Day, within } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import type { CountedContribution, Counting, Cut } from './contributions-and-cuts.ts';
import { yearIndexOf, yearsOf } from './cycle.ts';
import { isRolling } from './cycle-rule.ts';
import { type CountedHolding, claimed, type Entry, type HoldingCycle, type OpeningBalance } from './holding.ts';
import {
  type CountedOpening,
  isOpening,
  type OpeningEntry,
  openingEntries,
  toCountedOpening,
} from './opening-balance-contributions.ts';
import { remainingOf } from './remaining-part.ts';
import { periodOf, type Terms, termsOf } from './renewal-terms.ts';
import type { Requirement } from './requirement.ts';
import { markedParts } from './split-by-mark.ts';
import { type CarriedIntoYear, carriedInto, carriedIntoYears } from './yearly-carry-over.ts';

export type { CountedContribution, Cut } from './contributions-and-cuts.ts';

/**
 * Counted credits per year and per cycle, keyed by category, `total`, or a mark such as `mark:ethics`; and per requirement with a
 * period of its own, keyed by its code.
 */
export interface Counted {
  readonly yearly: ReadonlyMap<string, readonly CountedContribution[]>;
  readonly cyclic: ReadonlyMap<string, readonly CountedContribution[]>;
  readonly periodic: ReadonlyMap<string, readonly CountedContribution[]>;
  /** What yearly requirements have from the year before in addition; it counts for them alone. */
  readonly carriedIntoYears: readonly CarriedIntoYear[];
  readonly cuts: readonly Cut[];
  /** Cuts in the requirements with a period of their own, in any cycle. */
  readonly periodicCuts: readonly Cut[];
  /** The opening balances of the cycle, in order. */
  readonly openings: readonly CountedOpening[];
  /** Those of any cycle, as requirements with a period of their own see them. */
  readonly periodicOpenings: readonly CountedOpening[];
}

/** The entry id of credits carried over from the previous cycle, or into a year from the year before. */
export const CARRY_OVER = 'carry-over';

/**
 * Returns the counted credits, docs/domain.md section 4: entries are taken by date, then by time of entry; the later entry is cut first,
 * and within an entry the last category. Entries that ended after `until` are ignored.
 */
export function countCredits(holding: CountedHolding, until?: Day): Counted {
  return countUnder(termsOf(holding.renewal, holding.cycle, until ?? holding.cycle.cycle.end), holding, until);
}

/** What counts for a holding, in all its cycles. */
export type Countable = Pick<CountedHolding, 'entries' | 'openings'>;

/** Returns the counted credits under known terms. */
export function countUnder(terms: Terms, { entries, openings: all = [] }: Countable, until?: Day): Counted {
  const { renewal, holding } = terms;
  const cuts: Cut[] = [];
  const ended = entries.filter(({ end }) => isBefore(end, until)).sort(byDateThenOrder);
  const counter = new Counter(terms);
  const inside: Entry[] = [];
  for (const entry of ended) {
    if (!isOfCycle(entry, terms)) continue;
    if (within(terms.earning, entry.end)) inside.push(entry);
    else
      cuts.push({
        entry: entry.id,
        credits: claimed(entry),
        parts: markedParts(entry, renewal),
        reason: { kind: 'outside' },
      });
  }
  const years = yearsOf(holding.cycle, renewal.cycle.anchor?.value);
  const fresh = counter.begin(inside, (entry) => yearIndexOf(years, entry.end), cuts);
  counter.cutEntries(fresh, cuts);
  const stated = all.filter(({ on }) => isBefore(on, until));
  const opened = openedIn(terms, stated, { counter, records: fresh });
  const openings = opened.map(toCountedOpening);
  const counting = [
    ...carriedIn(holding, until),
    ...[...opened.map(({ one }) => ({ ...one, year: yearIndexOf(years, one.end) })), ...fresh].sort(byDateThenOrder),
  ];
  const byYear = [...Map.groupBy(counting, (one) => one.year).values()];
  const yearly = counter.stage('year', byYear, cuts);
  const cyclic = counter.stage('cycle', [counting], cuts);
  const carried = carriedIntoYears(terms, (requirement) => earnedIn(yearly, requirement));
  const periods = periodicOf({ terms, counter, openings: all, until }, ended);
  const intoYears = carried.filter(({ on }) => isBefore(on, until));
  return { yearly, cyclic, ...periods, openings, carriedIntoYears: intoYears, cuts };
}

/** The credits of a year's own that a requirement counts, without carry-over. */
function earnedIn(yearly: Counted['yearly'], requirement: Requirement): readonly CountedContribution[] {
  const { year } = requirement;
  const contributions = yearly.get(figureKey(requirement)) ?? [];
  return contributions.filter((one) => one.year + 1 === year && one.entry !== CARRY_OVER && isOfKind(one, requirement));
}

/** Returns the contributions to a requirement, in the order they were counted. */
export function contributionsTo(counted: Counted, requirement: Requirement): readonly CountedContribution[] {
  const { code, per, year } = requirement;
  const key = figureKey(requirement);
  const counts = (one: CountedContribution) => isOfKind(one, requirement);
  switch (per) {
    case 'period':
      return (counted.periodic.get(code) ?? []).filter(counts);
    case 'cycle':
      return (counted.cyclic.get(key) ?? []).filter(counts);
    case 'year':
      return [
        ...asContribution(carriedInto(counted.carriedIntoYears, requirement)),
        ...(counted.yearly.get(key) ?? []).filter((one) => one.year + 1 === year && counts(one)),
      ];
  }
}

function figureKey({ category, mark }: Requirement): string {
  return mark === undefined ? (category ?? WHOLE) : `mark:${mark}`;
}

function isOfKind({ kind }: CountedContribution, { exceptKinds = [] }: Requirement): boolean {
  return kind === undefined || !exceptKinds.includes(kind);
}

function asContribution(carried: CarriedIntoYear | undefined): readonly CountedContribution[] {
  return carried === undefined
    ? []
    : [{ entry: CARRY_OVER, end: carried.on, year: carried.year, credits: carried.credits }];
}

function isOfCycle({ cycle }: Pick<Entry, 'cycle'>, { renewal, holding }: Terms): boolean {
  return cycle === undefined || cycle === holding.cycle.start || isRolling(renewal.cycle);
}

function isBefore(day: Day, until: Day | undefined): boolean {
  return until === undefined || day <= until;
}

/**
 * The opening balances that count in a cycle, as entries. A rolling cycle leaves those behind that are stated for a day before it, but the
 * balance after them still begins where they end.
 */
function openedIn(
  terms: Terms,
  openings: readonly OpeningBalance[],
  { counter, records }: { readonly counter: Counter; readonly records: readonly Counting[] },
): readonly OpeningEntry[] {
  const own = openings.filter((one) => isOfCycle(one, terms));
  const opened = openingEntries(own, records, { counter, from: terms.earning.start });
  return opened.filter(({ opening }) => within(terms.holding.cycle, opening.on));
}

/** Returns the opening balances of a cycle as the records leave them, which further records do not lower. */
export function settledOpenings(holding: CountedHolding): readonly OpeningBalance[] {
  const { renewal, cycle, entries, openings = [] } = holding;
  const terms = termsOf(renewal, cycle, cycle.cycle.end);
  const counter = new Counter(terms);
  const inside = entries.filter((entry) => isOfCycle(entry, terms) && within(terms.earning, entry.end));
  const records = counter.begin(inside.sort(byDateThenOrder), () => 0, []);
  counter.cutEntries(records, []);
  return openedIn(terms, openings, { counter, records }).map(({ opening, one }) => ({
    on: opening.on,
    parts: one.left,
    settled: true,
  }));
}

/** Whether a contribution is not of a record: carry-over or an opening balance. */
export function isStated(entry: string): boolean {
  return entry === CARRY_OVER || isOpening(entry);
}

/** Accepted carry-over, dated the first day of the cycle and counted before all entries. */
function carriedIn({ cycle, carryOver = [] }: HoldingCycle, until: Day | undefined): readonly Counting[] {
  if (until !== undefined && until < cycle.start) return [];
  return carryOver.map((part) => ({ id: CARRY_OVER, order: 0, end: cycle.start, year: 0, left: remainingOf([part]) }));
}

interface PeriodicContext {
  readonly terms: Terms;
  readonly counter: Counter;
  readonly openings: readonly OpeningBalance[];
  readonly until: Day | undefined;
}

/** Contributions to the requirements with a period of their own, from any cycle, after the caps per entry and per day. */
function periodicOf(
  { terms, counter, openings, until }: PeriodicContext,
  ended: readonly Entry[],
): Pick<Counted, 'periodic' | 'periodicCuts' | 'periodicOpenings'> {
  const { renewal, holding } = terms;
  const periodic = new Map<string, readonly CountedContribution[]>();
  const periodicCuts: Cut[] = [];
  const periods = renewal.requirements.filter((rule) => rule.per === 'period' && periodOf(rule, holding));
  if (periods.length === 0) return { periodic, periodicCuts, periodicOpenings: [] };
  const cycleOf = (one: Pick<Entry, 'cycle'>) => (isOfCycle(one, terms) ? holding.cycle.start : one.cycle);
  const cycles = Map.groupBy(ended, cycleOf);
  // A course counts once per cycle, while a daily cap applies across cycles.
  const begun = [...cycles].map(([cycle, entries]) => ({
    cycle,
    records: counter.begin(entries, () => 0, periodicCuts),
  }));
  counter.cutEntries(begun.flatMap(({ records }) => records).sort(byDateThenOrder), periodicCuts);
  const stated = Map.groupBy(
    openings.filter(({ on }) => isBefore(on, until)),
    cycleOf,
  );
  const opened = [...stated].flatMap(([cycle, some]) => {
    const records = begun.find((one) => one.cycle === cycle)?.records ?? [];
    const from = cycle === undefined || cycle === holding.cycle.start ? terms.earning.start : cycle;
    return openingEntries(some, records, { counter, from });
  });
  const counting = [...opened.map(({ one }) => one), ...begun.flatMap(({ records }) => records)].sort(byDateThenOrder);
  for (const rule of periods) {
    const window = periodOf(rule, holding);
    const inside = counting.filter(({ end }) => window !== undefined && within(window, end));
    periodic.set(rule.code, counter.figure(inside, rule.mark ? `mark:${rule.mark}` : (rule.category ?? WHOLE)));
  }
  return { periodic, periodicCuts, periodicOpenings: opened.map(toCountedOpening) };
}

function byDateThenOrder(a: Pick<Entry, 'end' | 'order'>, b: Pick<Entry, 'end' | 'order'>): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.order - b.order;
}
