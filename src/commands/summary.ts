import { answerOf } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { wordsIn } from '../domain/audit-ready.ts';
import type { Activity } from '../store/entities.ts';
import { showCard } from '../views/show-card.ts';
import { summaryForm } from '../views/summary-form.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { FormErrors } from './form-errors.ts';
import { readState, writeState } from './form-state.ts';
import { detailsOf } from './record-details.ts';
import { recordMeant } from './record-meant.ts';

/** Writes what a body wants to read about a record, and nothing else of it. */
export const summary: Command = {
  name: 'summary',
  role: 'member',
  changes: 'when sent',
  async run(context): Promise<Reply> {
    const { interaction, words, data } = context;
    const { answers } = interaction;
    const asked = readState(interaction.state);
    const record = await recordMeant(context, answers === undefined ? interaction.args.record : (asked.record ?? ''));
    if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
    const wanted = await wantedWords(record, context);
    const state = writeState({ record: record.activityId, version: asked.version ?? record.version }) ?? '';
    const about = { words, title: record.title, wanted, count: wordsIn(record.description), state };
    if (answers === undefined)
      return { kind: 'form', form: summaryForm({ ...about, answers: { description: record.description } }) };
    const form = summaryForm({ ...about, answers });
    const errors = new FormErrors(readForm(form.parts, answers), words);
    if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    const written = await data.activities.describe(
      record.activityId,
      asked.version ?? 0,
      answerOf(answers, 'description'),
    );
    if (!written) {
      const now = words.record.isNow(words.log.description, record.description.slice(0, 500) || words.record.empty);
      const told = [words.record.changedMeanwhile, now].map((text) => ({ kind: 'text', text }) as const);
      const again = writeState({ record: record.activityId, version: record.version }) ?? '';
      const { saveMine: submit } = words.record;
      return { kind: 'form', form: { ...form, state: again, submit, parts: [...told, ...form.parts] } };
    }
    const now = await recordMeant(context, record.activityId);
    const card = showCard({ ...(await detailsOf(now, context)), names: new Map(), versions: [] }, words);
    return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.summarySaved } };
  },
};

/** The most words that any body wants, of those the record claims for. */
async function wantedWords(record: Activity, context: Context): Promise<number> {
  const { claims } = await detailsOf(record, context);
  return Math.max(0, ...claims.map(({ state }) => (state.kind === 'needs-summary' ? state.wanted : 0)));
}
