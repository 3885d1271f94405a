import { dayIn } from '../../domain/calendar.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import type { SearchFilters } from '../../domain/search-filters.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { Turns } from '../yield-to-others.ts';
import { Candidate } from './candidate.ts';
import { findHelpful, type RankingContext, type RankingOptions } from './rank-opportunities.ts';

/** Opportunities that start later aren't recommended yet. */
const AHEAD_DAYS = 60;
const DAY_MS = 86_400_000;

interface FittingQuery {
  /** What it is about; empty: anything. */
  readonly words?: string;
  readonly minutes: number;
  /** Filters that were read, such as `online`. */
  readonly filters?: SearchFilters;
  readonly locale: string | null | undefined;
}

/**
 * Returns opportunities of at most `minutes`, in English or the language of the locale, that can be taken at any time or start within 60 days.
 * Filters by credits are left out: these are estimated.
 */
export function findFittingOpportunities(
  index: OpportunityIndex,
  { minutes, words = '', filters = {}, locale }: FittingQuery,
  { view, now }: { readonly view: RankingContext; readonly now: Date },
): readonly IndexedOpportunity[] {
  const { zone } = view;
  const { certification: _, category: __, credits: ___, ...others } = filters;
  const max = Math.min(minutes, filters.length?.max ?? minutes);
  const until = dayIn(zone, new Date(now.getTime() + AHEAD_DAYS * DAY_MS));
  const spoken = (locale ?? 'en').slice(0, 2).toLowerCase();
  const about = words === '' ? undefined : index.about(words);
  const wanted = { ...others, length: { ...filters.length, max } };
  return [...index.passing(wanted, { zone, now })].filter((opportunity) => {
    if (about !== undefined && !about.has(opportunity)) return false;
    const on = opportunityDay(opportunity, zone);
    const isSoon = filters.date !== undefined || on === undefined || on <= until;
    const { language } = opportunity;
    const isSpoken = language === '' || ['en', spoken].includes(language.slice(0, 2).toLowerCase());
    return isSoon && (filters.language !== undefined || isSpoken);
  });
}

/** An opportunity with the number of people it helps and of open requirements it counts towards. */
export interface TeamRecommendation {
  readonly opportunity: IndexedOpportunity;
  readonly people: number;
  readonly gaps: number;
  /** It counts for them only if it fits their work. */
  readonly isIfItFits: boolean;
}

/** The people and requirements that an opportunity helps, and how much. */
interface Help {
  readonly people: number;
  readonly gaps: number;
  readonly score: number;
}

/** How many opportunities are probed for a member before other work may have its turn. */
const CANDIDATES_PER_TURN = 50;

const NO_HELP: Help = { people: 0, gaps: 0, score: 0 };

/**
 * Ranks opportunities for a team, those that count first, then most helpful first. `holdingsByPerson` has a list for
 * each member. Other work gets its turn meanwhile.
 */
export async function rankForTeam(
  opportunities: readonly IndexedOpportunity[],
  holdingsByPerson: readonly (readonly CreditHolding[])[],
  view: RankingOptions,
): Promise<readonly TeamRecommendation[]> {
  const turns = new Turns();
  const candidates = opportunities.map((opportunity) => new Candidate(opportunity, view));
  const totals = new Map<string, { opportunity: IndexedOpportunity; counts: Help; fits: Help }>();
  for (const holdings of holdingsByPerson)
    for (let from = 0; from < candidates.length; from += CANDIDATES_PER_TURN) {
      await turns.give();
      const some = candidates.slice(from, from + CANDIDATES_PER_TURN);
      for (const { opportunity, gains, score, ifItFits } of findHelpful(some, holdings, view)) {
        const total = totals.get(opportunity.id) ?? { opportunity, counts: NO_HELP, fits: NO_HELP };
        totals.set(opportunity.id, {
          opportunity,
          counts: withHelp(total.counts, gains.length, score),
          fits: withHelp(total.fits, ifItFits.gains.length, ifItFits.score),
        });
      }
    }
  return [...totals.values()]
    .sort(
      (a, b) =>
        b.counts.score - a.counts.score ||
        b.fits.score - a.fits.score ||
        (a.opportunity.id < b.opportunity.id ? -1 : 1),
    )
    .map(({ opportunity, counts, fits }) => {
      const isIfItFits = counts.people === 0;
      const { people, gaps } = isIfItFits ? fits : counts;
      return { opportunity, people, gaps, isIfItFits };
    });
}

function withHelp({ people, gaps, score }: Help, moreGaps: number, moreScore: number): Help {
  return { people: people + (moreScore > 0 ? 1 : 0), gaps: gaps + moreGaps, score: score + moreScore };
}
