import type { Answers, Form } from '../../chat/form.ts';
import { courseOf, type Entry } from '../../domain/holding.ts';
import { pushedOut } from '../../domain/pace-change.ts';
import { findSimilarRecords } from '../../domain/similar-records.ts';
import { sha256Of } from '../../store/evidence/proofs.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import { creditStandingToday } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type FormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';

const UNSAVED_ENTRY_ID = 'unsaved';

/** Returns the standing before and after saving an activity, for each of its claims. `holdings` are without the activity. */
export function claimEffects(
  activity: NewActivity,
  holdings: readonly CreditHolding[],
  scope: Scope,
): readonly ClaimEffect[] {
  return activity.claims.map((claim): ClaimEffect => {
    const found = holdings.find(({ holdingId }) => holdingId === claim.holdingId);
    if (found === undefined) throw new Refusal(scope.request.words.log.gone);
    const cycle = found.cycles.find(({ cycleId }) => cycleId === claim.cycleId) ?? found.cycle;
    const holding = { ...found, cycle };
    const entry = entryOf(activity, claim, cycle.cycle.start);
    const before = creditStandingToday(holding, scope);
    const after = creditStandingToday({ ...holding, entries: [...holding.entries, entry] }, scope);
    return { certification: holding.certification, parts: claim.parts, entry: UNSAVED_ENTRY_ID, before, after };
  });
}

function entryOf(activity: NewActivity, { parts, marks = [] }: NewClaim, cycle: Entry['cycle']): Entry {
  const { kind, starts: start, ends: end, provider, title } = activity;
  const order = Number.MAX_SAFE_INTEGER;
  return { id: UNSAVED_ENTRY_ID, kind, start, end, order, parts, marks, cycle, course: courseOf(provider, title) };
}

/** What a person confirms before an activity is saved. */
export interface SaveWarnings {
  readonly notes: readonly string[];
  /** The ids of records that look like the same activity. */
  readonly duplicateIds: readonly string[];
  /** A hash of the notes, the same for the same warnings. */
  readonly seen: string;
}

/** An activity before it is saved; `exceptId` is the record that it replaces. */
interface UnsavedActivity {
  readonly activity: NewActivity;
  readonly effects: readonly ClaimEffect[];
  readonly exceptId?: string;
}

/** Returns warnings about possible duplicates and about credits pushed over a limit, if there are any. */
export async function findSaveWarnings(unsaved: UnsavedActivity, scope: Scope): Promise<SaveWarnings | undefined> {
  const { words } = scope.request;
  const duplicates = await findDuplicates(unsaved, scope);
  const notes = [
    ...duplicates.map(({ reason, title, when }) =>
      reason === 'same-file' ? words.record.sameFile(title, when) : words.record.double(title, when),
    ),
    ...unsaved.effects.flatMap(({ certification, before, after, entry }) => {
      const lost = pushedOut(before, after, entry);
      return lost > 0 ? [words.log.pushedOut(words.credits(lost, after.renewal.unit), certification.short)] : [];
    }),
  ];
  if (notes.length === 0) return undefined;
  const seen = sha256Of(notes.join('\n')).slice(0, 16);
  return { notes, duplicateIds: duplicates.map(({ activityId }) => activityId), seen };
}

async function findDuplicates({ activity, exceptId = '' }: UnsavedActivity, { request, data }: Scope) {
  const { personId, title, provider, starts, ends, proof } = activity;
  const proofFiles = await data.proofs.findFiles(proof?.fileIds ?? []);
  const files = proofFiles.map(({ sha256 }) => sha256);
  const distinct = exceptId === '' ? new Set<string>() : await data.duplicates.confirmedDistinctFrom(exceptId);
  const possible = (await data.duplicates.findPossible(personId, { starts, ends, files }))
    .filter(({ activityId }) => activityId !== exceptId && !distinct.has(activityId))
    .map((one) => ({ ...one, start: one.starts, end: one.ends }));
  const similar = findSimilarRecords({ title, provider, start: starts, end: ends, files }, possible);
  return similar.map(({ other, reason }) => ({
    activityId: other.activityId,
    reason,
    title: other.title,
    when: request.words.span(other.start, other.end),
  }));
}

/** The answers and the state of a form that needs a confirmation. */
interface UnconfirmedForm {
  readonly answers: Answers;
  readonly warnings: SaveWarnings;
  readonly state: FormState;
}

/** Returns the form again with the warnings above it. Sent unchanged, it is saved. */
export function confirmationForm(form: Form, { answers, warnings, state }: UnconfirmedForm, { record }: Words): Form {
  const { errors: _, ...rest } = form;
  const hasDuplicates = warnings.duplicateIds.length > 0;
  const notes = [record.beforeSaving, ...warnings.notes, ...(hasDuplicates ? [record.proveDistinct] : [])];
  const serialized = serializeFormState({ ...state, seen: warnings.seen });
  return {
    ...rest,
    submit: hasDuplicates ? record.saveBoth : record.saveAnyway,
    parts: [...notes.map((text) => ({ kind: 'text', text }) as const), ...form.parts],
    answers,
    ...(serialized === undefined ? {} : { state: serialized }),
  };
}
