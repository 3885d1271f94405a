import { type Day, type Span, within } from './calendar.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import type { ActivityKind, Cap, CreditRenewal } from './certification.ts';
import type { Credits } from './credit.ts';
import { firstCycle, yearIndexOf, yearsOf } from './cycle.ts';
import { lastDayToEarn, type Requirement } from './requirement.ts';

/** Credits claimed in one category. */
export interface Part {
  readonly category: string;
  readonly credits: Credits;
}

/** What one activity claims for one holding in one cycle. */
export interface Entry {
  readonly id: string;
  readonly kind: ActivityKind;
  /** The day the activity ended. */
  readonly end: Day;
  /** Orders entries of one day by time of entry. */
  readonly order: number;
  readonly parts: readonly Part[];
}

/** The cycle of a holding, and since when early credits are taken into its first year. */
export interface HoldingCycle {
  readonly cycle: Span;
  readonly certifiedOn?: Day | undefined;
}

/** Credits that do not count, and why: over a cap, or earned outside the days that may earn. */
export interface Cut {
  readonly entry: string;
  readonly credits: Credits;
  readonly reason: { readonly kind: 'cap'; readonly cap: Cap } | { readonly kind: 'outside' };
}

/** What one entry adds to a figure. */
export interface Contribution {
  readonly entry: string;
  readonly end: Day;
  readonly year: number;
  readonly credits: Credits;
}

/** What is left of the claimed credits, by category (`total` for everything), for years and for the whole cycle. */
export interface Counted {
  readonly yearly: ReadonlyMap<string, readonly Contribution[]>;
  readonly cyclic: ReadonlyMap<string, readonly Contribution[]>;
  readonly cuts: readonly Cut[];
}

/** An entry on its way through the caps; `left` shrinks. */
interface Counting {
  readonly entry: Entry;
  readonly year: number;
  readonly left: Map<string, Credits>;
}

/**
 * From claimed to counted, DOMAIN section 4: by date, then by time of entry; the later entry is cut, inside an entry the last
 * category first. `until` leaves out what ended later.
 */
export function countCredits(
  renewal: CreditRenewal,
  holding: HoldingCycle,
  entries: readonly Entry[],
  until?: Day,
): Counted {
  const cuts: Cut[] = [];
  const counting: Counting[] = [];
  const days = earningDays(renewal, holding);
  const years = yearsOf(holding.cycle);
  for (const entry of [...entries].sort(byDateThenOrder)) {
    if (until !== undefined && entry.end > until) continue;
    if (within(days, entry.end)) counting.push(begin(entry, yearIndexOf(years, entry.end)));
    else cuts.push({ entry: entry.id, credits: claimed(entry), reason: { kind: 'outside' } });
  }
  const tree = new CategoryTree(renewal.categories);
  for (const cap of innerFirst(capsPer('entry', renewal.caps), tree)) {
    for (const one of counting) cuts.push(...cutOver(cap, [one], tree));
  }
  const yearly = countStage(byYear(counting), capsPer('year', renewal.caps), tree, cuts);
  const cyclic = countStage([counting], capsPer('cycle', renewal.caps).concat(tree.maximums), tree, cuts);
  return { yearly, cyclic, cuts };
}

/** The contributions a requirement is made of, in the order they were counted. */
export function contributionsTo(counted: Counted, requirement: Requirement): readonly Contribution[] {
  const category = requirement.category ?? WHOLE;
  if (requirement.year === undefined) return counted.cyclic.get(category) ?? [];
  const year = requirement.year - 1;
  return (counted.yearly.get(category) ?? []).filter((contribution) => contribution.year === year);
}

/** The days whose activities count in a cycle: the earning grace included, and before a first cycle those since certification, where the body grants them. */
export function earningDays(renewal: CreditRenewal, { cycle, certifiedOn }: HoldingCycle): Span {
  const end = lastDayToEarn(renewal, cycle);
  if (renewal.earlyCredits === undefined || certifiedOn === undefined) return { start: cycle.start, end };
  const { anchor, months } = renewal.cycle;
  const first = firstCycle(certifiedOn, anchor.value, months.value);
  return { start: first?.start === cycle.start ? certifiedOn : cycle.start, end };
}

/** Everything an entry claims. */
export function claimed(entry: Pick<Entry, 'parts'>): Credits {
  return entry.parts.reduce((total, part) => total + part.credits, 0);
}

function begin(entry: Entry, year: number): Counting {
  return { entry, year, left: new Map(entry.parts.map((part) => [part.category, part.credits])) };
}

function byDateThenOrder(a: Entry, b: Entry): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.order - b.order;
}

/** Caps of one step, those over kinds first; the order of the catalogue otherwise. */
function capsPer(per: Cap['per'], caps: readonly Cap[]): readonly Cap[] {
  const ofStep = caps.filter((cap) => cap.per === per);
  return [...ofStep.filter((cap) => cap.kinds !== undefined), ...ofStep.filter((cap) => cap.kinds === undefined)];
}

function innerFirst(caps: readonly Cap[], tree: CategoryTree): readonly Cap[] {
  const depth = ({ kinds, category }: Cap) => (kinds ? -1 : tree.innerToOuter.indexOf(category ?? WHOLE));
  return [...caps].sort((a, b) => depth(a) - depth(b));
}

function byYear(counting: readonly Counting[]): readonly (readonly Counting[])[] {
  return [...Map.groupBy(counting, (one) => one.year).values()];
}

/**
 * Applies the caps of one step to groups of entries, and notes what each entry adds to each category. Kinds are cut first,
 * then categories from inner to outer; a figure is taken after a category's own caps and before those of the outer ones.
 */
function countStage(
  groups: readonly (readonly Counting[])[],
  caps: readonly Cap[],
  tree: CategoryTree,
  cuts: Cut[],
): ReadonlyMap<string, readonly Contribution[]> {
  const figures = new Map<string, Contribution[]>();
  for (const group of groups) {
    for (const cap of caps) if (cap.kinds !== undefined) cuts.push(...cutOver(cap, group, tree));
    for (const category of tree.innerToOuter) {
      for (const cap of caps) {
        if (cap.kinds === undefined && (cap.category ?? WHOLE) === category) cuts.push(...cutOver(cap, group, tree));
      }
      const figure = figures.get(category) ?? [];
      figures.set(category, figure);
      for (const one of group) {
        const credits = matching(one, category, tree);
        if (credits > 0) figure.push({ entry: one.entry.id, end: one.entry.end, year: one.year, credits });
      }
    }
  }
  return figures;
}

function cutOver(cap: Cap, group: readonly Counting[], tree: CategoryTree): readonly Cut[] {
  const cuts: Cut[] = [];
  let used = 0;
  for (const one of group) {
    if (cap.kinds !== undefined && !cap.kinds.includes(one.entry.kind)) continue;
    const credits = matching(one, cap.category ?? WHOLE, tree);
    const over = Math.max(0, used + credits - cap.limit.value);
    used += credits - over;
    if (over === 0) continue;
    take(over, one, cap.category ?? WHOLE, tree);
    cuts.push({ entry: one.entry.id, credits: over, reason: { kind: 'cap', cap } });
  }
  return cuts;
}

function matching(one: Counting, category: string, tree: CategoryTree): Credits {
  let credits = 0;
  for (const [part, left] of one.left) if (tree.contains(category, part)) credits += left;
  return credits;
}

/** Takes credits out of the parts inside a category, the last in the catalogue's order first. */
function take(credits: Credits, one: Counting, category: string, tree: CategoryTree): void {
  let rest = credits;
  const parts = [...one.left.keys()].filter((part) => tree.contains(category, part));
  for (const part of parts.sort((a, b) => tree.position(b) - tree.position(a))) {
    const left = one.left.get(part) ?? 0;
    const cut = Math.min(rest, left);
    one.left.set(part, left - cut);
    rest -= cut;
  }
}
