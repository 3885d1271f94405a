import type { Reply } from '../chat/interaction.ts';
import { dayIn } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import type { Found } from '../opportunities/found.ts';
import { readQuery } from '../opportunities/query.ts';
import { nextCard, teamNextCard } from '../views/next-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, holdingsOf, withEntries } from './held.ts';
import { learnedOf } from './learned.ts';
import { mostHelpful } from './offered.ts';
import { shown, zoneOf } from './search.ts';

const BEST = 5;
/** What begins later is left to later. */
const AHEAD_DAYS = 60;
const DAY_MS = 86_400_000;
/** Of fewer people counts would say whose they are. */
const LEAST_PEOPLE = 3;

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

/** What fits into the time, is understood, and begins soon enough. */
async function fitting(minutes: number, text: string, context: Context): Promise<readonly Found[]> {
  const { words, today, now, person } = context;
  const index = await context.offers();
  if (index.size === 0) throw new Refusal(words.offer.none);
  const zone = zoneOf(context);
  const until = dayIn(zone, new Date(now.getTime() + AHEAD_DAYS * DAY_MS));
  const { mostMinutes = minutes, ...query } = readQuery(text, { today });
  const filter = { ...query, words: '', mostMinutes: Math.min(minutes, mostMinutes), until: query.until ?? until };
  const speaks = (person.locale ?? 'en').slice(0, 2).toLowerCase();
  return [...index.passing(filter, { zone, now })].filter(
    ({ language }) => language === '' || ['en', speaks].includes(language.slice(0, 2).toLowerCase()),
  );
}

async function forOne(offers: readonly Found[], minutes: number, context: Context) {
  const { words } = context;
  const holdings = creditHoldings(await holdingsOf(context));
  const helping = mostHelpful(offers, holdings, context, await learnedOf(offers, holdings, context))
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

/** What helps most people of a workspace, in counts alone: nobody is named. */
async function forTeam(offers: readonly Found[], minutes: number, context: Context) {
  const { person, words, data, catalogue } = context;
  if (!may(person.role, 'manager')) throw new Refusal(words.failure.notAllowed);
  const held = creditHoldings(await withEntries(await data.holdings.all(), data, catalogue));
  const people = [...Map.groupBy(held, ({ personId }) => personId).values()];
  if (people.length < LEAST_PEOPLE) throw new Refusal(words.offer.tooFew(LEAST_PEOPLE));
  const totals = new Map<string, { offer: Found; people: number; gaps: number; score: number }>();
  for (const holdings of people)
    for (const { offer, gains, score } of mostHelpful(offers, holdings, context)) {
      const total = totals.get(offer.id) ?? { offer, people: 0, gaps: 0, score: 0 };
      total.people += 1;
      total.gaps += gains.length;
      total.score += score;
      totals.set(offer.id, total);
    }
  const best = [...totals.values()]
    .sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1))
    .slice(0, BEST);
  const helping = best.map(({ offer, people: count, gaps }) => ({ ...shown(offer, [], context), people: count, gaps }));
  return teamNextCard(words.minutes(minutes), helping, words);
}
