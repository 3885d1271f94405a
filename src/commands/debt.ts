import type { Reply } from '../chat/interaction.ts';
import { type Debt, debtOf, type ProvableHolding } from '../domain/debt.ts';
import type { WorkspaceData } from '../store/store.ts';
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
export async function debtIn(
  holdings: readonly CreditHolding[],
  { data, today }: Pick<Context, 'data' | 'today'>,
): Promise<Debt> {
  return debtOf([...(await provedHoldings(holdings, data)).values()], today);
}

/** Holdings with the records of everything logged for them, as an auditor would look at them, by holding. */
export async function provedHoldings(
  holdings: readonly CreditHolding[],
  data: WorkspaceData,
): Promise<ReadonlyMap<string, ProvableHolding>> {
  const ids = [...new Set(holdings.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const records = new Map((await data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await data.proofs.of(ids);
  const proved = holdings.map(({ holdingId, certification, cycles, entries }) => {
    const recorded = entries.flatMap((entry) => {
      const record = records.get(entry.id);
      return record === undefined ? [] : { ...entry, record: provable(record, proofs.get(entry.id) ?? []) };
    });
    return [holdingId, { certification, cycles, entries: recorded }] as const;
  });
  return new Map(proved);
}
