import type { Cap, Category, CreditRenewal } from './credit-rules.ts';

/** The category of an allocation to a certification that knows none. */
export const WHOLE = 'total';

/** The categories credits can be logged in: those with no category inside them. */
export function leavesOf(renewal: Pick<CreditRenewal, 'categories'>): readonly Category[] {
  return renewal.categories.filter(({ code }) => !renewal.categories.some((category) => category.parent === code));
}

/** Whether one activity can be claimed in several categories at once. */
export function isSplit(renewal: CreditRenewal): boolean {
  return renewal.splits !== undefined && leavesOf(renewal).length > 1;
}

/** The categories of a certification as a tree with the total at its root. */
export class CategoryTree {
  /** Every category, those that lie inside others first; the total last. */
  readonly innerToOuter: readonly string[];
  readonly #ancestors = new Map<string, ReadonlySet<string>>();
  readonly #positions = new Map<string, number>();

  constructor(categories: readonly Category[]) {
    const parents = new Map(categories.map((category) => [category.code, category.parent]));
    for (const [index, { code }] of categories.entries()) {
      const line = new Set([code, WHOLE]);
      for (let up = parents.get(code); up !== undefined; up = parents.get(up)) line.add(up);
      this.#ancestors.set(code, line);
      this.#positions.set(code, index);
    }
    const depth = (code: string) => this.#ancestors.get(code)?.size ?? 0;
    const inner = categories.map((category) => category.code).sort((a, b) => depth(b) - depth(a));
    this.innerToOuter = [...inner, WHOLE];
  }

  /** Whether a part counts in a category: it is that one, or lies inside it. */
  contains(category: string, part: string): boolean {
    return category === WHOLE || category === part || (this.#ancestors.get(part)?.has(category) ?? false);
  }

  /** A category and those it lies inside, from inner to outer, the total last. */
  enclosing(category: string): readonly string[] {
    const line = [...(this.#ancestors.get(category) ?? [category])].filter((one) => one !== WHOLE);
    return [...line, WHOLE];
  }

  /** The place in the catalogue's order. */
  position(category: string): number {
    return this.#positions.get(category) ?? -1;
  }

  /** Caps of one step in the order in which they apply: over kinds and deliveries, over marks, then from inner to outer, else in catalogue order. */
  ordered(caps: readonly Cap[]): readonly Cap[] {
    const depth = ({ kinds, deliveries, mark, category }: Cap) => {
      if (kinds !== undefined || deliveries !== undefined) return -2;
      return mark === undefined ? this.innerToOuter.indexOf(category ?? WHOLE) : -1;
    };
    return [...caps].sort((a, b) => depth(a) - depth(b));
  }
}
