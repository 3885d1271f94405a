import { type Credits, sum } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { Entry, Part } from './holding.ts';

/**
 * Splits parts so that each mark has the stated credits of them: one mark after the other along the parts, and from the end where no room is
 * left. `amounts` are credits by mark; more than the parts have is taken as all of them.
 */
export function withMarkAmounts(parts: readonly Part[], amounts: ReadonlyMap<string, Credits>): readonly Part[] {
  const total = parts.reduce((all, { credits }) => all + credits, 0);
  const ranges: { readonly mark: string; readonly from: Credits; readonly until: Credits }[] = [];
  let used = 0;
  for (const [mark, stated] of amounts) {
    const length = Math.min(stated, total);
    if (length <= 0) continue;
    const from = used + length <= total ? used : total - length;
    ranges.push({ mark, from, until: from + length });
    used = from + length;
  }
  let before = 0;
  return parts.flatMap(({ category, credits }) => {
    const [start, end] = [before, before + credits];
    before = end;
    const borders = [start, end, ...ranges.flatMap(({ from, until }) => [from, until])]
      .filter((border) => start <= border && border <= end)
      .sort((a, b) => a - b);
    return borders.flatMap((from, index): readonly Part[] => {
      const until = borders[index + 1];
      if (until === undefined || until === from) return [];
      const marks = ranges.filter((range) => range.from <= from && until <= range.until).map(({ mark }) => mark);
      return [{ category, credits: until - from, ...(marks.length === 0 ? {} : { marks: marks.sort() }) }];
    });
  });
}

/** Returns the parts of an entry with the marks that follow from how it was delivered beside those that were set. */
export function markedParts(
  { parts, delivery }: Pick<Entry, 'parts' | 'delivery'>,
  renewal: CreditRenewal,
): readonly Part[] {
  if (delivery === undefined || delivery === '') return parts;
  const derived = renewal.marks.filter(({ from }) => from?.deliveries.includes(delivery)).map(({ code }) => code);
  if (derived.length === 0) return parts;
  return parts.map((part) => ({ ...part, marks: [...new Set([...(part.marks ?? []), ...derived])].sort() }));
}

/** Returns the credits of some parts that have a mark. */
export function creditsWithMark(parts: readonly Part[], mark: string): Credits {
  return parts.reduce((all, { credits, marks }) => (marks?.includes(mark) ? all + credits : all), 0);
}

/** Returns the credits of each category of some parts, whatever their marks. */
export function withoutMarks(parts: readonly Part[]): readonly Part[] {
  return [...Map.groupBy(parts, ({ category }) => category)].map(([category, some]) => ({
    category,
    credits: sum(some.map(({ credits }) => credits)),
  }));
}

/** Returns every mark of some parts, each once, in order. */
export function marksOf(parts: readonly Part[]): readonly string[] {
  return [...new Set(parts.flatMap(({ marks = [] }) => marks))].sort();
}
