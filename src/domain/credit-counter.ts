import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import type { Credits } from './credit.ts';
import type { Cap, CreditRenewal } from './credit-rules.ts';
import { claimed, type Entry, type Part } from './holding.ts';
import { markedParts } from './part-marks.ts';
import { type RemainingPart, remainingOf, spreadOver } from './remaining-part.ts';
import { amountInCredits, conditionHolds, type Terms } from './renewal-terms.ts';
import { inForce, type Source } from './sourced-value.ts';

/** What one entry adds to a figure; for carry-over and opening balances, `entry` is `carry-over` or `opening:DAY`. */
export interface CountedContribution {
  readonly entry: string;
  /** Absent for carry-over and opening balances. */
  readonly kind?: ActivityKind | undefined;
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

/** An entry while caps are applied; `left` holds what remains of its parts, in the order they were entered. */
export interface Counting {
  readonly id: string;
  /** Absent for carry-over and opening balances, which caps on kinds and deliveries do not concern. */
  readonly kind?: ActivityKind;
  readonly delivery?: Delivery | '' | undefined;
  readonly start?: Day;
  readonly end: Day;
  readonly order: number;
  readonly year: number;
  readonly left: readonly RemainingPart[];
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
      const { id, kind, delivery, start, end, order, course } = entry;
      const parts = markedParts(entry, this.#terms.renewal);
      if (onceOnly !== undefined && course !== undefined && (onceOnly.kinds?.includes(kind) ?? true)) {
        const key = `${kind} ${course}`;
        if (seen.has(key)) {
          cuts.push({ entry: id, credits: claimed(entry), parts, reason: { kind: 'once-only' } });
          continue;
        }
        seen.add(key);
      }
      const left = remainingOf(parts);
      begun.push({ id, kind, delivery, start, end, order, year: yearOf(entry), left });
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
    const taken: Taken[] = [];
    for (const [day, parts] of days) {
      const before = used.get(day) ?? 0;
      const credits = this.#under(cap, parts);
      const over = limit === undefined ? 0 : cutToLimit(before, credits, limit.credits);
      used.set(day, before + credits - over);
      taken.push(...this.#take(over, parts, cap));
    }
    for (const { index, credits } of taken) {
      const part = one.left[index];
      if (part !== undefined) part.credits -= credits;
    }
    return limit === undefined ? [] : cutBy({ cap, limit }, one, taken);
  }

  /**
   * Steps 4 and 5: applies the caps per year or cycle to groups of entries and returns what each entry adds to each figure. Caps on
   * kinds and deliveries come first, then those over marks, then categories from inner to outer; a category's figure is taken after its own
   * caps and before those of outer categories, a mark's after all caps.
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
    const first = caps.filter((cap) => !isOverCategory(cap));
    const overCategories = caps.filter(isOverCategory);
    for (const group of groups) {
      for (const cap of first) this.#cut(cap, group, cuts);
      for (const category of this.#tree.innerToOuter) {
        for (const cap of overCategories) if ((cap.category ?? WHOLE) === category) this.#cut(cap, group, cuts);
        figured(category, group);
      }
      for (const { code } of this.#terms.renewal.marks) figured(`mark:${code}`, group);
    }
    return figures;
  }

  /** Returns what each entry currently adds to a category, `total` or a mark. */
  figure(group: readonly Counting[], key: string): readonly CountedContribution[] {
    const mark = key.startsWith('mark:') ? key.slice('mark:'.length) : undefined;
    const scope = mark === undefined ? { category: key } : { mark };
    const contributions: CountedContribution[] = [];
    for (const one of group) {
      const credits = this.#under(scope, one.left);
      const { id, kind, end, year } = one;
      if (credits > 0) contributions.push({ entry: id, ...(kind && { kind }), end, year, credits });
    }
    return contributions;
  }

  /**
   * Step 8: lowers stated parts by what is left of the records they cover, in order. A credit of a record takes one stated credit: of its own
   * category before the enclosing ones from inner to outer, and there of its own mark before none.
   */
  giveWay(stated: readonly RemainingPart[], records: readonly Counting[]): void {
    for (const { category, marks, credits } of records.flatMap(({ left }) => left)) {
      let rest = credits;
      for (const enclosing of this.#tree.enclosing(category)) {
        const here = stated.filter((one) => one.category === enclosing);
        const own = here.filter((one) => one.marks.some((mark) => marks.includes(mark)));
        for (const one of [...own, ...here.filter((other) => other.marks.length === 0)]) {
          const taken = Math.min(rest, one.credits);
          one.credits -= taken;
          rest -= taken;
        }
      }
    }
  }

  #cut(cap: Cap, group: readonly Counting[], cuts: Cut[]): void {
    let used = 0;
    for (const one of group) {
      if (!concerns(cap, one)) continue;
      const credits = this.#under(cap, one.left);
      const limit = this.#limitOf(cap, one);
      const over = limit === undefined ? 0 : cutToLimit(used, credits, limit.credits);
      used += credits - over;
      if (limit !== undefined) cuts.push(...cutBy({ cap, limit }, one, this.#take(over, one.left, cap)));
    }
  }

  #limitOf(cap: Cap, { end }: Counting): Limit | undefined {
    const source = inForce(cap.limit, end);
    const credits = source && amountInCredits(source.value, this.#terms.requiredTotal);
    return source === undefined || credits === undefined ? undefined : { credits, source };
  }

  /** The credits that a category, a mark or the total looks at. */
  #under(scope: Scope, parts: readonly RemainingPart[]): Credits {
    let credits = 0;
    for (const part of parts) if (this.#isUnder(scope, part)) credits += part.credits;
    return credits;
  }

  #isUnder({ category, mark }: Scope, part: RemainingPart): boolean {
    if (mark !== undefined && !part.marks.includes(mark)) return false;
    return this.#tree.contains(category ?? WHOLE, part.category);
  }

  /**
   * Takes credits from the parts that a cap looks at, and returns what was taken: the last category in catalogue order first, in one category
   * the parts without a mark, then the last entered.
   */
  #take(credits: Credits, parts: readonly RemainingPart[], cap: Cap): readonly Taken[] {
    if (credits === 0) return [];
    const place = ({ category }: RemainingPart) => this.#tree.position(category);
    const inside = parts.flatMap((part, index) => (this.#isUnder(cap, part) ? [{ part, index }] : []));
    let rest = credits;
    return inside
      .sort((a, b) => place(b.part) - place(a.part) || withMarks(a.part) - withMarks(b.part) || b.index - a.index)
      .map(({ part, index }) => {
        const taken = Math.min(rest, part.credits);
        part.credits -= taken;
        rest -= taken;
        return { index, category: part.category, marks: part.marks, credits: taken };
      });
  }
}

/** What a figure or a cap looks at: the parts of a category, of a mark, or all. */
interface Scope {
  readonly category?: string;
  readonly mark?: string;
}

/** Credits taken from the part with an index. */
interface Taken extends Part {
  readonly index: number;
}

/** An entry and its credits on each day; the parts of a day have the indexes of those of the entry. */
interface SpreadEntry {
  readonly one: Counting;
  readonly days: ReadonlyMap<Day, readonly RemainingPart[]>;
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
  taken: readonly Taken[],
): readonly Cut[] {
  const credits = claimed({ parts: taken });
  if (credits === 0) return [];
  const parts = taken.filter((part) => part.credits > 0).map(({ index: _, ...part }) => part);
  return [{ entry: id, credits, parts, reason: { kind: 'cap', cap, limit: limit.credits, source: limit.source } }];
}

/** Whether a cap applies to an entry; caps on kinds and deliveries do not apply to carry-over and opening balances. */
function concerns({ kinds, deliveries }: Cap, { kind, delivery }: Counting): boolean {
  if (kinds !== undefined && (kind === undefined || !kinds.includes(kind))) return false;
  return deliveries === undefined || (delivery !== undefined && delivery !== '' && deliveries.includes(delivery));
}

/** Whether a cap looks at a category or the total, and not first of all at a kind, a delivery or a mark. */
export function isOverCategory({ kinds, deliveries, mark }: Cap): boolean {
  return kinds === undefined && deliveries === undefined && mark === undefined;
}

function withMarks({ marks }: RemainingPart): number {
  return marks.length === 0 ? 0 : 1;
}

/** Returns how much of `credits` exceeds what is left of a limit; `used` may already exceed it. */
function cutToLimit(used: Credits, credits: Credits, limit: Credits): Credits {
  return Math.min(credits, Math.max(0, used + credits - limit));
}

const trees = new WeakMap<CreditRenewal, CategoryTree>();

function treeOf(renewal: CreditRenewal): CategoryTree {
  const known = trees.get(renewal) ?? new CategoryTree(renewal.categories);
  trees.set(renewal, known);
  return known;
}
