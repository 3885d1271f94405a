import type { Reply } from '../chat/interaction.ts';
import { type AuditState, auditState } from '../domain/audit-ready.ts';
import { debtOf, type Owed } from '../domain/debt.ts';
import { retainedUntil } from '../domain/retention.ts';
import type { Activity } from '../store/entities.ts';
import { debtCard, type HoldingDebt } from '../views/debt-card.ts';
import type { Command, Context } from './command.ts';
import { creditHoldings, creditStanding, heldOrRefused, holdingsOf } from './held.ts';
import type { CreditHolding, KeptCycle } from './member-holding.ts';
import { provable } from './record-details.ts';

/** Credits that could not be proved today, the oldest first, each with the way to mend it. */
export const debt: Command = {
  name: 'debt',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { text = '' } = context.interaction.args;
    const held = creditHoldings(await holdingsOf(context));
    const asked = text.trim() === '' ? held : [heldOrRefused(text, held, context)];
    const card = debtCard(await debtsOf(asked, context), context.today, context.words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** The documentation debt of holdings, over all cycles whose records a body may still ask for. */
export async function debtsOf(holdings: readonly CreditHolding[], context: Context): Promise<readonly HoldingDebt[]> {
  const ids = [...new Set(holdings.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const records = new Map((await context.data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await context.data.proofs.of(ids);
  return holdings.map((holding): HoldingDebt => {
    const { certification } = holding;
    const stateOf = (id: string): AuditState => {
      const record = records.get(id) as Activity;
      return auditState(certification.upkeep.evidence, provable(record, proofs.get(id) ?? []));
    };
    const debts = holding.cycles
      .filter((cycle) => isRetained(holding, cycle, context))
      .map((cycle) => {
        const entries = holding.entries.filter((entry) => (entry.cycle ?? cycle.cycle.start) === cycle.cycle.start);
        return debtOf(creditStanding({ ...holding, cycle }, context), entries, stateOf);
      });
    const named = ({ owed }: { owed: readonly Owed[] }) =>
      owed.map((one) => ({ ...one, title: records.get(one.entry)?.title ?? '' }));
    return {
      certification,
      renewal: holding.renewal,
      owed: debts.flatMap(named),
      inDebt: debts.reduce((total, { inDebt }) => total + inDebt, 0),
      counted: debts.reduce((total, { counted }) => total + counted, 0),
    };
  });
}

function isRetained({ certification }: CreditHolding, { cycle }: KeptCycle, { today }: Context): boolean {
  return (retainedUntil([{ certification, cycleEnd: cycle.end }]) ?? today) >= today;
}
