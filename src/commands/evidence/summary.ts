import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { wordsIn } from '../../domain/audit-ready.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { loadRecordDetails } from '../../services/records/record-details.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Activity } from '../../store/entities.ts';
import { summaryForm } from '../../views/evidence/summary-form.ts';
import { showCard } from '../../views/records/show-card.ts';
import type { Command, Context } from '../command.ts';

/** Edits the summary that some certification bodies require for a record. */
export const summary: Command = {
  name: 'summary',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const { answers } = request;
    const requested = parseFormState(request.state);
    const record = await findRecordOrRefuse(
      context,
      answers === undefined ? request.args.record : (requested.record ?? ''),
    );
    if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
    const query = await wantedWords(record, context);
    const state = serializeFormState({ record: record.activityId, version: requested.version ?? record.version }) ?? '';
    const about = { words, title: record.title, wanted: query, count: wordsIn(record.description), state };
    if (answers === undefined)
      return { kind: 'form', form: summaryForm({ ...about, answers: { description: record.description } }) };
    const form = summaryForm({ ...about, answers });
    const errors = new FormErrors(readForm(form.parts, answers), words);
    if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    const written = await data.activities.describe(
      record.activityId,
      requested.version ?? 0,
      answerOf(answers, 'description'),
    );
    if (!written) {
      const now = words.record.isNow(words.log.description, record.description.slice(0, 500) || words.record.empty);
      const notified = [words.record.changedMeanwhile, now].map((text) => ({ kind: 'text', text }) as const);
      const again = serializeFormState({ record: record.activityId, version: record.version }) ?? '';
      const { saveMine: submit } = words.record;
      return { kind: 'form', form: { ...form, state: again, submit, parts: [...notified, ...form.parts] } };
    }
    const now = await findRecordOrRefuse(context, record.activityId);
    const card = showCard({ ...(await loadRecordDetails(now, context)), names: new Map(), versions: [] }, words);
    return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.summarySaved } };
  },
};

/** Returns the highest word limit of the certification bodies that the record claims credits from. */
async function wantedWords(record: Activity, context: Context): Promise<number> {
  const { claims } = await loadRecordDetails(record, context);
  return Math.max(0, ...claims.map(({ state }) => (state.kind === 'needs-summary' ? state.wanted : 0)));
}
