import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { sum } from '../../domain/credit.ts';
import { parseAddState } from '../../services/certifications/add-state.ts';
import { drawAddForm, openAddForm, refusedAddForm } from '../../services/certifications/open-add-form.ts';
import { lookUpNames, proposeHoldings } from '../../services/certifications/propose-holding.ts';
import { confirmForm, readConfirmedHoldings } from '../../services/certifications/read-confirmed-holdings.ts';
import { type HoldingToAdd, saveHolding } from '../../services/certifications/save-holding.ts';
import { findPendingLine } from '../../services/records/pending-line.ts';
import { currentActId } from '../../services/records/undo-act.ts';
import { addedCard } from '../../views/certifications/added-card.ts';
import type { Command, Context } from '../command.ts';

/**
 * Adds certifications, one or several at once, in two steps: first their names and one date of each, then their cycles, which can be
 * corrected, with what the portals show as earned so far.
 */
export const add: Command = {
  name: 'add',
  role: 'member',
  writes: 'on-submit',
  opensForm: true,
  async run(context) {
    const { request, data } = context;
    const { answers, state } = request;
    if (answers === undefined) return open(request.args.text ?? '', context);
    const step = state === undefined ? { names: [] } : parseAddState(state, data.catalogue);
    if (step === undefined) return open('', context);
    return 'names' in step ? propose(step.names, answers, context) : confirm(step.proposed, answers, context);
  },
};

async function open(line: string, context: Context): Promise<Reply> {
  const pendingLine = await findPendingLine(context);
  return { kind: 'form', form: await openAddForm({ line, pendingLine }, context) };
}

async function propose(names: readonly string[], answers: Answers, context: Context): Promise<Reply> {
  const named = await lookUpNames(names, context);
  const sent = { named, answers, pendingLine: await findPendingLine(context) };
  const form = drawAddForm(sent, context);
  const read = await proposeHoldings({ form, answers }, named, context);
  if ('errors' in read) return { kind: 'form', form: await refusedAddForm({ ...sent, errors: read.errors }, context) };
  if (read.proposed.every(({ cycle }) => cycle === undefined)) return save(read.proposed, context);
  return { kind: 'form', form: await confirmForm(read.proposed, undefined, context) };
}

async function confirm(
  proposed: Parameters<typeof readConfirmedHoldings>[0],
  answers: Answers,
  context: Context,
): Promise<Reply> {
  const read = await readConfirmedHoldings(proposed, answers, context);
  return 'form' in read ? { kind: 'form', form: read.form } : save(read.holdings, context);
}

async function save(holdings: readonly HoldingToAdd[], context: Context): Promise<Reply> {
  const { today, words } = context.request;
  for (const holding of holdings) await saveHolding(holding, context);
  const added = holdings.map((holding) => ({ ...holding, stated: statedText(holding, context) }));
  const pendingLine = await findPendingLine(context);
  return {
    kind: 'card',
    to: 'sender',
    card: addedCard({ holdings: added, pendingLine, today, act: currentActId(context) }, words),
  };
}

/** What was stated as earned so far, in words; empty for nothing. */
function statedText({ certification, openings = [] }: HoldingToAdd, { request: { words } }: Context): string {
  const { renewal } = certification;
  const stated = sum(openings.flatMap(({ parts }) => parts.map(({ credits }) => credits)));
  if (stated === 0 || renewal.kind !== 'credits') return '';
  return words.opening.stated(words.credits(stated, renewal.unit));
}
