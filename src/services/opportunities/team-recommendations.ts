import { dayIn } from '../../domain/calendar.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import { parseSearchQuery } from '../../opportunities/parse-search-query.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type RankingContext, rankOpportunities } from './rank-opportunities.ts';

/** Opportunities that start later aren't recommended yet. */
const AHEAD_DAYS = 60;
const DAY_MS = 86_400_000;

interface FittingQuery {
  readonly minutes: number;
  readonly text?: string;
  readonly locale: string | null | undefined;
}

/** Returns opportunities of at most `minutes`, in English or the language of the locale, that start within 60 days. */
export function findFittingOpportunities(
  index: OpportunityIndex,
  { minutes, text = '', locale }: FittingQuery,
  { view, now }: { readonly view: RankingContext; readonly now: Date },
): readonly IndexedOpportunity[] {
  const { zone, today } = view;
  const until = dayIn(zone, new Date(now.getTime() + AHEAD_DAYS * DAY_MS));
  const { maxMinutes = minutes, ...query } = parseSearchQuery(text, { today });
  const filter = { ...query, words: '', maxMinutes: Math.min(minutes, maxMinutes), until: query.until ?? until };
  const spoken = (locale ?? 'en').slice(0, 2).toLowerCase();
  return [...index.passing(filter, { zone, now })].filter(
    ({ language }) => language === '' || ['en', spoken].includes(language.slice(0, 2).toLowerCase()),
  );
}

/** An opportunity with the number of people it helps and of open requirements it counts towards. */
export interface TeamRecommendation {
  readonly opportunity: IndexedOpportunity;
  readonly people: number;
  readonly gaps: number;
}

/** Ranks opportunities for a team, most helpful first. `holdingsByPerson` has a list for each member. */
export function rankForTeam(
  opportunities: readonly IndexedOpportunity[],
  holdingsByPerson: readonly (readonly CreditHolding[])[],
  view: RankingContext,
): readonly TeamRecommendation[] {
  const totals = new Map<string, { opportunity: IndexedOpportunity; people: number; gaps: number; score: number }>();
  for (const holdings of holdingsByPerson)
    for (const { opportunity, gains, score } of rankOpportunities(opportunities, holdings, view)) {
      const total = totals.get(opportunity.id) ?? { opportunity, people: 0, gaps: 0, score: 0 };
      total.people += 1;
      total.gaps += gains.length;
      total.score += score;
      totals.set(opportunity.id, total);
    }
  return [...totals.values()].sort((a, b) => b.score - a.score || (a.opportunity.id < b.opportunity.id ? -1 : 1));
}
