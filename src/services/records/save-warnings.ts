import { providerWords } from '../../catalogue/provider-words.ts';
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
import type { Scope } from '../data-with-catalogue.ts';
import { type FormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { capWarnings, cutByCaps } from './cap-warnings.ts';
import { missingReasons, type OverClaim, overClaimText } from './over-claims.ts';

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
    const { parts, overClaimReason = '' } = claim;
    return { certification: holding.certification, parts, overClaimReason, entry: UNSAVED_ENTRY_ID, before, after };
  });
}

function entryOf(activity: NewActivity, { parts }: NewClaim, cycle: Entry['cycle']): Entry {
  const { kind, delivery, starts: start, ends: end, provider, title } = activity;
  const order = Number.MAX_SAFE_INTEGER;
  return { id: UNSAVED_ENTRY_ID, kind, delivery, start, end, order, parts, cycle, course: courseOf(provider, title) };
}

/** What a person confirms before an activity is saved. */
export interface SaveWarnings {
  readonly notes: readonly string[];
  /** The ids of records that look like the same activity. */
  readonly duplicateIds: readonly string[];
  /** The fields for reasons that are still empty, with the error. */
  readonly missing: Readonly<Record<string, string>>;
  /** A hash of the notes, the same for the same warnings. */
  readonly seen: string;
}

/** An activity before it is saved; `exceptId` is the record that it replaces. */
interface UnsavedActivity {
  readonly activity: NewActivity;
  readonly effects: readonly ClaimEffect[];
  readonly overClaims: readonly OverClaim[];
  readonly exceptId?: string;
  /** The effects of an edited record as it is stored. */
  readonly stored?: readonly ClaimEffect[];
}

/** Returns warnings about over-claims, possible duplicates, credits over a limit and credits pushed over one, if there are any. */
export async function findSaveWarnings(unsaved: UnsavedActivity, scope: Scope): Promise<SaveWarnings | undefined> {
  const { words } = scope.request;
  const duplicates = await findDuplicates(unsaved, scope);
  const notes = [
    ...unsaved.overClaims.map((overClaim) => overClaimText(overClaim, words)),
    ...duplicates.map(({ reason, title, when }) =>
      reason === 'same-file' ? words.record.sameFile(title, when) : words.record.double(title, when),
    ),
    ...unsaved.effects.flatMap((effect) => newCapWarnings(effect, unsaved, words)),
    ...unsaved.effects.flatMap(({ certification, before, after, entry }) => {
      const lost = pushedOut(before, after, entry);
      return lost > 0 ? [words.log.pushedOut(words.credits(lost, after.renewal.unit), certification.short)] : [];
    }),
  ];
  if (notes.length === 0) return undefined;
  const seen = sha256Of(notes.join('\n')).slice(0, 16);
  const missing = missingReasons(unsaved.overClaims, words);
  return { notes, duplicateIds: duplicates.map(({ activityId }) => activityId), missing, seen };
}

/** What caps cut of a claim, unless they cut as much of the record as it is stored. */
function newCapWarnings(effect: ClaimEffect, { activity, stored = [] }: UnsavedActivity, words: Words) {
  const known = stored.find(({ certification }) => certification.code === effect.certification.code);
  const isNew = known === undefined || cutByCaps(effect) > cutByCaps(known);
  return isNew ? capWarnings(effect, activity, words) : [];
}

async function findDuplicates({ activity, exceptId = '' }: UnsavedActivity, { request, data }: Scope) {
  const { personId, title, provider, starts, ends, proof } = activity;
  const proofFiles = await data.proofs.findFiles(proof?.fileIds ?? []);
  const files = proofFiles.map(({ sha256 }) => sha256);
  const distinct = exceptId === '' ? new Set<string>() : await data.duplicates.confirmedDistinctFrom(exceptId);
  const possible = (await data.duplicates.findPossible(personId, { starts, ends, files }))
    .filter(({ activityId }) => activityId !== exceptId && !distinct.has(activityId))
    .map((one) => ({ ...one, start: one.starts, end: one.ends }));
  const similar = findSimilarRecords({ title, provider, start: starts, end: ends, files }, possible, providerWords());
  return similar.map(({ other, reason }) => ({
    activityId: other.activityId,
    reason,
    title: other.title,
    when: request.words.span(other.start, other.end),
  }));
}

/** Whether the person has seen the warnings and given the reasons they ask for. */
export function isConfirmed({ seen, missing }: SaveWarnings, state: FormState): boolean {
  return seen === state.seen && Object.keys(missing).length === 0;
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
  // Reasons are asked for when the warnings are shown for the first time, and missed the second time.
  const errors = state.seen === warnings.seen ? warnings.missing : {};
  const hasDuplicates = warnings.duplicateIds.length > 0;
  const notes = [record.beforeSaving, ...warnings.notes, ...(hasDuplicates ? [record.proveDistinct] : [])];
  const serialized = serializeFormState({ ...state, seen: warnings.seen });
  return {
    ...rest,
    submit: hasDuplicates ? record.saveBoth : record.saveAnyway,
    parts: [...notes.map((text) => ({ kind: 'text', text }) as const), ...form.parts],
    answers,
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
    ...(serialized === undefined ? {} : { state: serialized }),
  };
}
