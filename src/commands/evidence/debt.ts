import type { Reply } from '../../chat/reply.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import { findNamedHoldingsOrRefuse } from '../../services/certifications/named-holdings.ts';
import { findDebt } from '../../services/evidence/documentation-debt.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { debtCard } from '../../views/evidence/debt-card.ts';
import type { Command } from '../command.ts';

/** Lists credits without valid proof, the oldest first, each with a way to fix it. */
export const debt: Command = {
  name: 'debt',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { text = '', skip } = request.args;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    const requested = text.trim() === '' ? holdings : findNamedHoldingsOrRefuse(text, holdings, context);
    return {
      kind: 'card',
      to: 'sender',
      card: debtCard(
        await findDebt(requested, request.today, data),
        { requested: text, from: requestedOffset(skip) },
        request.words,
      ),
    };
  },
};
