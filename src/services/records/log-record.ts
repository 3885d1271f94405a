import type { Errors, Form } from '../../chat/form.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import { orderShownBy } from '../ambiguous-date.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findOverClaims, type OverClaim, withOverClaimReasons } from './over-claims.ts';
import { readRecordForm } from './read-record-form.ts';
import { claimEffects, findSaveWarnings, isConfirmed, type SaveWarnings } from './save-warnings.ts';
import { type SubmittedForm, withCategoryChoices } from './submitted-record-form.ts';

/** A sent form for a new record, with the holdings it can claim credits for. */
interface RecordToLog {
  readonly form: Form;
  readonly submitted: SubmittedForm;
  readonly holdings: readonly CreditHolding[];
}

/** The result of sending the form for a new record. Only `logged` saved a record; otherwise what was typed is a draft. */
type LogOutcome =
  | { readonly kind: 'invalid'; readonly errors: Errors }
  | { readonly kind: 'unconfirmed'; readonly warnings: SaveWarnings; readonly overClaims: readonly OverClaim[] }
  | {
      readonly kind: 'logged';
      readonly record: NewActivity & { readonly activityId: string };
      readonly effects: readonly ClaimEffect[];
    };

/** Saves the record of a sent form, unless a field is wrong or there are warnings that the member has not seen. */
export async function logRecord({ form, submitted, holdings }: RecordToLog, scope: Scope): Promise<LogOutcome> {
  const { answers, state } = submitted;
  const read = readRecordForm({ form, answers, holdings }, scope.request);
  if ('errors' in read) {
    await saveDraft(submitted, scope);
    return { kind: 'invalid', errors: read.errors };
  }
  const overClaims = findOverClaims(read.activity, holdings, answers);
  const activity = withOverClaimReasons(read.activity, holdings, overClaims);
  const effects = claimEffects(activity, holdings, scope);
  const warnings = await findSaveWarnings({ activity, effects, overClaims }, scope);
  if (warnings !== undefined && !isConfirmed(warnings, state)) {
    await saveDraft(submitted, scope);
    return { kind: 'unconfirmed', warnings, overClaims };
  }
  const activityId = await saveRecord(
    activity,
    { plan: state.plan, duplicateIds: warnings?.duplicateIds ?? [] },
    scope,
  );
  await rememberDateOrder(activity, state.typedDate, scope);
  return {
    kind: 'logged',
    record: { ...activity, activityId },
    effects: withCategoryChoices(effects, holdings, submitted),
  };
}

/** Keeps a form that isn't saved yet, so that closing it loses nothing. */
export async function saveDraft({ answers, serialized }: SubmittedForm, { request, data }: Scope): Promise<void> {
  await data.drafts.save(request.person.personId, 'log', { answers, state: serialized, savedAt: request.now });
}

/** Saves a record, in the place of its plan and its draft. Returns its id. */
async function saveRecord(
  activity: NewActivity,
  { plan, duplicateIds }: { readonly plan: string | undefined; readonly duplicateIds: readonly string[] },
  { request: { person, now }, data }: Scope,
): Promise<string> {
  const { personId } = person;
  const activityId = await data.activities.add(activity, now);
  await data.duplicates.confirmDistinct(activityId, duplicateIds, { confirmedBy: personId, confirmedAt: now });
  if (plan !== undefined) await data.activities.dropPlan(personId, plan);
  await data.drafts.discard(personId, 'log');
  return activityId;
}

/** Remembers in which order the member types day and month, once the date that was asked for shows it. */
async function rememberDateOrder(
  { starts }: NewActivity,
  typedDate: string | undefined,
  { request: { person, today }, data }: Scope,
): Promise<void> {
  if (typedDate === undefined) return;
  const dateOrder = orderShownBy(typedDate, starts, { today, locale: person.locale ?? 'en-GB' });
  if (dateOrder !== undefined) await data.preferences.save(person.personId, { dateOrder });
}
