import type { Reply } from '../chat/interaction.ts';
import { type Debt, debtOf, type ProvableHolding } from '../domain/debt.ts';
import { debtCard } from '../views/debt-card.ts';
import { skipped } from './asked-page.ts';
import type { Command, Context } from './command.ts';
import { creditHoldings, heldOrRefused, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import { provable } from './record-details.ts';

/** Credits that could not be proved today, the oldest first, each with the way to mend it. */
export const debt: Command = {
  name: 'debt',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { text = '', skip } = context.interaction.args;
    const held = creditHoldings(await holdingsOf(context));
    const asked = text.trim() === '' ? held : [heldOrRefused(text, held, context)];
    return {
      kind: 'card',
      to: 'sender',
      card: debtCard(await debtIn(asked, context), { asked: text, from: skipped(skip) }, context.words),
    };
  },
};

/** The documentation debt of holdings today. */
export async function debtIn(holdings: readonly CreditHolding[], { data, today }: Context): Promise<Debt> {
  const ids = [...new Set(holdings.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const records = new Map((await data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await data.proofs.of(ids);
  const proved = holdings.map(({ certification, cycles, entries }): ProvableHolding => {
    const recorded = entries.flatMap((entry) => {
      const record = records.get(entry.id);
      return record === undefined ? [] : { ...entry, record: provable(record, proofs.get(entry.id) ?? []) };
    });
    return { certification, cycles, entries: recorded };
  });
  return debtOf(proved, today);
}
