import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import { sum } from '../../domain/credit.ts';
import { conditionHolds, termsOf } from '../../domain/renewal-terms.ts';
import { beyondLimit } from '../../domain/renewals-served.ts';
import { inForce } from '../../domain/sourced-value.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { ClaimInput, TypedPart } from './claim-input.ts';

/** Checks that one activity doesn't serve more renewals of a body than the body allows. */
export function checkRenewals(
  chosen: readonly CreditHolding[],
  { activity: { kind }, words, errors }: Pick<ClaimInput, 'activity' | 'words' | 'errors'>,
): void {
  const renewals = chosen.map(({ certification, renewal }) => ({ certification, renewal }));
  for (const { served, max } of beyondLimit(renewals, kind)) {
    const { certification, renewal } = served;
    const { credits, part } = claimFields(certification);
    const first = leavesOf(renewal)[0]?.code;
    const field = isSplit(renewal) && first !== undefined ? part(first) : credits;
    errors.add(field, words.log.tooManyRenewals(certification.body, max.value));
  }
}

/** Checks the credits of one claim against the body's step and its caps per entry. */
export function checkAmounts(
  { certification, renewal, cycle }: CreditHolding,
  parts: readonly TypedPart[],
  { activity: { kind, end }, words, errors }: Pick<ClaimInput, 'activity' | 'words' | 'errors'>,
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
  const terms = termsOf(renewal, cycle, on);
  for (const cap of renewal.caps) {
    const concernsEntry = cap.per === 'entry' && (cap.kinds?.includes(kind) ?? true) && cap.category === undefined;
    const applies = concernsEntry && conditionHolds(cap.when, terms);
    const limit = inForce(cap.limit, on)?.value;
    if (applies && typeof limit === 'number' && total > limit)
      errors.add(first.field, words.log.overEntryCap(certification.body, limit));
  }
}
