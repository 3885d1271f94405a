import { type Answers, answerOf } from '../../chat/form.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { choiceInForm, type FormContent } from './claimable-holdings.ts';
import { type FormProposals, isProposed, proposalOf } from './proposal-hash.ts';

/** The answers that a category follows from. */
const BASIS = ['kind', 'provider'];

/** Fills in the category of each holding, where it is decided and none was selected. */
export function proposeCategories(holdings: readonly CreditHolding[], content: FormContent): FormProposals {
  const answers: Record<string, Answers[string]> = { ...content.answers };
  const proposed: Record<string, string> = {};
  for (const holding of holdings.filter(hasCategoryField)) {
    const { category: field } = claimFields(holding.certification);
    const choice = choiceInForm(holding, content);
    if (choice === undefined || answerOf(answers, field) !== '') continue;
    answers[field] = choice.category;
    proposed[field] = proposalOf(choice.category, content.answers, BASIS);
  }
  return { answers, proposed };
}

/** Decides proposed categories again when the kind or the provider has changed. Categories that were selected by hand stay. */
export function refreshCategories(
  holdings: readonly CreditHolding[],
  { activity }: Pick<FormContent, 'activity'>,
  { answers: sent, proposed }: FormProposals,
): FormProposals {
  const answers: Record<string, Answers[string]> = { ...sent };
  const remaining: Record<string, string> = {};
  for (const holding of holdings.filter(hasCategoryField)) {
    const { category: field } = claimFields(holding.certification);
    const selected = answerOf(sent, field);
    const before = proposed[field];
    if (before === undefined || !isProposed(selected, before)) continue;
    if (before === proposalOf(selected, sent, BASIS)) {
      remaining[field] = before;
      continue;
    }
    const choice = choiceInForm(holding, { answers: { ...sent, [field]: '' }, activity });
    answers[field] = choice?.category ?? '';
    if (choice !== undefined) remaining[field] = proposalOf(choice.category, sent, BASIS);
  }
  return { answers, proposed: remaining };
}

function hasCategoryField({ renewal }: CreditHolding): boolean {
  return leavesOf(renewal).length > 1;
}
