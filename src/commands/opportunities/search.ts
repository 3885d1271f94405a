import type { Reply } from '../../chat/reply.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import type { SearchQuery } from '../../opportunities/query/search-query.ts';
import { candidatesAmong } from '../../services/certifications/find-certification.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { loadLearnedRatios } from '../../services/opportunities/learned-ratios.ts';
import { estimateOpportunity, rankingContextOf } from '../../services/opportunities/rank-opportunities.ts';
import { readQuery } from '../../services/opportunities/read-query.ts';
import { searchOpportunities } from '../../services/opportunities/search-opportunities.ts';
import { timeZoneOf, toShownOpportunity } from '../../services/opportunities/shown-opportunity.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { searchCard } from '../../views/opportunities/opportunity-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 6;
/** A last word behind “for” that may be the name of a certification. */
const BEHIND_FOR = /(?:^|\s)(?:for|für)\s+(\S+)$/iu;

/** Finds opportunities by words and filters, with an estimate for each certification. */
export const search: Command = {
  name: 'search',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { text = '' } = request.args;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    const reading = { today: request.today, catalogue: data.catalogue };
    const index = await data.opportunityIndex(readQuery(text, reading).words);
    const query = readQuery(text, { ...reading, known: index.known });
    const card = searchCard(
      {
        requested: text.slice(0, 200),
        ...(await findResults(query, { index, holdings }, context)),
        filters: query.filters,
        applied: query.applied,
        ignored: query.ignored,
        words: query.words,
        size: PAGE,
        which: whichMeant(query, holdings, context),
        isEmpty: index.size === 0 && !index.isPartial,
        isPartial: index.isPartial,
      },
      request.words,
    );
    return { kind: 'card', to: 'sender', card };
  },
};

interface Searched {
  readonly index: OpportunityIndex;
  readonly holdings: readonly CreditHolding[];
}

async function findResults(query: SearchQuery, { index, holdings }: Searched, context: Context) {
  const { request, data } = context;
  const { certification, category } = query.filters;
  const target = holdings.find((holding) => holding.certification.code === certification?.code);
  const chosen = target === undefined ? holdings : [target];
  const view = { ...rankingContextOf(context), categoryNamed: category };
  const estimate = (opportunity: IndexedOpportunity, learned: Parameters<typeof estimateOpportunity>[2]['learned']) =>
    estimateOpportunity(opportunity, chosen, { ...view, learned });
  const from = requestedOffset(request.args.skip);
  const { finding, isEstimated } = searchOpportunities(index, {
    query,
    when: { zone: timeZoneOf(context), now: request.now, language: request.words.language },
    page: { skip: from, limit: PAGE },
    target,
    estimate: (opportunity) => estimate(opportunity, () => undefined),
  });
  const learned = await loadLearnedRatios([...finding.found, ...finding.nearest], chosen, data);
  const shown = (found: IndexedOpportunity) => toShownOpportunity(found, estimate(found, learned), context);
  return {
    ...finding,
    from,
    estimatedFor: isEstimated ? certification?.short : undefined,
    opportunities: finding.found.map(shown),
    nearest: finding.nearest.map(shown),
  };
}

/** What names none of their certifications was searched as words; the certifications of theirs that it may mean. */
function whichMeant({ words }: SearchQuery, holdings: readonly CreditHolding[], { data }: Context) {
  const typed = BEHIND_FOR.exec(words)?.[1];
  return typed === undefined ? undefined : { typed, candidates: candidatesAmong(typed, holdings, data.catalogue) };
}
