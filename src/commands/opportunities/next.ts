import type { Reply } from '../../chat/reply.ts';
import { MIN_PEOPLE_FOR_COUNTS } from '../../domain/digest-content.ts';
import { may } from '../../domain/roles.ts';
import { distinctBest } from '../../opportunities/merge-duplicates.ts';
import {
  creditHoldings,
  creditStandingToday,
  findHoldings,
  withEntries,
} from '../../services/certifications/holdings.ts';
import type { CreditHolding, MemberHolding } from '../../services/certifications/member-holding.ts';
import { loadLearnedRatios } from '../../services/opportunities/learned-ratios.ts';
import {
  type RankedOpportunity,
  rankingContextOf,
  rankOpportunities,
} from '../../services/opportunities/rank-opportunities.ts';
import {
  type FittingOpportunities,
  findForFreeTime,
  readFreeTime,
  readTeams,
} from '../../services/opportunities/read-next-request.ts';
import { toShownOpportunity } from '../../services/opportunities/shown-opportunity.ts';
import { rankForTeam } from '../../services/opportunities/team-recommendations.ts';
import { Refusal } from '../../services/refusal.ts';
import { refusalOfNonAdmin } from '../../services/teams/ask-admin.ts';
import { memberPages } from '../../services/teams/member-pages.ts';
import { findVisibleTeams } from '../../services/teams/visibility.ts';
import { nextCard, teamNextCard } from '../../views/opportunities/next-card.ts';
import type { Command, Context } from '../command.ts';

const BEST = 5;

/** Recommends opportunities for some free time: those that serve most open requirements after all limits; with `--team`, of teams. */
export const next: Command = {
  name: 'next',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { words, args } = context.request;
    const { card, isPartial } =
      args.team === undefined ? await nextForPerson(context) : await nextForTeam(args.team, context);
    const preparing = { kind: 'note', text: words.opportunity.preparing } as const;
    return { kind: 'card', to: 'sender', card: isPartial ? { ...card, blocks: [preparing, ...card.blocks] } : card };
  },
};

async function nextForPerson(context: Context) {
  const { request, data } = context;
  const { words, args, person } = request;
  const time = readFreeTime((args.text ?? '').trim(), context);
  const { opportunities, filters, isPartial } = await findForFreeTime(time, context);
  const all = await findHoldings(person, data);
  const holdings = wantedHoldings(creditHoldings(all), filters, context);
  const learned = await loadLearnedRatios(opportunities, holdings, data);
  const options = { ...rankingContextOf(context), learned, ...creditOptions(filters) };
  const helping = distinctBest(rankOpportunities(opportunities, holdings, options), BEST).map((ranked) => ({
    ...toShownOpportunity(ranked.opportunity, [], context),
    ...helpOf(ranked),
  }));
  const card = nextCard({ time: words.minutes(time.minutes), helping, ...whyNothing(all, holdings, context) }, words);
  return { card, isPartial };
}

/** Why nothing may help: all requirements are met, or a certification is renewed by an exam. */
function whyNothing(all: readonly MemberHolding[], holdings: readonly CreditHolding[], context: Context) {
  const shortsOf = (some: readonly MemberHolding[]) => some.map(({ certification: { short } }) => short);
  const isMet = holdings.every((holding) => creditStandingToday(holding, context).status === 'met');
  const exams = all.filter(
    ({ certification: { renewal } }) => renewal.kind === 'exam' || renewal.kind === 'assessment',
  );
  return { met: isMet ? shortsOf(holdings) : [], exams: shortsOf(exams) };
}

/** How an opportunity helps: by what counts, or if nothing does, by what counts only if it fits. */
function helpOf({ estimates, gains: counting, ifItFits }: RankedOpportunity) {
  const gains = counting.length > 0 ? counting : ifItFits.gains;
  return {
    adds: estimates.map(({ estimate, ...rest }) => ({ ...rest, credits: estimate.likely })),
    serves: gains.length,
    closes: gains.filter(({ closes }) => closes).length,
    gained: gains.reduce((max, { days }) => Math.max(max, days), 0),
  };
}

type Filters = FittingOpportunities['filters'];

function creditOptions({ category, credits }: Filters) {
  return { categoryNamed: category, minCredits: credits };
}

/** Returns the holdings of the certification that is wanted. Throws `Refusal` if the person doesn't have it. */
function wantedHoldings(
  holdings: readonly CreditHolding[],
  { certification: wanted }: Filters,
  { request: { words } }: Context,
): readonly CreditHolding[] {
  if (wanted === undefined) return holdings;
  const chosen = holdings.filter(({ certification }) => certification.code === wanted.code);
  if (chosen.length === 0) throw new Refusal(words.pace.notAdded(wanted.short));
  return chosen;
}

/** Returns the card with what helps most people of the manager's teams, as counts without names. */
async function nextForTeam(typed: string, context: Context) {
  const { request, data } = context;
  const { person, words, args } = request;
  if (!may(person.role, 'manager')) throw await refusalOfNonAdmin(words.failure.notAllowed, data, words);
  const { text = '' } = args;
  const behind = text.trim() === '' ? readFreeTime(typed.trim(), context) : undefined;
  const named = readTeams(behind?.rest ?? typed, await findVisibleTeams(context));
  const before = behind ?? readFreeTime(text.trim(), context);
  const rest = behind === undefined ? `${before.rest} ${named.rest}`.trim() : named.rest;
  const { opportunities, filters, isPartial } = await findForFreeTime({ ...before, rest }, context);
  const people = await findTeamHoldings(named.teams, context);
  if (people.length < MIN_PEOPLE_FOR_COUNTS) throw new Refusal(words.opportunity.tooFew(MIN_PEOPLE_FOR_COUNTS));
  const { certification: wanted } = filters;
  const chosen = people.map((holdings) =>
    holdings.filter(({ certification }) => wanted === undefined || certification.code === wanted.code),
  );
  const options = { ...rankingContextOf(context), ...creditOptions(filters) };
  const helping = distinctBest(await rankForTeam(opportunities, chosen, options), BEST).map(
    ({ opportunity, ...help }) => ({ ...toShownOpportunity(opportunity, [], context), ...help }),
  );
  return { card: teamNextCard(words.minutes(before.minutes), helping, words), isPartial };
}

/** Returns the holdings of each person of some teams who has any; without people who left. */
async function findTeamHoldings(
  teams: Awaited<ReturnType<typeof findVisibleTeams>>,
  { data }: Context,
): Promise<readonly (readonly CreditHolding[])[]> {
  const memberships = await data.teams.memberships();
  const preferences = await data.preferences.all();
  const ids = teams.flatMap(({ teamId }) => (memberships.get(teamId) ?? []).map(({ personId }) => personId));
  const present = [...new Set(ids)].filter((personId) => !preferences.get(personId)?.leftOn);
  const people: (readonly CreditHolding[])[] = [];
  for await (const page of memberPages(present, data)) {
    const holdings = creditHoldings(await withEntries(await data.holdings.ofMany(page), data));
    people.push(...Map.groupBy(holdings, ({ personId }) => personId).values());
  }
  return people;
}
