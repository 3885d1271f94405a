import type { Action, Block, Card } from '../chat/card.ts';
import { type Day, daysBetween } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Credits } from '../domain/credit.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { Owed } from '../domain/debt.ts';
import type { Words } from '../strings/index.ts';
import { auditWords, canBeAskedFor } from './audit-words.ts';

/** What of a certification's counted credits could not be proved today. */
export interface HoldingDebt {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  readonly owed: readonly (Owed & { readonly title: string })[];
  readonly inDebt: Credits;
  readonly counted: Credits;
}

const MOST_SHOWN = 6;

/** Credits that could not be proved today: for each certification, and record by record, the oldest first. */
export function debtCard(debts: readonly HoldingDebt[], today: Day, words: Words): Card {
  const say = words.proof;
  const inDebt = debts.filter(({ owed }) => owed.length > 0);
  if (inDebt.length === 0) {
    const text = debts.some(({ counted }) => counted > 0) ? say.noDebt : say.noDebtYet;
    return { title: say.debt, blocks: [{ kind: 'text', text }] };
  }
  const facts = inDebt.map(({ certification, renewal, inDebt: debt, counted }) => ({
    label: certification.short,
    value: say.inDebt(debt, counted, renewal.unit),
  }));
  const records = recordsOf(inDebt);
  const shown = records.slice(0, MOST_SHOWN);
  const rest = records.length - shown.length;
  return {
    title: say.debt,
    blocks: [
      { kind: 'facts', facts },
      ...shown.flatMap((record) => recordBlocks(record, today, words)),
      ...(rest > 0 ? [{ kind: 'note', text: say.more(rest) } as const] : []),
    ],
  };
}

interface OwedRecord {
  readonly id: string;
  readonly title: string;
  readonly end: Day;
  readonly claims: readonly { readonly debt: HoldingDebt; readonly owed: Owed }[];
}

/** One line for each record, whatever it lacks for however many certifications. */
function recordsOf(debts: readonly HoldingDebt[]): readonly OwedRecord[] {
  const all = debts.flatMap((debt) => debt.owed.map((owed) => ({ debt, owed, title: owed.title })));
  return [...Map.groupBy(all, ({ owed }) => owed.entry)]
    .map(([id, claims]) => {
      const [first] = claims as [(typeof all)[number]];
      return { id, title: first.title, end: first.owed.end, claims };
    })
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
}

function recordBlocks({ id, title, end, claims }: OwedRecord, today: Day, words: Words): readonly Block[] {
  const say = words.proof;
  const lines = claims.map(
    ({ debt: { certification, renewal }, owed: { credits, state } }) =>
      `${certification.short} ${words.credits(credits, renewal.unit)}: ${auditWords(state, certification.body, words)}`,
  );
  const detail = [`${words.date(end)}, ${say.old(daysBetween(end, today))}`, ...lines].join(' · ');
  const needsSummary = claims.some(({ owed }) => owed.state.kind === 'needs-summary');
  const args = { record: id };
  const mend: Action = needsSummary
    ? { label: say.writeSummary, command: 'summary', args, opensForm: true }
    : { label: words.record.attach, command: 'attach', args, opensForm: true };
  const item: Block = { kind: 'item', title: [{ bold: title }], detail, action: mend };
  if (!claims.some(({ owed }) => canBeAskedFor(owed.state))) return [item];
  return [item, { kind: 'item', title: say.askInstead, action: { label: words.record.ask, command: 'ask', args } }];
}
