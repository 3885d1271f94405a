import type { Reply } from '../chat/interaction.ts';
import { dayIn } from '../domain/calendar.ts';
import type { Found } from '../opportunities/index-of-offers.ts';
import { readQuery } from '../opportunities/query.ts';
import { nextCard, type ShownOffer, searchCard } from '../views/offer-card.ts';
import { skipped } from './asked-page.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, holdingNamed, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import { mostHelpful, worthsOf } from './offered.ts';

const PAGE = 6;
const BEST = 5;
/** What begins later is left to later. */
const AHEAD_DAYS = 60;
const DAY_MS = 86_400_000;

/** Finds opportunities by words and filters, with an estimate for each certification. */
export const search: Command = {
  name: 'search',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { interaction, words, today, now, catalogue } = context;
    const { text = '', skip } = interaction.args;
    const holdings = creditHoldings(await holdingsOf(context));
    const query = readQuery(text, { today });
    const { certification = '' } = query;
    const meant = certification === '' ? undefined : holdingNamed(certification, holdings, catalogue);
    // What names no certification of theirs was meant as words: “for beginners”.
    const wanted = certification === '' || meant !== undefined ? query.words : `${query.words} ${certification}`.trim();
    const index = await context.offers();
    const from = skipped(skip);
    const when = { zone: zoneOf(context), now };
    const finding = index.search({ ...query, words: wanted }, when, { skip: from, limit: PAGE });
    const chosen = meant === undefined ? holdings : [meant];
    const offers = finding.found.map((offer) => shown(offer, chosen, context));
    const list = { asked: text.slice(0, 200), words: wanted, offers, from, count: finding.count, size: PAGE };
    const card = searchCard({ ...list, meant: finding.meant, isEmpty: index.size === 0 }, words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** The best use of some time: what serves most open requirements over all certifications, after the limits. */
export const next: Command = {
  name: 'next',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { interaction, words, today, now } = context;
    const text = (interaction.args.text ?? '').trim();
    const [, typed = '', rest = ''] = /^(\S+(?:\s*(?:hours?|hrs?|h|minutes?|mins?|m))?)\b\s*(.*)$/iu.exec(text) ?? [];
    const minutes = text === '' ? 60 : readDuration(typed.replace(/\s+/gu, ''));
    if (minutes === undefined || minutes === 0) throw new Refusal(words.offer.nextHow);
    const holdings = creditHoldings(await holdingsOf(context));
    const index = await context.offers();
    if (index.size === 0) throw new Refusal(words.offer.none);
    const zone = zoneOf(context);
    const until = dayIn(zone, new Date(now.getTime() + AHEAD_DAYS * DAY_MS));
    const { mostMinutes = minutes, ...query } = readQuery(rest, { today });
    const filter = { ...query, words: '', mostMinutes: Math.min(minutes, mostMinutes), until: query.until ?? until };
    const speaks = (context.person.locale ?? 'en').slice(0, 2).toLowerCase();
    const understood = [...index.passing(filter, { zone, now })].filter(
      ({ language }) => language === '' || ['en', speaks].includes(language.slice(0, 2).toLowerCase()),
    );
    const best = mostHelpful(understood, holdings, context).slice(0, BEST);
    const helping = best.map(({ offer, worths, gains }) => ({
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
    return { kind: 'card', to: 'sender', card: nextCard(words.minutes(minutes), helping, words) };
  },
};

function shown(offer: Found, holdings: readonly CreditHolding[], context: Context): ShownOffer {
  const { startsAt } = offer;
  const when = startsAt === undefined ? '' : context.words.moment(startsAt, zoneOf(context));
  return { ...offer, when, worths: worthsOf(offer, holdings, context) };
}

function zoneOf({ person, data }: Context): string {
  return person.zone ?? data.workspace.zone;
}
