import type { Reply } from '../chat/interaction.ts';
import { may } from '../domain/roles.ts';
import { LEAST_FOR_COUNTS } from '../domain/team-digest.ts';
import type { Found } from '../opportunities/found.ts';
import { nextCard, teamNextCard } from '../views/next-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, holdingsOf, withEntries } from './held.ts';
import { learnedOf } from './learned.ts';
import { mostHelpful, viewpointOf } from './offered.ts';
import { shown } from './search.ts';
import { teamsSeenBy } from './sight.ts';
import { bestForTeam, fittingOffers } from './team-best.ts';

const BEST = 5;
/** The best use of some time: what serves most open requirements over all certifications, after the limits; `--team`: of everybody. */
export const next: Command = {
  name: 'next',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { interaction, words } = context;
    const { text = '', team } = interaction.args;
    const line = [text, team ?? ''].join(' ').trim();
    const [, typed = '', rest = ''] = /^(\S+(?:\s*(?:hours?|hrs?|h|minutes?|mins?|m))?)\b\s*(.*)$/iu.exec(line) ?? [];
    const minutes = line === '' ? 60 : readDuration(typed.replace(/\s+/gu, ''));
    if (minutes === undefined || minutes === 0) throw new Refusal(words.offer.nextHow);
    const offers = await fitting(minutes, rest, context);
    const card = team === undefined ? await forOne(offers, minutes, context) : await forTeam(offers, minutes, context);
    return { kind: 'card', to: 'sender', card };
  },
};

async function fitting(minutes: number, text: string, context: Context): Promise<readonly Found[]> {
  const { words, now, person } = context;
  const index = await context.offers();
  if (index.size === 0) throw new Refusal(words.offer.none);
  return fittingOffers(index, { minutes, text, locale: person.locale }, { view: viewpointOf(context), now });
}

async function forOne(offers: readonly Found[], minutes: number, context: Context) {
  const { words } = context;
  const holdings = creditHoldings(await holdingsOf(context));
  const helping = mostHelpful(offers, holdings, viewpointOf(context), await learnedOf(offers, holdings, context))
    .slice(0, BEST)
    .map(({ offer, worths, gains }) => ({
      ...shown(offer, [], context),
      adds: worths.map(({ certification, category, estimate }) => ({
        certification,
        category,
        credits: estimate.likely,
      })),
      serves: gains.length,
      closes: gains.filter(({ closes }) => closes).length,
      gained: gains.reduce((most, { days }) => Math.max(most, days), 0),
    }));
  return nextCard(words.minutes(minutes), helping, words);
}

/** What helps most people of the teams that are one's to look at, in counts alone: nobody is named. */
async function forTeam(offers: readonly Found[], minutes: number, context: Context) {
  const { person, words, data, catalogue } = context;
  if (!may(person.role, 'manager')) throw new Refusal(words.failure.notAllowed);
  const held = creditHoldings(await withEntries(await holdingsSeen(context), data, catalogue));
  const people = [...Map.groupBy(held, ({ personId }) => personId).values()];
  if (people.length < LEAST_FOR_COUNTS) throw new Refusal(words.offer.tooFew(LEAST_FOR_COUNTS));
  const helping = bestForTeam(offers, people, viewpointOf(context))
    .slice(0, BEST)
    .map(({ offer, people: count, gaps }) => ({ ...shown(offer, [], context), people: count, gaps }));
  return teamNextCard(words.minutes(minutes), helping, words);
}

/** Admins see everybody, managers those whom they lead. */
async function holdingsSeen(context: Context) {
  const { data, person } = context;
  if (may(person.role, 'admin')) return data.holdings.all();
  const teams = await teamsSeenBy(context);
  const memberships = await data.teams.memberships();
  const ids = teams.flatMap(({ teamId }) => (memberships.get(teamId) ?? []).map(({ personId }) => personId));
  return data.holdings.ofMany([...new Set(ids)]);
}
