import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/reply.ts';
import { standingOf } from '../../domain/standing.ts';
import { carrierOfHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { findNamedHoldingsOrRefuse } from '../../services/certifications/named-holdings.ts';
import { requestedDate } from '../../services/pace/requested-date.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { certsCard } from '../../views/certifications/certs-card.ts';
import { paceCard, paceDetailCard } from '../../views/pace/pace-card.ts';
import type { Command, Context } from '../command.ts';

/** Shows the pace of every certification, of some, or of one in full, today or on another date. */
export const pace: Command = {
  name: 'pace',
  role: 'member',
  writes: 'never',
  dependsOn: 'standing',
  async run(context): Promise<Reply> {
    return { kind: 'card', to: 'sender', card: await requestedCard(context) };
  },
};

async function requestedCard({ request, data }: Context): Promise<Card> {
  const { words, today } = request;
  const { day, text } = requestedDate(request);
  const on = day === today ? undefined : day;
  const holdings = await findHoldings(request.person, data);
  if (holdings.length === 0) return certsCard([], words, today);
  const standingOfHolding = (holding: (typeof holdings)[number]) => ({
    certification: holding.certification,
    standing: standingOf(holding, day, data.workspace.tolerance),
  });
  const own = holdings.filter(({ carriedBy }) => carriedBy === undefined);
  const from = requestedOffset(request.args.skip);
  const overview = (shown: typeof holdings): Card =>
    paceCard(shown.map(standingOfHolding), { today: day, on, from, requested: text }, words);
  if (text === '') return overview(own);
  const named = findNamedHoldingsOrRefuse(text, holdings, { request, data });
  const [target, ...others] = new Set(named.map((holding) => carrierOfHolding(holding, holdings)));
  if (target === undefined || others.length > 0) return overview(target === undefined ? own : [target, ...others]);
  return paceDetailCard(standingOfHolding(target), { today: day, on }, words);
}
