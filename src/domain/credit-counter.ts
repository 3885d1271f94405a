import type { ActivityKind } from './activity-kinds.ts';
import { addDays, type Day, lengthOf } from './calendar.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import type { Credits } from './credit.ts';
import type { Cap, CreditRenewal } from './credit-rules.ts';
import { claimed, type Entry, type Part } from './holding.ts';
import { amountInCredits, conditionHolds, type Terms } from './renewal-terms.ts';
import { inForce, type Source } from './sourced-value.ts';

/** What one entry adds to a figure; for carry-over, `entry` is `carry-over`. */
export interface CountedContribution {
  readonly entry: string;
  readonly end: Day;
  readonly year: number;
  readonly credits: Credits;
}

/** Credits that do not count, and why: outside the earning period, a repeated course, or over a cap. */
export interface Cut {
  readonly entry: string;
  readonly credits: Credits;
  /** The parts they were taken from. */
  readonly parts: readonly Part[];
  readonly reason:
    | { readonly kind: 'outside' | 'once-only' }
    | { readonly kind: 'cap'; readonly cap: Cap; readonly limit: Credits; readonly source: Source };
}

/** An entry while caps are applied; `left` holds the remaining credits by category. Carry-over has no kind. */
export interface Counting {
  readonly id: string;
  readonly kind?: ActivityKind;
  readonly start?: Day;
  readonly end: Day;
  readonly order: number;
  readonly year: number;
  readonly marks: readonly string[];
  readonly left: Map<string, Credits>;
}

/** Applies the rules of docs/domain.md section 4, steps 2 to 7, under the terms of one cycle. */
export class Counter {
  readonly #terms: Terms;
  readonly #tree: CategoryTree;
  readonly #caps: Readonly<Record<Cap['per'], readonly Cap[]>>;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#tree = treeOf(terms.renewal);
    const caps = this.#tree.ordered(terms.renewal.caps.filter((cap) => conditionHolds(cap.when, terms)));
    const per = (step: Cap['per']) => caps.filter((cap) => cap.per === step);
    this.#caps = { entry: per('entry'), day: per('day'), year: per('year'), cycle: per('cycle') };
  }

  /** Step 2: returns the entries, without repeated courses. `entries` are in order. */
  begin(entries: readonly Entry[], yearOf: (entry: Entry) => number, cuts: Cut[]): Counting[] {
    const { onceOnly } = this.#terms.renewal;
    const seen = new Set<string>();
    const begun: Counting[] = [];
    for (const entry of entries) {
      const { id, kind, start, end, order, marks, course } = entry;
      if (onceOnly !== undefined && course !== undefined && (onceOnly.kinds?.includes(kind) ?? true)) {
        const key = `${kind} ${course}`;
        if (seen.has(key)) {
          cuts.push({ entry: id, credits: claimed(entry), parts: entry.parts, reason: { kind: 'once-only' } });
          continue;
        }
        seen.add(key);
      }
      const left = new Map<string, Credits>();
      for (const { category, credits } of entry.parts) left.set(category, (left.get(category) ?? 0) + credits);
      begun.push({ id, kind, start, end, order, marks, year: yearOf(entry), left });
    }
    return begun;
  }

  /** Step 3: applies the caps per entry, then those per day; an activity of several days is spread evenly, odd hundredths to the first days. */
  cutEntries(counting: readonly Counting[], cuts: Cut[]): void {
    for (const one of counting) for (const cap of this.#caps.entry) this.#cut(cap, [one], cuts);
    if (this.#caps.day.length === 0) return;
    const spread = counting.map((one) => ({ one, days: spreadOver(one) }));
    for (const cap of this.#caps.day) {
      const used = new Map<Day, Credits>();
      for (const one of spread) cuts.push(...this.#cutDays(one, cap, used));
    }
  }

  /** Applies a cap per day to one activity; adds what it uses to `used`. */
  #cutDays({ one, days }: SpreadEntry, cap: Cap, used: Map<Day, Credits>): readonly Cut[] {
    if (!concerns(cap, one)) return [];
    const limit = this.#limitOf(cap, one);
    const taken: Part[] = [];
    for (const [day, parts] of days) {
      const before = used.get(day) ?? 0;
      const credits = this.#matching(parts, cap.category ?? WHOLE);
      const over = limit === undefined ? 0 : cutToLimit(before, credits, limit.credits);
      used.set(day, before + credits - over);
      taken.push(...this.#take(over, parts, cap.category ?? WHOLE));
    }
    for (const part of taken) one.left.set(part.category, (one.left.get(part.category) ?? 0) - part.credits);
    return limit === undefined ? [] : cutBy({ cap, limit }, one, taken);
  }

  /**
   * Steps 4 and 5: applies the caps per year or cycle to groups of entries and returns what each entry adds to each figure. Caps on
   * kinds come first, then categories from inner to outer; a category's figure is taken after its own caps and before those of
   * outer categories, a mark's after all caps.
   */
  stage(
    per: 'year' | 'cycle',
    groups: readonly (readonly Counting[])[],
    cuts: Cut[],
  ): ReadonlyMap<string, readonly CountedContribution[]> {
    const figures = new Map<string, CountedContribution[]>();
    const figured = (key: string, group: readonly Counting[]) => {
      const figure = figures.get(key) ?? [];
      figures.set(key, figure);
      figure.push(...this.figure(group, key));
    };
    const caps = this.#caps[per];
    const overKinds = caps.filter((cap) => cap.kinds !== undefined);
    for (const group of groups) {
      for (const cap of overKinds) this.#cut(cap, group, cuts);
      for (const category of this.#tree.innerToOuter) {
        for (const cap of caps)
          if (cap.kinds === undefined && (cap.category ?? WHOLE) === category) this.#cut(cap, group, cuts);
        figured(category, group);
      }
      for (const { code } of this.#terms.renewal.marks) figured(`mark:${code}`, group);
    }
    return figures;
  }

  /** Returns what each entry currently adds to a category, `total` or a mark. */
  figure(group: readonly Counting[], key: string): readonly CountedContribution[] {
    const mark = key.startsWith('mark:') ? key.slice('mark:'.length) : undefined;
    const contributions: CountedContribution[] = [];
    for (const one of group) {
      if (mark !== undefined && !one.marks.includes(mark)) continue;
      const credits = this.#matching(one.left, mark === undefined ? key : WHOLE);
      if (credits > 0) contributions.push({ entry: one.id, end: one.end, year: one.year, credits });
    }
    return contributions;
  }

  #cut(cap: Cap, group: readonly Counting[], cuts: Cut[]): void {
    let used = 0;
    for (const one of group) {
      if (!concerns(cap, one)) continue;
      const credits = this.#matching(one.left, cap.category ?? WHOLE);
      const limit = this.#limitOf(cap, one);
      const over = limit === undefined ? 0 : cutToLimit(used, credits, limit.credits);
      used += credits - over;
      if (limit !== undefined)
        cuts.push(...cutBy({ cap, limit }, one, this.#take(over, one.left, cap.category ?? WHOLE)));
    }
  }

  #limitOf(cap: Cap, { end }: Counting): Limit | undefined {
    const source = inForce(cap.limit, end);
    const credits = source && amountInCredits(source.value, this.#terms.requiredTotal);
    return source === undefined || credits === undefined ? undefined : { credits, source };
  }

  #matching(parts: ReadonlyMap<string, Credits>, category: string): Credits {
    let credits = 0;
    for (const [part, left] of parts) if (this.#tree.contains(category, part)) credits += left;
    return credits;
  }

  /** Takes credits from the parts inside a category, last in catalogue order first; returns what was taken. */
  #take(credits: Credits, parts: Map<string, Credits>, category: string): readonly Part[] {
    if (credits === 0) return [];
    const tree = this.#tree;
    const inside = [...parts.keys()].filter((part) => tree.contains(category, part));
    let rest = credits;
    return inside
      .sort((a, b) => tree.position(b) - tree.position(a))
      .map((part) => {
        const left = parts.get(part) ?? 0;
        const taken = Math.min(rest, left);
        parts.set(part, left - taken);
        rest -= taken;
        return { category: part, credits: taken };
      });
  }
}

/** An entry and its credits on each day. */
interface SpreadEntry {
  readonly one: Counting;
  readonly days: ReadonlyMap<Day, Map<string, Credits>>;
}

/** A limit in credits, and the version of the rule that sets it. */
interface Limit {
  readonly credits: Credits;
  readonly source: Source;
}

/** The cut that a cap makes in one entry; empty if it takes no credits. */
function cutBy(
  { cap, limit }: { readonly cap: Cap; readonly limit: Limit },
  { id }: Counting,
  taken: readonly Part[],
): readonly Cut[] {
  const credits = claimed({ parts: taken });
  if (credits === 0) return [];
  const parts = taken.filter((part) => part.credits > 0);
  return [{ entry: id, credits, parts, reason: { kind: 'cap', cap, limit: limit.credits, source: limit.source } }];
}

/** Whether a cap applies to an entry; caps on kinds do not apply to carry-over. */
function concerns({ kinds }: Cap, { kind }: Counting): boolean {
  return kinds === undefined || (kind !== undefined && kinds.includes(kind));
}

/** Returns how much of `credits` exceeds what is left of a limit; `used` may already exceed it. */
function cutToLimit(used: Credits, credits: Credits, limit: Credits): Credits {
  return Math.min(credits, Math.max(0, used + credits - limit));
}

/** Spreads each part over the days of an activity. */
function spreadOver({ start, end, left }: Counting): ReadonlyMap<Day, Map<string, Credits>> {
  const from = start ?? end;
  const count = lengthOf({ start: from, end });
  const days = new Map<Day, Map<string, Credits>>();
  for (let index = 0; index < count; index += 1) {
    const parts = new Map<string, Credits>();
    for (const [category, credits] of left) {
      const odd = credits % count;
      parts.set(category, (credits - odd) / count + (index < odd ? 1 : 0));
    }
    days.set(addDays(from, index), parts);
  }
  return days;
}

const trees = new WeakMap<CreditRenewal, CategoryTree>();

function treeOf(renewal: CreditRenewal): CategoryTree {
  const known = trees.get(renewal) ?? new CategoryTree(renewal.categories);
  trees.set(renewal, known);
  return known;
}
