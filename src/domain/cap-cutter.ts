import type { Day } from './calendar.ts';
import { type CategoryTree, WHOLE } from './category-tree.ts';
import type { Counting, Cut } from './contributions-and-cuts.ts';
import type { Credits } from './credit.ts';
import type { Cap } from './credit-rules.ts';
import { claimed, type Part } from './holding.ts';
import type { RemainingPart } from './remaining-part.ts';
import { amountInCredits, type Terms } from './renewal-terms.ts';
import { inForce, type Source } from './sourced-value.ts';

/** Applies single caps under the terms of one cycle: finds what a cap looks at, and takes what is over its limit. */
export class CapCutter {
  readonly #terms: Terms;
  readonly #tree: CategoryTree;

  constructor(terms: Terms, tree: CategoryTree) {
    this.#terms = terms;
    this.#tree = tree;
  }

  /** Applies a cap to a group of entries, in their order. */
  cut(cap: Cap, group: readonly Counting[], cuts: Cut[]): void {
    let used = 0;
    for (const one of group) {
      if (!concerns(cap, one)) continue;
      const credits = this.under(cap, one.left);
      const limit = this.#limitOf(cap, one);
      const over = limit === undefined ? 0 : cutToLimit(used, credits, limit.credits);
      used += credits - over;
      if (limit !== undefined) cuts.push(...cutBy({ cap, limit }, one, this.#take(over, one.left, cap)));
    }
  }

  /** Applies a cap per day to one activity; adds what it uses to `used`. */
  cutDays({ one, days }: SpreadEntry, cap: Cap, used: Map<Day, Credits>): readonly Cut[] {
    if (!concerns(cap, one)) return [];
    const limit = this.#limitOf(cap, one);
    const taken: Taken[] = [];
    for (const [day, parts] of days) {
      const before = used.get(day) ?? 0;
      const credits = this.under(cap, parts);
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

  /** The credits that a category, a mark or the total looks at. */
  under(scope: Scope, parts: readonly RemainingPart[]): Credits {
    let credits = 0;
    for (const part of parts) if (this.#isUnder(scope, part)) credits += part.credits;
    return credits;
  }

  #isUnder({ category, mark }: Scope, part: RemainingPart): boolean {
    if (mark !== undefined && !part.marks.includes(mark)) return false;
    return this.#tree.contains(category ?? WHOLE, part.category);
  }

  #limitOf(cap: Cap, { end }: Counting): Limit | undefined {
    const source = inForce(cap.limit, end);
    const credits = source && amountInCredits(source.value, this.#terms.requiredTotal);
    return source === undefined || credits === undefined ? undefined : { credits, source };
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

/** Whether a cap looks at a category or the total, and not first of all at a kind, a delivery or a mark. */
export function isOverCategory({ kinds, deliveries, mark }: Cap): boolean {
  return kinds === undefined && deliveries === undefined && mark === undefined;
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

function withMarks({ marks }: RemainingPart): number {
  return marks.length === 0 ? 0 : 1;
}

/** Returns how much of `credits` exceeds what is left of a limit; `used` may already exceed it. */
function cutToLimit(used: Credits, credits: Credits, limit: Credits): Credits {
  return Math.min(credits, Math.max(0, used + credits - limit));
}
