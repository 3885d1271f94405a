import type { Reply } from '../../chat/interaction.ts';
import { type Debt, debtOf, type ProvableHolding } from '../../domain/debt.ts';
import { creditHoldings, findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { toProvableRecord } from '../../services/records/record-details.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { debtCard } from '../../views/evidence/debt-card.ts';
import type { Command, Context } from '../command.ts';

/** Credits that could not be proved today, the oldest first, each with the way to mend it. */
export const debt: Command = {
  name: 'debt',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { text = '', skip } = context.interaction.args;
    const holdings = creditHoldings(await findHoldings(context));
    const requested = text.trim() === '' ? holdings : [findHoldingOrRefuse(text, holdings, context)];
    return {
      kind: 'card',
      to: 'sender',
      card: debtCard(await findDebt(requested, context), { asked: text, from: requestedOffset(skip) }, context.words),
    };
  },
};

/** The documentation debt of holdings today. */
export async function findDebt(
  holdings: readonly CreditHolding[],
  { data, today }: Pick<Context, 'data' | 'today'>,
): Promise<Debt> {
  return debtOf([...(await loadProvableHoldings(holdings, data)).values()], today);
}

/** Holdings with the records of everything logged for them, as an auditor would look at them, by holding. */
export async function loadProvableHoldings(
  holdings: readonly CreditHolding[],
  data: WorkspaceData,
): Promise<ReadonlyMap<string, ProvableHolding>> {
  const ids = [...new Set(holdings.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const records = new Map((await data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await data.proofs.of(ids);
  const proved = holdings.map(({ holdingId, certification, cycles, entries }) => {
    const recorded = entries.flatMap((entry) => {
      const record = records.get(entry.id);
      return record === undefined ? [] : { ...entry, record: toProvableRecord(record, proofs.get(entry.id) ?? []) };
    });
    return [holdingId, { certification, cycles, entries: recorded }] as const;
  });
  return new Map(proved);
}
