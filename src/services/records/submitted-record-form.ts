import type { Answers } from '../../chat/form.ts';
import type { Claimable } from '../../views/records/claim-parts.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type FormState, serializeFormState } from '../form-state.ts';
import type { Request } from '../request.ts';
import { choiceInForm, claimableHoldings, type FormContent } from './claimable-holdings.ts';
import { readFormActivity } from './form-activity.ts';
import type { OverClaim } from './over-claims.ts';
import { refreshProposals } from './proposed-credits.ts';
import { fitInForm } from './subject-fit.ts';

/** A sent record form, with what it had proposed brought up to date. */
export interface SubmittedForm extends FormContent {
  readonly state: FormState;
  /** The state as text. */
  readonly serialized: string | undefined;
}

/** Reads a sent record form. Proposed categories and credits follow the changes in the form. */
export function readSubmittedForm(
  sent: { readonly answers: Answers; readonly state: FormState },
  holdings: readonly CreditHolding[],
  { words, today }: Pick<Request, 'words' | 'today'>,
): SubmittedForm {
  const { proposed: before = {}, ...rest } = sent.state;
  const { answers, proposed } = refreshProposals(
    holdings,
    { answers: sent.answers, proposed: before },
    { today, words },
  );
  const state = Object.keys(proposed).length === 0 ? rest : { ...rest, proposed };
  return { answers, activity: readFormActivity(answers, today), state, serialized: serializeFormState(state) };
}

/** Returns what a sent form shows for each holding, with a field for the reason of each over-claim. */
export function submittedClaimables(
  holdings: readonly CreditHolding[],
  content: FormContent,
  overClaims: readonly OverClaim[] = [],
): readonly Claimable[] {
  const over = new Set(overClaims.map(({ certification }) => certification.code));
  return claimableHoldings(holdings, content).map((claimable) => {
    const asksReason = over.has(claimable.certification.code) || claimable.asksReason === true;
    return { ...claimable, asksReason };
  });
}

/** Adds why each claim is in its category, where the member didn't select it, and whether it counts. */
export function withCategoryChoices(
  effects: readonly ClaimEffect[],
  holdings: readonly CreditHolding[],
  content: FormContent,
): readonly ClaimEffect[] {
  return effects.map((effect) => {
    const holding = holdings.find(({ certification }) => certification.code === effect.certification.code);
    const choice = holding && choiceInForm(holding, content);
    const isOfAll = effect.parts.every(({ category }) => category === choice?.category);
    const fit = holding && choice?.why !== 'stated' && fitInForm(holding.certification, content.activity);
    return { ...effect, ...(fit && { fit }), ...(choice !== undefined && isOfAll && { choice }) };
  });
}
