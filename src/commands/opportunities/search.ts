import type { Reply } from '../../chat/reply.ts';
import { parseSearchQuery } from '../../opportunities/parse-search-query.ts';
import { candidatesAmong } from '../../services/certifications/find-certification.ts';
import { creditHoldings, findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { loadLearnedRatios } from '../../services/opportunities/learned-ratios.ts';
import { estimateOpportunity, rankingContextOf } from '../../services/opportunities/rank-opportunities.ts';
import { timeZoneOf, toShownOpportunity } from '../../services/opportunities/shown-opportunity.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { searchCard } from '../../views/opportunities/opportunity-card.ts';
import type { Command } from '../command.ts';

const PAGE = 6;

/** Finds opportunities by words and filters, with an estimate for each certification. */
export const search: Command = {
  name: 'search',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, today, now } = request;
    const { catalogue } = data;
    const { text = '', skip } = request.args;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    const query = parseSearchQuery(text, { today });
    const { certification = '' } = query;
    const target = certification === '' ? undefined : findHolding(certification, holdings, catalogue);
    // What names no certification of theirs was meant as words: “for beginners”.
    const wanted =
      certification === '' || target !== undefined ? query.words : `${query.words} ${certification}`.trim();
    const index = await data.opportunityIndex(wanted);
    const from = requestedOffset(skip);
    const when = { zone: timeZoneOf(context), now };
    const finding = index.search({ ...query, words: wanted }, when, { skip: from, limit: PAGE });
    const chosen = target === undefined ? holdings : [target];
    const learned = await loadLearnedRatios(finding.found, chosen, data);
    const about = { learned, categoryNamed: query.category };
    const view = rankingContextOf(context);
    const opportunities = finding.found.map((opportunity) =>
      toShownOpportunity(opportunity, estimateOpportunity(opportunity, chosen, { ...view, ...about }), context),
    );
    const list = {
      requested: text.slice(0, 200),
      words: wanted,
      opportunities,
      from,
      count: finding.count,
      size: PAGE,
    };
    const which =
      certification === '' || target !== undefined
        ? undefined
        : { typed: certification, candidates: candidatesAmong(certification, holdings, catalogue) };
    const card = searchCard(
      {
        ...list,
        meant: finding.meant,
        which,
        isEmpty: index.size === 0 && !index.isPartial,
        isPartial: index.isPartial,
      },
      words,
    );
    return { kind: 'card', to: 'sender', card };
  },
};
