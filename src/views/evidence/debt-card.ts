import type { Action, Block, Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Debt, DebtEntry, StatedDebt } from '../../domain/debt.ts';
import type { Words } from '../../strings/index.ts';
import { auditWords, isRequestable } from '../audit-words.ts';
import { paged } from '../list-pages.ts';
import { openingAction } from '../stated-words.ts';
import { answerCard } from '../text-card.ts';

const PAGE = 6;

/** Credits that could not be proved today: for each certification, and record by record, the oldest first. */
export function debtCard(
  { byCertification, entries, stated }: Debt,
  { requested, from }: { readonly requested: string; readonly from: number },
  words: Words,
): Card {
  const phrases = words.proof;
  if (entries.length === 0 && stated.length === 0) {
    const text = byCertification.some(({ counted }) => counted > 0) ? phrases.noDebt : phrases.noDebtYet;
    return answerCard(text, phrases.debt);
  }
  const facts = byCertification
    .filter(({ inDebt }) => inDebt > 0)
    .map(({ certification, inDebt, counted }) => ({
      label: certification.short,
      value: phrases.inDebt(inDebt, counted, unitOf(certification)),
    }));
  // One line for each record, whatever it lacks for however many certifications.
  const records = [...Map.groupBy(entries, ({ entry }) => entry.id).values()];
  const shown = records.slice(from, from + PAGE);
  const list = { command: 'debt', requested: requested, from, shown: shown.length, count: records.length, size: PAGE };
  const { where, actions } = paged(list, { before: words.record.older, after: words.record.newer }, words);
  const owed = byCertification.flatMap(({ certification, inDebt }) =>
    inDebt > 0 ? [`${certification.short} ${words.credits(inDebt, unitOf(certification))}`] : [],
  );
  return {
    title: owed.length === 0 ? phrases.debt : `${phrases.debt}: ${words.list(owed)}`,
    blocks: [
      { kind: 'facts', facts },
      ...(from === 0 ? stated.map((one) => statedItem(one, words)) : []),
      ...shown.map((record) => recordItem(record as [DebtEntry, ...DebtEntry[]], words)),
      ...(records.length === 0 ? [] : [{ kind: 'note', text: where } as const]),
    ],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** Debt is in what is renewed by credits alone. */
function unitOf({ renewal }: Certification): Parameters<Words['credits']>[1] {
  if (renewal.kind !== 'credits') throw new Error('Only certifications renewed by credits have debt.');
  return renewal.unit;
}

/** Stated credits: accepted by the body, or itemised by records, they are no debt any more. */
function statedItem({ certification, on, credits, days }: StatedDebt, words: Words): Block {
  const phrases = words.opening;
  return {
    kind: 'item',
    title: [{ bold: `${certification.short}: ${phrases.debtTitle}` }],
    detail: phrases.debtDetail(on, days, words.credits(credits, unitOf(certification))),
    action: { ...openingAction(certification.code, words), label: phrases.change },
  };
}

function recordItem(owed: readonly [DebtEntry, ...DebtEntry[]], words: Words): Block {
  const phrases = words.proof;
  const [first] = owed;
  const {
    id: record,
    end,
    record: { title },
  } = first.entry;
  const lines = owed.map(
    ({ certification, credits, state }) =>
      `${certification.short} ${words.credits(credits, unitOf(certification))}: ${auditWords(state, certification.body, words)}`,
  );
  const detail = [`${words.date(end)}, ${phrases.old(first.days)}`, ...lines].join(' · ');
  const args = { record };
  const remedy: Action = owed.some(({ state }) => state.kind === 'needs-summary')
    ? { label: phrases.writeSummary, command: 'summary', args, opensForm: true }
    : { label: words.record.attach, command: 'attach', args, opensForm: true };
  const ask: Action = { label: words.record.ask, command: 'ask', args };
  const also = owed.some(({ state }) => isRequestable(state)) ? { also: ask } : {};
  return { kind: 'item', title: [{ bold: title }], detail, action: remedy, ...also };
}
