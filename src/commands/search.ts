import type { Reply } from '../chat/interaction.ts';
import type { Found } from '../opportunities/found.ts';
import { readQuery } from '../opportunities/query.ts';
import { type ShownOffer, searchCard } from '../views/offer-card.ts';
import { skipped } from './asked-page.ts';
import type { Command, Context } from './command.ts';
import { creditHoldings, holdingNamed, holdingsOf } from './held.ts';
import { learnedOf } from './learned.ts';
import { viewpointOf, type Worth, worthsOf } from './offered.ts';

const PAGE = 6;

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
    const learned = await learnedOf(finding.found, chosen, context);
    const about = { learned, categoryNamed: query.category };
    const view = viewpointOf(context);
    const offers = finding.found.map((offer) => shown(offer, worthsOf(offer, chosen, view, about), context));
    const list = { asked: text.slice(0, 200), words: wanted, offers, from, count: finding.count, size: PAGE };
    const card = searchCard({ ...list, meant: finding.meant, isEmpty: index.size === 0 }, words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** An opportunity as it is shown. */
export function shown(offer: Found, worths: readonly Worth[], context: Context): ShownOffer {
  const { startsAt } = offer;
  const when = startsAt === undefined ? '' : context.words.moment(startsAt, zoneOf(context));
  return { ...offer, when, worths };
}

/** The zone somebody reads times in. */
export function zoneOf({ person, data }: Context): string {
  return person.zone ?? data.workspace.zone;
}
