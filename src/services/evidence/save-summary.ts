import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Activity } from '../../store/entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { findRecordOrRefuse } from '../records/find-record.ts';
import { loadRecordDetails, type RecordDetails } from '../records/record-details.ts';
import type { SentForm } from '../sent-form.ts';

/** The result of sending a summary. `conflict`: the record was changed since its form was opened. */
type SummaryOutcome =
  | { readonly kind: 'invalid'; readonly errors: Errors }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'saved'; readonly details: RecordDetails };

/** Returns how many words the bodies that a record claims credits from want in its summary; 0 if it has enough. */
export async function requiredWords(record: Activity, scope: Scope): Promise<number> {
  const { claims } = await loadRecordDetails(record, scope);
  return Math.max(0, ...claims.map(({ state }) => (state.kind === 'needs-summary' ? state.wanted : 0)));
}

/** Saves the summary of a sent form, if the record still is in the version that the form was opened with. */
export async function saveSummary(
  { activityId }: Activity,
  { form, answers, version }: SentForm & { readonly version: number },
  scope: Scope,
): Promise<SummaryOutcome> {
  const errors = new FormErrors(readForm(form.parts, answers), scope.request.words);
  if (errors.any) return { kind: 'invalid', errors: errors.toObject() };
  if (!(await scope.data.activities.describe(activityId, version, answerOf(answers, 'description'))))
    return { kind: 'conflict' };
  const saved = await findRecordOrRefuse(scope, activityId);
  return { kind: 'saved', details: await loadRecordDetails(saved, scope) };
}
