import type { Answers, Form } from '../../chat/form.ts';
import { courseOf, type Entry } from '../../domain/holding.ts';
import { pushedOut } from '../../domain/pace-change.ts';
import { findSimilarRecords } from '../../domain/similar-records.ts';
import { sha256Of } from '../../store/evidence/proofs.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import { creditStandingToday } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data.ts';
import type { FormState } from '../form-state.ts';
import { serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';

/** The id an entry has before it is saved. */
export const UNSAVED_ENTRY_ID = 'unsaved';

/** What an activity would do to each certification it claims for; `holdings` as they are without it. */
export function claimEffects(
  activity: NewActivity,
  holdings: readonly CreditHolding[],
  context: Scope,
): readonly ClaimEffect[] {
  return activity.claims.map((claim): ClaimEffect => {
    const found = holdings.find((one) => one.holdingId === claim.holdingId);
    if (found === undefined) throw new Refusal(context.request.words.log.gone);
    const cycle = found.cycles.find(({ cycleId }) => cycleId === claim.cycleId) ?? found.cycle;
    const holding = { ...found, cycle };
    const entry = entryOf(activity, claim, cycle.cycle.start);
    const before = creditStandingToday(holding, context);
    const after = creditStandingToday({ ...holding, entries: [...holding.entries, entry] }, context);
    return { certification: holding.certification, parts: claim.parts, entry: UNSAVED_ENTRY_ID, before, after };
  });
}

function entryOf(activity: NewActivity, { parts, marks = [] }: NewClaim, cycle: Entry['cycle']): Entry {
  const { kind, starts: start, ends: end, provider, title } = activity;
  const order = Number.MAX_SAFE_INTEGER;
  return { id: UNSAVED_ENTRY_ID, kind, start, end, order, parts, marks, cycle, course: courseOf(provider, title) };
}

/** What somebody should know before an activity is saved. */
export interface SaveWarnings {
  readonly notes: readonly string[];
  /** Records that look like the same. */
  readonly doubles: readonly string[];
  /** The same for the same concerns. */
  readonly seen: string;
}

/** What speaks against saving: look-alikes, and what it pushes over a limit. `besides`: the record that is corrected. */
export async function findSaveWarnings(
  activity: NewActivity,
  effects: readonly ClaimEffect[],
  context: Scope,
  exceptId?: string,
): Promise<SaveWarnings | undefined> {
  const { request } = context;
  const { words } = request;
  const alike = await findDuplicates(activity, context, exceptId);
  const notes = [
    ...alike.map(({ reason, title, when }) =>
      reason === 'same-file' ? words.record.sameFile(title, when) : words.record.double(title, when),
    ),
    ...effects.flatMap(({ certification, before, after, entry }) => {
      const lost = pushedOut(before, after, entry);
      return lost > 0 ? [words.log.pushedOut(words.credits(lost, after.renewal.unit), certification.short)] : [];
    }),
  ];
  if (notes.length === 0) return undefined;
  return { notes, doubles: alike.map(({ activityId }) => activityId), seen: sha256Of(notes.join('\n')).slice(0, 16) };
}

async function findDuplicates(
  { personId, title, provider, starts, ends, proof }: NewActivity,
  context: Scope,
  exceptId = '',
) {
  const { request, data } = context;
  const { words } = request;
  const named = await data.proofs.findFiles(proof?.fileIds ?? []);
  const files = named.map(({ sha256 }) => sha256);
  const known = exceptId === '' ? new Set<string>() : await data.duplicates.confirmedDistinctFrom(exceptId);
  const others = (await data.duplicates.findPossible(personId, { starts, ends, files })).filter(
    ({ activityId }) => activityId !== exceptId && !known.has(activityId),
  );
  return findSimilarRecords({ title, provider, start: starts, end: ends, files }, others.map(asLookedAt)).map(
    ({ other, reason }) => ({
      activityId: other.activityId,
      reason,
      title: other.title,
      when: words.span(other.start, other.end),
    }),
  );
}

function asLookedAt<T extends { starts: NewActivity['starts']; ends: NewActivity['ends'] }>(one: T) {
  return { ...one, start: one.starts, end: one.ends };
}

/** The form once more, with what should be known before it is saved; sent again just so, it is saved. */
export function confirmationForm(
  form: Form,
  answers: Answers,
  concerns: SaveWarnings,
  state: FormState,
  context: Scope,
): Form {
  const { record } = context.request.words;
  const { errors: _, ...rest } = form;
  const notified = [
    record.beforeSaving,
    ...concerns.notes,
    ...(concerns.doubles.length > 0 ? [record.proveElsewhere] : []),
  ];
  const remembered = serializeFormState({ ...state, seen: concerns.seen });
  return {
    ...rest,
    submit: concerns.doubles.length > 0 ? record.saveBoth : record.saveAnyway,
    parts: [...notified.map((text) => ({ kind: 'text', text }) as const), ...form.parts],
    answers,
    ...(remembered === undefined ? {} : { state: remembered }),
  };
}
