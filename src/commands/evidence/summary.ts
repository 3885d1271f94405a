import type { Answers, Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { wordsIn } from '../../domain/audit-ready.ts';
import { requiredWords, saveSummary } from '../../services/evidence/save-summary.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { findEditableRecordOrRefuse } from '../../services/records/find-record.ts';
import type { Activity } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { summaryForm } from '../../views/evidence/summary-form.ts';
import { showCard } from '../../views/records/show-card.ts';
import type { Command, Context } from '../command.ts';

/** Edits the summary that some certification bodies require for a record. */
export const summary: Command = {
  name: 'summary',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { answers, args, state } = context.request;
    if (answers !== undefined) return save(answers, context);
    const record = await findEditableRecordOrRefuse(context, args.record);
    const version = parseFormState(state).version ?? record.version;
    const form = await formFor(record, { version, answers: { description: record.description } }, context);
    return { kind: 'form', form };
  },
};

async function formFor(
  record: Activity,
  { version, answers }: { readonly version: number; readonly answers: Answers },
  context: Context,
): Promise<Form> {
  const { words } = context.request;
  const { activityId, title, description } = record;
  const wanted = await requiredWords(record, context);
  const state = serializeFormState({ record: activityId, version }) ?? '';
  return summaryForm({ words, title, wanted, count: wordsIn(description), state, answers });
}

async function save(answers: Answers, context: Context): Promise<Reply> {
  const { words, state } = context.request;
  const requested = parseFormState(state);
  const record = await findEditableRecordOrRefuse(context, requested.record ?? '');
  const form = await formFor(record, { version: requested.version ?? record.version, answers }, context);
  const outcome = await saveSummary(record, { form, answers, version: requested.version ?? 0 }, context);
  switch (outcome.kind) {
    case 'invalid':
      return { kind: 'form', form: { ...form, errors: outcome.errors } };
    case 'conflict':
      return { kind: 'form', form: conflictForm(form, record, words) };
    case 'saved': {
      const card = showCard({ ...outcome.details, names: new Map(), versions: [] }, words);
      return { kind: 'card', to: 'sender', card: { ...card, title: `${words.proof.summarySaved}: ${card.title}` } };
    }
  }
}

/** Returns the form as it was sent, above it the summary as it is now. */
function conflictForm(form: Form, { activityId, version, description }: Activity, words: Words): Form {
  const now = words.record.isNow(words.log.description, description.slice(0, 500) || words.record.empty);
  const notes = [words.record.changedMeanwhile, now].map((text) => ({ kind: 'text', text }) as const);
  const state = serializeFormState({ record: activityId, version }) ?? '';
  return { ...form, state, submit: words.record.saveMine, parts: [...notes, ...form.parts] };
}
