import type { Reply } from '../../chat/interaction.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { parseSearchQuery } from '../../opportunities/parse-search-query.ts';
import { creditHoldings, findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { loadLearnedRatios } from '../../services/opportunities/learned-ratios.ts';
import {
  type CreditEstimate,
  estimateOpportunity,
  rankingContextOf,
} from '../../services/opportunities/rank-opportunities.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { type ShownOpportunity, searchCard } from '../../views/opportunities/opportunity-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 6;

/** Finds opportunities by words and filters, with an estimate for each certification. */
export const search: Command = {
  name: 'search',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { interaction, words, today, now, catalogue } = context;
    const { text = '', skip } = interaction.args;
    const holdings = creditHoldings(await findHoldings(context));
    const query = parseSearchQuery(text, { today });
    const { certification = '' } = query;
    const target = certification === '' ? undefined : findHolding(certification, holdings, catalogue);
    // What names no certification of theirs was meant as words: “for beginners”.
    const wanted =
      certification === '' || target !== undefined ? query.words : `${query.words} ${certification}`.trim();
    const index = await context.opportunities();
    const from = requestedOffset(skip);
    const when = { zone: timeZoneOf(context), now };
    const finding = index.search({ ...query, words: wanted }, when, { skip: from, limit: PAGE });
    const chosen = target === undefined ? holdings : [target];
    const learned = await loadLearnedRatios(finding.found, chosen, context);
    const about = { learned, categoryNamed: query.category };
    const view = rankingContextOf(context);
    const opportunities = finding.found.map((opportunity) =>
      toShownOpportunity(opportunity, estimateOpportunity(opportunity, chosen, view, about), context),
    );
    const list = { asked: text.slice(0, 200), words: wanted, opportunities, from, count: finding.count, size: PAGE };
    const card = searchCard({ ...list, meant: finding.meant, isEmpty: index.size === 0 }, words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** An opportunity as it is shown. */
export function toShownOpportunity(
  opportunity: IndexedOpportunity,
  estimates: readonly CreditEstimate[],
  context: Context,
): ShownOpportunity {
  const { startsAt } = opportunity;
  const when = startsAt === undefined ? '' : context.words.moment(startsAt, timeZoneOf(context));
  return { ...opportunity, when, estimates };
}

/** The zone somebody reads times in. */
export function timeZoneOf({ person, data }: Context): string {
  return person.zone ?? data.workspace.zone;
}
