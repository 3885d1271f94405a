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
  /** It is in the domains of none of their certifications, and counts only if it fits their work. */
  readonly isOutside: boolean;
}

/** The people and requirements that an opportunity helps, and how much. */
interface Help {
  readonly people: number;
  readonly gaps: number;
  readonly score: number;
}

const NO_HELP: Help = { people: 0, gaps: 0, score: 0 };

/**
 * Ranks opportunities for a team, those in the domains of its certifications first, then most helpful first. `holdingsByPerson` has a list for
 * each member.
 */
export function rankForTeam(
  opportunities: readonly IndexedOpportunity[],
  holdingsByPerson: readonly (readonly CreditHolding[])[],
  view: RankingContext,
): readonly TeamRecommendation[] {
  const totals = new Map<string, { opportunity: IndexedOpportunity; inside: Help; outside: Help }>();
  for (const holdings of holdingsByPerson)
    for (const { opportunity, gains, score, outside } of rankOpportunities(opportunities, holdings, view)) {
      const total = totals.get(opportunity.id) ?? { opportunity, inside: NO_HELP, outside: NO_HELP };
      totals.set(opportunity.id, {
        opportunity,
        inside: withHelp(total.inside, gains.length, score),
        outside: withHelp(total.outside, outside.gains.length, outside.score),
      });
    }
  return [...totals.values()]
    .sort(
      (a, b) =>
        b.inside.score - a.inside.score ||
        b.outside.score - a.outside.score ||
        (a.opportunity.id < b.opportunity.id ? -1 : 1),
    )
    .map(({ opportunity, inside, outside }) => {
      const isOutside = inside.people === 0;
      const { people, gaps } = isOutside ? outside : inside;
      return { opportunity, people, gaps, isOutside };
    });
}

function withHelp({ people, gaps, score }: Help, moreGaps: number, moreScore: number): Help {
  return { people: people + (moreScore > 0 ? 1 : 0), gaps: gaps + moreGaps, score: score + moreScore };
}
