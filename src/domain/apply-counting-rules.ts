import type { Day } from './calendar.ts';
import { CapCutter, isOverCategory } from './cap-cutter.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import type { CountedContribution, Counting, Cut } from './contributions-and-cuts.ts';
import type { Credits } from './credit.ts';
import type { Cap, CreditRenewal } from './credit-rules.ts';
import { claimed, type Entry } from './holding.ts';
import { type RemainingPart, remainingOf, spreadOver } from './remaining-part.ts';
import { conditionHolds, type Terms } from './renewal-terms.ts';
import { markedParts } from './split-by-mark.ts';

/** Applies the rules of docs/domain.md section 4, steps 2 to 7, under the terms of one cycle. */
export class Counter {
  readonly #terms: Terms;
  readonly #tree: CategoryTree;
  readonly #cutter: CapCutter;
  readonly #caps: Readonly<Record<Cap['per'], readonly Cap[]>>;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#tree = treeOf(terms.renewal);
    this.#cutter = new CapCutter(terms, this.#tree);
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
    for (const one of counting) for (const cap of this.#caps.entry) this.#cutter.cut(cap, [one], cuts);
    if (this.#caps.day.length === 0) return;
    const spread = counting.map((one) => ({ one, days: spreadOver(one) }));
    for (const cap of this.#caps.day) {
      const used = new Map<Day, Credits>();
      for (const one of spread) cuts.push(...this.#cutter.cutDays(one, cap, used));
    }
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
      for (const cap of first) this.#cutter.cut(cap, group, cuts);
      for (const category of this.#tree.innerToOuter) {
        for (const cap of overCategories) if ((cap.category ?? WHOLE) === category) this.#cutter.cut(cap, group, cuts);
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
      const credits = this.#cutter.under(scope, one.left);
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
}

const trees = new WeakMap<CreditRenewal, CategoryTree>();

function treeOf(renewal: CreditRenewal): CategoryTree {
  const known = trees.get(renewal) ?? new CategoryTree(renewal.categories);
  trees.set(renewal, known);
  return known;
}
