import { type Answers, type Form, MORE_FIELDS } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Activity } from '../../store/entities.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import type { Claimable } from '../../views/records/claim-parts.ts';
import { type ClaimEffect, correctedCard } from '../../views/records/log-card.ts';
import { logForm } from '../../views/records/log-form.ts';
import { type TranscriptReference, transcriptActions } from '../../views/transcript-actions.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { type FormState, parseFormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { claimableHoldings } from './claimable-holdings.ts';
import { readFormActivity } from './form-activity.ts';
import { findOverClaims, type OverClaim, withOverClaimReasons } from './over-claims.ts';
import { recognizeProposals } from './proposed-credits.ts';
import { readRecordForm } from './read-record-form.ts';
import { answersOfRecord, type RecordClaims } from './record-answers.ts';
import { claimEffects, confirmationForm, findSaveWarnings, isConfirmed } from './save-warnings.ts';
import { readSubmittedForm, submittedClaimables, withCategoryChoices } from './submitted-record-form.ts';

/** Opens the form to edit a record, or saves the sent one. A change made meanwhile is shown before it is overwritten. */
export async function editRecord(recordId: string, scope: Scope): Promise<Reply> {
  const { answers, args } = scope.request;
  if (answers === undefined) return openEditForm(recordId, scope);
  const edited = await findEdited(recordId, scope);
  return args.more === MORE_FIELDS.more ? expand(edited, answers, scope) : save(edited, answers, scope);
}

/** Finds the record to edit. Throws `Refusal` if it is gone or in the trash. */
async function findEdited(recordId: string, { request: { person, words }, data }: Scope): Promise<EditedRecord> {
  const record = await data.activities.get(person.personId, recordId);
  if (record === null) throw new Refusal(words.log.gone);
  if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
  const holdings = creditHoldings(await findHoldings(person, data));
  return { record, holdings, claims: await data.activities.claimsOf(recordId) };
}

/** What an edit form shows in place of what is stored, and the entry of a transcript that says so. */
interface ProposedEdit {
  readonly answersFor: (stored: Answers) => Answers;
  readonly transcript: TranscriptReference;
}

/** Opens the form to edit a record, with the proposed answers if there are any. */
export async function openEditForm(recordId: string, scope: Scope, edit?: ProposedEdit): Promise<Reply> {
  const { words, today } = scope.request;
  const edited = await findEdited(recordId, scope);
  const stored = storedAnswers(edited, words);
  const answers = edit?.answersFor(stored) ?? stored;
  const content = { answers, activity: readFormActivity(answers, today) };
  const proposed = edit === undefined ? recognizeProposals(withoutRecord(edited), content) : {};
  const state = { record: recordId, version: edited.record.version, proposed, transcript: edit?.transcript };
  const claimable = claimableHoldings(withoutRecord(edited), content);
  return { kind: 'form', form: editForm(claimable, { answers, state }, words) };
}

/** Returns the holdings without the record's stored entries, so that these don't use up room under a cap. */
function withoutRecord({ holdings, record }: EditedRecord): readonly CreditHolding[] {
  return holdings.map((one) => ({ ...one, entries: one.entries.filter(({ id }) => id !== record.activityId) }));
}

/** The record that is edited, as it is stored. */
interface EditedRecord extends RecordClaims {
  readonly record: Activity;
}

function storedAnswers({ record, ...claims }: EditedRecord, words: Words): Answers {
  return answersOfRecord(record, claims, words);
}

function editForm(
  claimable: readonly Claimable[],
  {
    answers,
    state,
    isExpanded,
  }: { readonly answers: Answers; readonly state: FormState; readonly isExpanded?: boolean },
  words: Words,
): Form {
  const { editTitle: title, editSubmit: submit } = words.record;
  const about = { command: 'edit', title, submit, notes: [], state: serializeFormState(state) } as const;
  return logForm({ ...about, words, claimable, answers, isExpanded });
}

/** Shows the form with all its fields and the answers so far. */
function expand(edited: EditedRecord, sent: Answers, { request }: Scope): Reply {
  const without = withoutRecord(edited);
  const submitted = readSubmittedForm({ answers: sent, state: parseFormState(request.state) }, without, request);
  const { answers, state } = submitted;
  const form = editForm(submittedClaimables(without, submitted), { answers, state, isExpanded: true }, request.words);
  return { kind: 'form', form };
}

async function save(edited: EditedRecord, sent: Answers, scope: Scope): Promise<Reply> {
  const { record, holdings, claims } = edited;
  const { request, data } = scope;
  const { words, person, now } = request;
  const { activityId } = record;
  const without = withoutRecord(edited);
  const submitted = readSubmittedForm({ answers: sent, state: parseFormState(request.state) }, without, request);
  const { answers, state } = submitted;
  const formWith = (overClaims: readonly OverClaim[]) =>
    editForm(submittedClaimables(without, submitted, overClaims), { answers, state }, words);
  const form = formWith([]);
  const read = readRecordForm({ form, answers, holdings: without }, request);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  if (state.version !== record.version) return { kind: 'form', form: conflictForm(edited, answers, words) };
  const overClaims = findOverClaims(read.activity, without, answers);
  const { proof: _, ...activity } = withOverClaimReasons(read.activity, without, overClaims);
  const effects = claimEffects(activity, without, scope);
  const compared = withStoredBefore(effects, holdings, scope);
  const stored = compared.map((effect) => ({ ...effect, after: effect.before, entry: activityId }));
  const warnings = await findSaveWarnings({ activity, effects, overClaims, exceptId: activityId, stored }, scope);
  if (warnings !== undefined && !isConfirmed(warnings, state))
    return { kind: 'form', form: confirmationForm(formWith(overClaims), { answers, warnings, state }, words) };
  // Claims for certifications that aren't in the form are kept.
  const others = claims.filter(({ holdingId }) => holdings.every((one) => one.holdingId !== holdingId));
  const changed: NewActivity = { ...activity, claims: [...activity.claims, ...others] };
  if (!(await data.activities.change(activityId, record.version, changed)))
    return { kind: 'form', form: conflictForm(edited, answers, words) };
  await data.duplicates.confirmDistinct(activityId, warnings?.duplicateIds ?? [], {
    confirmedBy: person.personId,
    confirmedAt: now,
  });
  const shown = withCategoryChoices(compared, without, submitted);
  const card = correctedCard({ ...activity, activityId }, shown, words);
  const actions = [...transcriptActions(state.transcript, words), ...(card.actions ?? [])];
  return { kind: 'card', to: 'sender', card: { ...card, actions } };
}

/** Compares the effects with the standing that includes the stored record. */
function withStoredBefore(
  effects: readonly ClaimEffect[],
  holdings: readonly CreditHolding[],
  scope: Scope,
): readonly ClaimEffect[] {
  return effects.map((effect) => {
    const holding = holdings.find(({ certification }) => certification.code === effect.certification.code);
    return holding === undefined ? effect : { ...effect, before: creditStandingToday(holding, scope) };
  });
}

/** Returns the form as it was sent, with a note for each field that was changed meanwhile. */
function conflictForm(edited: EditedRecord, answers: Answers, words: Words): Form {
  const { record, holdings } = edited;
  const state = { record: record.activityId, version: record.version };
  const form = editForm(holdings, { answers, state }, words);
  const stored = storedAnswers(edited, words);
  const changes = form.parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const value = String(stored[part.name] ?? '');
    if (value === String(answers[part.name] ?? '')) return [];
    return [words.record.isNow(part.label, value.slice(0, 200) || words.record.empty)];
  });
  const notes = [words.record.changedMeanwhile, ...changes].map((text) => ({ kind: 'text', text }) as const);
  return { ...form, submit: words.record.saveMine, parts: [...notes, ...form.parts] };
}
