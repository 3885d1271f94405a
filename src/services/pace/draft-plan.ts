import { answerOf } from '../../chat/form.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { DraftedPlan } from '../../views/pace/plan-card.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { checkPlanLine, planLine } from './plan-activity.ts';

/** Saves the line of a plan as a draft, which the person confirms in chat. Throws `Refusal` if it couldn't be planned. */
export async function draftPlan(holdings: readonly CreditHolding[], scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { person, words, now, today } = request;
  const text = (request.args.text ?? '').trim();
  if (text === '') throw new Refusal(words.draft.empty);
  checkPlanLine(text, holdings, scope);
  const state = serializeFormState({ byAgent: true });
  // Relative days count from the day on which it was drafted.
  await data.drafts.save(person.personId, 'plan', { answers: { text, on: today }, state, savedAt: now });
}

/** Returns the drafted plan of a person, if there is one. Its id changes with its content. */
export async function findPlanDraft({ request, data }: Scope): Promise<DraftedPlan | undefined> {
  const draft = await data.drafts.get(request.person.personId, 'plan');
  const on = parseDay(answerOf(draft?.answers, 'on'));
  if (draft === undefined || on === undefined) return undefined;
  return { id: String(draft.savedAt.getTime()), text: answerOf(draft.answers, 'text'), on };
}

/** Plans what was drafted. Throws `Refusal` if the draft is gone or isn't the one that was shown. */
export async function confirmPlanDraft(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<void> {
  const { request, data } = scope;
  const draft = await findPlanDraft(scope);
  if (draft === undefined || draft.id !== id) throw new Refusal(request.words.draft.gone);
  await planLine(draft.text, holdings, { ...scope, request: { ...request, today: draft.on } });
  await data.drafts.discard(request.person.personId, 'plan');
}

/** Discards what was drafted. Throws `Refusal` if the draft is gone or isn't the one that was shown. */
export async function discardPlanDraft(id: string, scope: Scope): Promise<void> {
  const { request, data } = scope;
  if ((await findPlanDraft(scope))?.id !== id) throw new Refusal(request.words.draft.gone);
  await data.drafts.discard(request.person.personId, 'plan');
}
