import type { SearchFilters } from '../../domain/search-filters.ts';
import type { IndexedOpportunity, SearchTime } from '../../opportunities/indexed-opportunity.ts';
import type { OpportunityIndex, ResultPage, SearchFinding } from '../../opportunities/opportunity-index.ts';
import type { SearchQuery } from '../../opportunities/query/search-query.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { CreditEstimate } from './rank-opportunities.ts';

/** What is searched, and how credits are estimated where no provider states them. */
interface OpportunitySearch {
  readonly query: SearchQuery;
  readonly when: SearchTime;
  readonly page: ResultPage;
  /** The holding that the query names. */
  readonly target: CreditHolding | undefined;
  readonly estimate: (opportunity: IndexedOpportunity) => readonly CreditEstimate[];
}

/**
 * Searches with all filters. If no provider states credits as wanted for a certification that the member holds, they are estimated instead:
 * `isEstimated`.
 */
export function searchOpportunities(
  index: OpportunityIndex,
  { query, when, page, target, estimate }: OpportunitySearch,
): { readonly finding: SearchFinding; readonly isEstimated: boolean } {
  const stated = index.search(query, when, page);
  const { certification, category, credits, ...others } = query.filters;
  const isAboutCredits = certification !== undefined || category !== undefined || credits !== undefined;
  const canEstimate = certification === undefined || target !== undefined;
  if (stated.count > 0 || !isAboutCredits || !canEstimate) return { finding: stated, isEstimated: false };
  const accepts = (opportunity: IndexedOpportunity) => isWorth(estimate(opportunity), query.filters);
  const finding = index.search({ ...query, filters: others }, when, {
    ...page,
    ...(credits === undefined && category === undefined ? {} : { accepts }),
  });
  return finding.count > 0 ? { finding, isEstimated: true } : { finding: stated, isEstimated: false };
}

/** Whether one of the estimates, which are in the category that is wanted, is of enough credits. */
function isWorth(estimates: readonly CreditEstimate[], { credits = 0 }: SearchFilters): boolean {
  return estimates.some(({ estimate }) => estimate.likely >= credits);
}
