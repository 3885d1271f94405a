import type { Reply } from '../../chat/reply.ts';
import { MIN_PEOPLE_FOR_COUNTS } from '../../domain/digest-content.ts';
import { may } from '../../domain/roles.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { creditHoldings, findHoldings, withEntries } from '../../services/certifications/holdings.ts';
import { loadLearnedRatios } from '../../services/opportunities/learned-ratios.ts';
import { rankingContextOf, rankOpportunities } from '../../services/opportunities/rank-opportunities.ts';
import { readQuery } from '../../services/opportunities/read-query.ts';
import { toShownOpportunity } from '../../services/opportunities/shown-opportunity.ts';
import { findFittingOpportunities, rankForTeam } from '../../services/opportunities/team-recommendations.ts';
import { parseDuration } from '../../services/records/parse-duration.ts';
import { Refusal } from '../../services/refusal.ts';
import { refusalOfNonAdmin } from '../../services/teams/ask-admin.ts';
import { findVisibleTeams } from '../../services/teams/visibility.ts';
import { nextCard, teamNextCard } from '../../views/opportunities/next-card.ts';
import type { Command, Context } from '../command.ts';

const BEST = 5;
/** Recommends opportunities for some free time: those that serve most open requirements after all limits; with `--team`, of a team. */
export const next: Command = {
  name: 'next',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { request } = context;
    const { words } = request;
    const { text = '', team } = request.args;
    const line = [text, team ?? ''].join(' ').trim();
    const [, typed = '', rest = ''] = /^(\S+(?:\s*(?:hours?|hrs?|h|minutes?|mins?|m))?)\b\s*(.*)$/iu.exec(line) ?? [];
    const minutes = line === '' ? 60 : parseDuration(typed.replace(/\s+/gu, ''));
    if (minutes === undefined || minutes === 0) throw new Refusal(words.opportunity.nextHow);
    const { opportunities, isPartial } = await findFitting(minutes, rest, context);
    const card =
      team === undefined
        ? await nextForPerson(opportunities, minutes, context)
        : await nextForTeam(opportunities, minutes, context);
    const preparing = { kind: 'note', text: words.opportunity.preparing } as const;
    return { kind: 'card', to: 'sender', card: isPartial ? { ...card, blocks: [preparing, ...card.blocks] } : card };
  },
};

/** The opportunities that fit; `isPartial`: while the search is prepared, only some were considered. */
async function findFitting(
  minutes: number,
  text: string,
  context: Context,
): Promise<{ readonly opportunities: readonly IndexedOpportunity[]; readonly isPartial: boolean }> {
  const { request } = context;
  const { words, now, person, today } = request;
  const { data } = context;
  const index = await data.opportunityIndex();
  const { isPartial } = index;
  if (index.size === 0 && !isPartial) throw new Refusal(words.opportunity.none);
  const { filters } = readQuery(text, { today, catalogue: data.catalogue, known: index.known });
  const wanted = { minutes, filters, locale: person.locale };
  const opportunities = findFittingOpportunities(index, wanted, { view: rankingContextOf(context), now });
  return { opportunities, isPartial };
}

async function nextForPerson(opportunities: readonly IndexedOpportunity[], minutes: number, context: Context) {
  const { request } = context;
  const { words } = request;
  const holdings = creditHoldings(await findHoldings(context.request.person, context.data));
  const learned = await loadLearnedRatios(opportunities, holdings, context.data);
  const helping = rankOpportunities(opportunities, holdings, { ...rankingContextOf(context), learned })
    .slice(0, BEST)
    .map(({ opportunity, estimates, gains: inDomains, outside }) => {
      const gains = [...inDomains, ...outside.gains];
      return {
        ...toShownOpportunity(opportunity, [], context),
        adds: estimates.map(({ estimate, ...rest }) => ({ ...rest, credits: estimate.likely })),
        serves: gains.length,
        closes: gains.filter(({ closes }) => closes).length,
        gained: gains.reduce((max, { days }) => Math.max(max, days), 0),
      };
    });
  return nextCard(words.minutes(minutes), helping, words);
}

/** Returns the card with what helps most people of the manager's teams, as counts without names. */
async function nextForTeam(opportunities: readonly IndexedOpportunity[], minutes: number, context: Context) {
  const { request, data } = context;
  const { person, words } = request;
  if (!may(person.role, 'manager')) throw await refusalOfNonAdmin(words.failure.notAllowed, data, words);
  const holdings = creditHoldings(await withEntries(await findVisibleHoldings(context), data));
  const people = [...Map.groupBy(holdings, ({ personId }) => personId).values()];
  if (people.length < MIN_PEOPLE_FOR_COUNTS) throw new Refusal(words.opportunity.tooFew(MIN_PEOPLE_FOR_COUNTS));
  const helping = rankForTeam(opportunities, people, rankingContextOf(context))
    .slice(0, BEST)
    .map(({ opportunity, people: count, ...help }) => ({
      ...toShownOpportunity(opportunity, [], context),
      ...help,
      people: count,
    }));
  return teamNextCard(words.minutes(minutes), helping, words);
}

/** Returns the holdings of everyone for admins, and of the members of their teams for managers; without people who left. */
async function findVisibleHoldings(context: Context) {
  const preferences = await context.data.preferences.all();
  const holdings = await findTeamHoldings(context);
  return holdings.filter(({ holding: { personId } }) => !preferences.get(personId)?.leftOn);
}

async function findTeamHoldings(context: Context) {
  const { request, data } = context;
  const { person } = request;
  if (may(person.role, 'admin')) return data.holdings.all();
  const teams = await findVisibleTeams(context);
  const memberships = await data.teams.memberships();
  const ids = teams.flatMap(({ teamId }) => (memberships.get(teamId) ?? []).map(({ personId }) => personId));
  return data.holdings.ofMany([...new Set(ids)]);
}
