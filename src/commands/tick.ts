import { type Answers, answerOf } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { type Day, parseDay } from '../domain/calendar.ts';
import type { PortalState } from '../store/report-entities.ts';
import { type ListedEntry, type ShownSheet, sheetCard, tickForm } from '../views/entry-sheet-card.ts';
import { titleOf } from '../views/entry-sheet-fields.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { coveredBy } from './entry-sheets.ts';
import { FormErrors } from './form-errors.ts';
import { readState, writeState } from './form-state.ts';
import { entryMeant, ownSheets, sheetMeant } from './sheet.ts';

/** Notes how far an entry is in the portal of its body, as its member says: submitted, then accepted or rejected, with a day and a reference. */
export const tick: Command = {
  name: 'tick',
  role: 'member',
  changes: 'at once',
  async run(context): Promise<Reply> {
    const { interaction, words, today } = context;
    const { args, answers } = interaction;
    const kept = readState(interaction.state);
    const byMonth = kept.monthly ?? 'monthly' in args;
    const shown = await sheetMeant(kept.body ?? args.body ?? '', await ownSheets(byMonth, context), context);
    if (args.all !== undefined) {
      if (args.all !== shown.seen) throw new Refusal(words.sheet.changed);
      return note(shown.open, { state: 'submitted', onDay: today, reference: '' }, shown, context);
    }
    const entry = entryMeant(kept.entry ?? args.entry ?? '', shown, context);
    if (answers !== undefined) return sent(answers, entry, shown, context);
    if (args.state === 'submitted')
      return note([entry], { state: 'submitted', onDay: today, reference: '' }, shown, context);
    if (args.state === 'none') return note([entry], undefined, shown, context);
    const usual = { state: 'accepted', on: today, reference: entry.tick?.reference ?? '' };
    return { kind: 'form', form: formFor(entry, usual, shown, context) };
  },
};

interface Said {
  readonly state: PortalState;
  readonly onDay: Day;
  readonly reference: string;
}

function formFor(entry: ListedEntry, answers: Answers, { body, byMonth }: ShownSheet, { words }: Context) {
  const state = writeState({ body, entry: entry.key, ...(byMonth ? { monthly: true } : {}) }) ?? '';
  return tickForm({ title: titleOf(entry.entry, words), answers, state }, words);
}

async function sent(answers: Answers, entry: ListedEntry, shown: ShownSheet, context: Context): Promise<Reply> {
  const { words, today } = context;
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
  return note([entry], { state, onDay: on, reference: answerOf(answers, 'reference').trim() }, shown, context);
}

/** Notes the same of some entries, or takes back what was noted, and shows the sheet as it is then. */
async function note(
  entries: readonly ListedEntry[],
  said: Said | undefined,
  { body, byMonth }: ShownSheet,
  context: Context,
): Promise<Reply> {
  const { data, words } = context;
  const covered = entries.flatMap(({ entry }) => coveredBy(entry));
  if (said === undefined) {
    for (const [holdingId, some] of Map.groupBy(covered, (one) => one.holdingId))
      await data.portals.forget(
        some.map(({ activityId }) => activityId),
        holdingId,
      );
  } else {
    const unique = new Map(covered.map((one) => [`${one.activityId} ${one.holdingId}`, one]));
    await data.portals.note([...unique.values()].map((one) => ({ ...one, ...said })));
  }
  const now = await sheetMeant(body, await ownSheets(byMonth, context), context);
  const card = sheetCard(now, 0, words);
  const what = said === undefined ? words.sheet.none : words.sheet.tick(said.state, said.onDay, said.reference);
  const noted = { kind: 'text', text: [{ bold: words.sheet.noted(entries.length, what) }] } as const;
  return { kind: 'card', to: 'sender', card: { ...card, blocks: [noted, ...card.blocks] } };
}
