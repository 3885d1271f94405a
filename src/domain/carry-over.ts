import { addDays, addMonths, type DateRange } from './calendar.ts';
import { CategoryTree, leavesOf, WHOLE } from './category-tree.ts';
import { type Countable, type CountedContribution, countUnder, isStated } from './count-credits.ts';
import { type Credits, sum } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { Part } from './holding.ts';
import { type Terms, TOTAL } from './renewal-terms.ts';
import { requirementsOf } from './requirement.ts';
import { inForce } from './sourced-value.ts';

/**
 * What a cycle leaves to the next one, by category, docs/domain.md section 4: min(cap, counted total - R, counted credits of the eligible
 * categories that ended in the eligible months and lie above that category's minimum), shared out in the catalogue's order.
 */
export function carriedOver(terms: Terms, records: Countable): readonly Part[] {
  const { renewal, holding, requiredTotal } = terms;
  const cap = inForce(renewal.carryOver?.cap, holding.cycle.end)?.value;
  if (renewal.carryOver === undefined || renewal.carryOver.per === 'year' || cap === undefined) return [];
  const counted = countUnder(terms, records);
  const total = sum((counted.cyclic.get(WHOLE) ?? []).map(({ credits }) => credits));
  let left = Math.max(0, Math.min(cap, total - (requiredTotal ?? total)));
  const months = eligibleMonths(renewal, holding.cycle);
  const parts: Part[] = [];
  for (const { category, max, into } of sharesOf(renewal)) {
    const contributions = counted.cyclic.get(category) ?? [];
    const spare = Math.min(
      lateCredits(contributions, months),
      aboveMinimum(category, contributions, terms),
      max ?? cap,
    );
    const credits = Math.max(0, Math.min(left, spare));
    left -= credits;
    if (credits > 0) parts.push({ category: into ?? category, credits });
  }
  return parts;
}

function sharesOf(renewal: CreditRenewal) {
  const { from } = renewal.carryOver ?? {};
  if (from !== undefined) return inCatalogueOrder(from, renewal);
  const leaves = leavesOf(renewal);
  return leaves.length === 0 ? [{ category: WHOLE }] : leaves.map(({ code }) => ({ category: code }));
}

type Share = NonNullable<NonNullable<CreditRenewal['carryOver']>['from']>[number];

function inCatalogueOrder(shares: readonly Share[], renewal: CreditRenewal): readonly Share[] {
  const tree = new CategoryTree(renewal.categories);
  return [...shares].sort((a, b) => tree.position(a.category) - tree.position(b.category));
}

function eligibleMonths({ carryOver }: CreditRenewal, { start, end }: DateRange): DateRange {
  const months = carryOver?.lastMonths?.value;
  return months === undefined ? { start, end } : { start: addMonths(addDays(end, 1), -months), end };
}

function lateCredits(contributions: readonly CountedContribution[], months: DateRange): Credits {
  const isEligible = ({ entry, end }: CountedContribution) =>
    !isStated(entry) && months.start <= end && end <= months.end;
  return sum(contributions.filter(isEligible).map(({ credits }) => credits));
}

function aboveMinimum(category: string, contributions: readonly CountedContribution[], terms: Terms): Credits {
  const all = sum(contributions.map(({ credits }) => credits));
  const minimum = requirementsOf(terms).find(
    ({ id, severity }) =>
      severity === 'hard' && (id === `category:${category}` || (category === WHOLE && id === TOTAL)),
  );
  return all - (minimum?.required ?? 0);
}
