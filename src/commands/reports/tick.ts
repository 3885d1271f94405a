import { type Answers, answerOf } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { Refusal } from '../../services/refusal.ts';
import { claimsCovered } from '../../services/reports/entry-sheets.ts';
import { findEntryOrRefuse, findOwnSheets, findSheetOrRefuse } from '../../services/reports/find-sheets.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';
import { type ListedEntry, type ShownSheet, sheetCard, tickForm } from '../../views/reports/entry-sheet-card.ts';
import { entryTitle } from '../../views/reports/entry-sheet-fields.ts';
import type { Command, Context } from '../command.ts';

/** Notes how far an entry is in the portal of its body, as its member says: submitted, then accepted or rejected, with a day and a reference. */
export const tick: Command = {
  name: 'tick',
  role: 'member',
  writes: 'always',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { words, today } = request;
    const { args, answers } = request;
    const stored = parseFormState(request.state);
    const byMonth = stored.monthly ?? 'monthly' in args;
    const shown = await findSheetOrRefuse(
      stored.body ?? args.body ?? '',
      await findOwnSheets(byMonth, context),
      context,
    );
    if (args.all !== undefined) {
      if (args.all !== shown.seen) throw new Refusal(words.sheet.changed);
      return savePortalState(shown.open, { state: 'submitted', onDay: today, reference: '' }, shown, context);
    }
    const entry = findEntryOrRefuse(stored.entry ?? args.entry ?? '', shown, context);
    if (answers !== undefined) return submitTick(answers, entry, shown, context);
    if (args.state === 'submitted')
      return savePortalState([entry], { state: 'submitted', onDay: today, reference: '' }, shown, context);
    if (args.state === 'none') return savePortalState([entry], undefined, shown, context);
    const fallback = { state: 'accepted', on: today, reference: entry.tick?.reference ?? '' };
    return { kind: 'form', form: formFor(entry, fallback, shown, context) };
  },
};

interface PortalStatement {
  readonly state: PortalState;
  readonly onDay: Day;
  readonly reference: string;
}

function formFor(entry: ListedEntry, answers: Answers, { body, byMonth }: ShownSheet, { request: { words } }: Context) {
  const state = serializeFormState({ body, entry: entry.key, ...(byMonth ? { monthly: true } : {}) }) ?? '';
  return tickForm({ title: entryTitle(entry.entry, words), answers, state }, words);
}

async function submitTick(answers: Answers, entry: ListedEntry, shown: ShownSheet, context: Context): Promise<Reply> {
  const { request } = context;
  const { words, today } = request;
  const form = formFor(entry, answers, shown, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const typed = answerOf(answers, 'on');
  const on = parseDay(typed);
  if (typed !== '' && on === undefined) errors.add('on', words.shape.badDay(typed.slice(0, 60)));
  if (on !== undefined && on > today) errors.add('on', words.sheet.notFuture);
  if (on !== undefined && on < entry.entry.end) errors.add('on', words.sheet.notBefore(entry.entry.end));
  const state = (['submitted', 'accepted', 'rejected'] as const).find((one) => one === answerOf(answers, 'state'));
  if (errors.any || on === undefined || state === undefined)
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  return savePortalState(
    [entry],
    { state, onDay: on, reference: answerOf(answers, 'reference').trim() },
    shown,
    context,
  );
}

/** Notes the same of some entries, or takes back what was noted, and shows the sheet as it is then. */
async function savePortalState(
  entries: readonly ListedEntry[],
  stated: PortalStatement | undefined,
  { body, byMonth }: ShownSheet,
  context: Context,
): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  const covered = entries.flatMap(({ entry }) => claimsCovered(entry));
  if (stated === undefined) {
    for (const [holdingId, some] of Map.groupBy(covered, (one) => one.holdingId))
      await data.portalEntries.forget(
        some.map(({ activityId }) => activityId),
        holdingId,
      );
  } else {
    const unique = new Map(covered.map((one) => [`${one.activityId} ${one.holdingId}`, one]));
    await data.portalEntries.note([...unique.values()].map((one) => ({ ...one, ...stated })));
  }
  const now = await findSheetOrRefuse(body, await findOwnSheets(byMonth, context), context);
  const card = sheetCard(now, 0, words);
  const what = stated === undefined ? words.sheet.none : words.sheet.tick(stated.state, stated.onDay, stated.reference);
  const noted = { kind: 'text', text: [{ bold: words.sheet.noted(entries.length, what) }] } as const;
  return { kind: 'card', to: 'sender', card: { ...card, blocks: [noted, ...card.blocks] } };
}
