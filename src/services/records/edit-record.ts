import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import type { Activity } from '../../store/entities.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { type ClaimEffect, correctedCard } from '../../views/records/log-card.ts';
import { logForm } from '../../views/records/log-form.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data.ts';
import { type FormState, parseFormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { readRecordForm } from './read-record-form.ts';
import { answersOfRecord } from './record-answers.ts';
import { claimEffects, confirmationForm, findSaveWarnings } from './save-warnings.ts';

/** Opens the form of a record that is corrected, or saves what was sent; nothing of another's change is overwritten unseen. */
export async function editRecord(recordId: string, context: Scope): Promise<Reply> {
  const { request, data } = context;
  const { person, words } = request;
  const record = await data.activities.get(person.personId, recordId);
  if (record === null) throw new Refusal(words.log.gone);
  if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
  const holdings = creditHoldings(await findHoldings(context.request.person, context.data));
  const correction = { record, held: holdings, claims: await data.activities.claimsOf(recordId) };
  const { answers } = request;
  if (answers !== undefined) return save(correction, answers, context);
  const state = { record: recordId, version: record.version };
  return { kind: 'form', form: formFor(answersNow(correction, words), state, holdings, words) };
}

interface Correction {
  readonly record: Activity;
  readonly held: readonly CreditHolding[];
  readonly claims: readonly NewClaim[];
}

function answersNow({ record, claims, held: holdings }: Correction, words: Words) {
  return answersOfRecord(record, claims, holdings, words);
}

function formFor(answers: Answers, state: FormState, holdings: readonly CreditHolding[], words: Words) {
  const { editTitle: title, editSubmit: submit } = words.record;
  const about = { command: 'edit', title, submit, notes: [], state: serializeFormState(state) } as const;
  return logForm({ ...about, words, claimable: holdings, answers });
}

async function save(correction: Correction, answers: Answers, context: Scope): Promise<Reply> {
  const { record, held: holdings, claims } = correction;
  const { request, data } = context;
  const { words } = request;
  const { activityId } = record;
  const state = parseFormState(context.request.state);
  const form = formFor(answers, state, holdings, words);
  // What it claims already takes no room from what it claims now.
  const without = holdings.map((one) => ({ ...one, entries: one.entries.filter(({ id }) => id !== activityId) }));
  const read = readRecordForm({ form, answers, holdings: without }, request);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  if (state.version !== record.version) return { kind: 'form', form: conflict(correction, answers, context) };
  const { proof: _, ...activity } = read.activity;
  const effects = claimEffects(activity, without, context);
  const concerns = await findSaveWarnings(activity, effects, context, activityId);
  if (concerns !== undefined && concerns.seen !== state.seen)
    return { kind: 'form', form: confirmationForm(form, answers, concerns, state, context) };
  // What it claims for certifications that are not in the form stays.
  const others = claims.filter(({ holdingId }) => holdings.every((one) => one.holdingId !== holdingId));
  const changed: NewActivity = { ...activity, claims: [...activity.claims, ...others] };
  if (!(await data.activities.change(activityId, record.version, changed)))
    return { kind: 'form', form: conflict(correction, answers, context) };
  await data.duplicates.confirmDistinct(
    activityId,
    concerns?.doubles ?? [],
    { confirmedBy: context.request.person.personId, confirmedAt: context.request.now },
  );
  const card = correctedCard({ ...activity, activityId }, sinceBefore(effects, holdings, context), words);
  return { kind: 'card', to: 'sender', card };
}

function sinceBefore(
  effects: readonly ClaimEffect[],
  holdings: readonly CreditHolding[],
  context: Scope,
): readonly ClaimEffect[] {
  return effects.map((effect) => {
    const holding = holdings.find(({ certification }) => certification.code === effect.certification.code);
    return holding === undefined ? effect : { ...effect, before: creditStandingToday(holding, context) };
  });
}

/** The form with what was typed, and above it what the record says now where that is something else. */
function conflict(correction: Correction, answers: Answers, { request: { words } }: Scope) {
  const { record, held: holdings } = correction;
  const state = { record: record.activityId, version: record.version };
  const form = formFor(answers, state, holdings, words);
  const now = answersNow(correction, words);
  const changes = form.parts.flatMap((part) => {
    if (part.kind === 'text' || String(now[part.name] ?? '') === String(answers[part.name] ?? '')) return [];
    return [words.record.isNow(part.label, String(now[part.name] ?? '').slice(0, 200) || words.record.empty)];
  });
  const notified = [words.record.changedMeanwhile, ...changes].map((text) => ({ kind: 'text', text }) as const);
  return { ...form, submit: words.record.saveMine, parts: [...notified, ...form.parts] };
}
