import { answerOf } from '../../chat/form.ts';
import { sum } from '../../domain/credit.ts';
import { beyondLimit } from '../../domain/renewals-served.ts';
import { inForce } from '../../domain/sourced-value.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { ClaimInput, TypedPart } from './claim-input.ts';
import { readItems } from './read-chosen-item.ts';

/** Checks that one activity doesn't serve more renewals of a body than the body allows. */
export function checkRenewals(
  chosen: readonly CreditHolding[],
  { answers, activity: { kind }, words, errors }: Pick<ClaimInput, 'answers' | 'activity' | 'words' | 'errors'>,
): void {
  const renewals = chosen.map(({ certification, renewal }) => {
    const category = answerOf(answers, claimFields(certification).category) || undefined;
    return { certification, renewal, category };
  });
  for (const { served, max } of beyondLimit(renewals, kind)) {
    const { certification } = served;
    errors.add(claimFields(certification).credits, words.log.tooManyRenewals(certification.body, max.value));
  }
}

/** Checks the number of items of one claim. */
export function checkItems(
  { certification }: CreditHolding,
  { answers, words, errors }: Pick<ClaimInput, 'answers' | 'words' | 'errors'>,
): void {
  const { items } = claimFields(certification);
  if (answerOf(answers, items) !== '' && readItems(certification, answers).items === undefined)
    errors.add(items, words.claim.badItems);
}

/** Checks the credits of one claim against the body's step. What caps cut of it is said before it is saved. */
export function checkAmounts(
  { certification, renewal, cycle }: CreditHolding,
  parts: readonly TypedPart[],
  { activity: { end }, words, errors }: Pick<ClaimInput, 'activity' | 'words' | 'errors'>,
): void {
  const on = end ?? cycle.cycle.end;
  const step = inForce(renewal.conversion.step, on)?.value;
  for (const { field, credits } of parts) {
    if (step !== undefined && credits % step !== 0) errors.add(field, words.log.step(certification.body, step));
  }
  const [first] = parts;
  if (first === undefined) return;
  const total = sum(parts.map(({ credits }) => credits));
  if (total === 0) errors.add(first.field, words.log.noCredits);
}
