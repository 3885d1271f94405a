import type { Reply } from '../../chat/reply.ts';
import { sum } from '../../domain/credit.ts';
import { claimed } from '../../domain/holding.ts';
import { findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import type { MemberHolding } from '../../services/certifications/member-holding.ts';
import { renewalsTakenBack } from '../../services/certifications/renewal-reason.ts';
import { Refusal } from '../../services/refusal.ts';
import { confirmRemovalCard, type RemovalEffect, removedCard } from '../../views/certifications/remove-card.ts';
import type { Command, Context } from '../command.ts';

/**
 * Removes a certification that was added by mistake. What that takes back of others is shown before. Throws `Refusal` if credits are logged
 * for it.
 */
export const remove: Command = {
  name: 'remove',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, person, today } = request;
    const { text = '', confirm } = request.args;
    if (text === '') throw new Refusal(words.remove.which);
    const holdings = await findHoldings(person, data);
    const target = findHolding(text, holdings, data.catalogue);
    if (target === undefined) throw new Refusal(words.pace.unknown(text, undefined));
    const effect = await effectOf(target, holdings, context);
    const isClaimed = (await data.activities.entriesOf([target.holdingId])).has(target.holdingId);
    const changesMore = effect.takenBack.length > 0 || effect.stated > 0;
    if (changesMore && !isClaimed && confirm !== 'yes')
      return { kind: 'card', to: 'sender', card: confirmRemovalCard(effect, today, words) };
    if (!(await data.holdings.remove(person.personId, target.holdingId)))
      throw new Refusal(words.remove.claimed(target.certification.short));
    return { kind: 'card', to: 'sender', card: removedCard(effect, today, words) };
  },
};

async function effectOf(
  target: MemberHolding,
  holdings: readonly MemberHolding[],
  { request, data }: Context,
): Promise<RemovalEffect> {
  // One that carries a shared total has the statements of others, too, and those stay.
  const stored = await data.holdings.of(request.person.personId);
  const own = stored.find(({ holding }) => holding.holdingId === target.holdingId);
  const question = { day: request.today, tolerance: data.workspace.tolerance };
  return {
    certification: target.certification,
    takenBack: renewalsTakenBack(target, holdings, question),
    stated: sum((own?.openings ?? []).map(claimed)),
  };
}
