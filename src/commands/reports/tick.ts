import { type Answers, answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseDay } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { Refusal } from '../../services/refusal.ts';
import { findEntryOrRefuse, findOwnSheets, findSheetOrRefuse } from '../../services/reports/find-sheets.ts';
import { type PortalStatement, savePortalState } from '../../services/reports/save-portal-state.ts';
import { type ListedEntry, type ShownSheet, sheetCard, tickForm } from '../../views/reports/entry-sheet-card.ts';
import { entryTitle } from '../../views/reports/entry-sheet-fields.ts';
import type { Command, Context } from '../command.ts';

/** An entry and the sheet it is on. */
interface Choice {
  readonly entry: ListedEntry;
  readonly sheet: ShownSheet;
}

/** Saves the state of entries in a portal, as the member states it: submitted, accepted or rejected, with a date and a reference. */
export const tick: Command = {
  name: 'tick',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request } = context;
    const { args, answers, words, today } = request;
    const remembered = parseFormState(request.state);
    const byMonth = remembered.monthly ?? 'monthly' in args;
    const sheets = await findOwnSheets(byMonth, context);
    const sheet = await findSheetOrRefuse(remembered.body ?? args.body ?? '', sheets, context);
    const submitted = { state: 'submitted', onDay: today, reference: '' } as const;
    if (args.all !== undefined) {
      if (args.all !== sheet.seen) throw new Refusal(words.sheet.changed);
      return saveAndShow({ entries: sheet.open, statement: submitted, sheet }, context);
    }
    const entry = findEntryOrRefuse(remembered.entry ?? args.entry ?? '', sheet, context);
    if (answers !== undefined) return submitTick({ entry, sheet }, answers, context);
    if (args.state === 'submitted') return saveAndShow({ entries: [entry], statement: submitted, sheet }, context);
    if (args.state === 'none') return saveAndShow({ entries: [entry], statement: undefined, sheet }, context);
    const proposed = { state: 'accepted', on: today, reference: entry.tick?.reference ?? '' };
    return { kind: 'form', form: formFor({ entry, sheet }, proposed, context) };
  },
};

function formFor({ entry, sheet: { body, byMonth } }: Choice, answers: Answers, { request: { words } }: Context) {
  const state = serializeFormState({ body, entry: entry.key, ...(byMonth ? { monthly: true } : {}) }) ?? '';
  return tickForm({ title: entryTitle(entry.entry, words), answers, state }, words);
}

async function submitTick(choice: Choice, answers: Answers, context: Context): Promise<Reply> {
  const { words, today } = context.request;
  const { entry, sheet } = choice;
  const form = formFor(choice, answers, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const typed = answerOf(answers, 'on');
  const on = parseDay(typed);
  if (typed !== '' && on === undefined) errors.add('on', words.shape.badDay(typed.slice(0, 60)));
  if (on !== undefined && on > today) errors.add('on', words.sheet.notFuture);
  if (on !== undefined && on < entry.entry.end) errors.add('on', words.sheet.notBefore(entry.entry.end));
  const state = (['submitted', 'accepted', 'rejected'] as const).find((one) => one === answerOf(answers, 'state'));
  if (errors.any || on === undefined || state === undefined)
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const statement = { state, onDay: on, reference: answerOf(answers, 'reference').trim() };
  return saveAndShow({ entries: [entry], statement, sheet }, context);
}

interface PortalChange {
  readonly entries: readonly ListedEntry[];
  readonly statement: PortalStatement | undefined;
  readonly sheet: ShownSheet;
}

/** Saves the statement for the entries and shows the sheet as it is afterwards. */
async function saveAndShow({ entries, statement, sheet }: PortalChange, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  await savePortalState(
    entries.map(({ entry }) => entry),
    statement,
    data,
  );
  const sheets = await findOwnSheets(sheet.byMonth, context);
  const card = sheetCard(await findSheetOrRefuse(sheet.body, sheets, context), 0, words);
  const state =
    statement === undefined
      ? words.sheet.none
      : words.sheet.tick(statement.state, statement.onDay, statement.reference);
  const noted = { kind: 'text', text: [{ bold: words.sheet.noted(entries.length, state) }] } as const;
  return { kind: 'card', to: 'sender', card: { ...card, blocks: [noted, ...card.blocks] } };
}
