import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import { type Credits, parseCredits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { estimateInForm, type FormContent } from './claimable-holdings.ts';
import { readFormActivity } from './form-activity.ts';
import { type FormProposals, isProposed, type ProposedValues, proposalOf } from './proposal-hash.ts';
import { refreshCategories } from './proposed-categories.ts';

/** Fills in the estimated credits of each chosen holding, where they have a place and none were entered. */
export function proposeCredits(
  holdings: readonly CreditHolding[],
  content: FormContent,
  amount: Words['amount'],
): FormProposals {
  const answers: Record<string, Answers[string]> = { ...content.answers };
  const proposed: Record<string, string> = {};
  for (const holding of chosenHoldings(holdings, content.answers)) {
    const field = claimFields(holding.certification).credits;
    const credits = estimateInForm(holding, content)?.likely ?? 0;
    if (credits === 0 || hasCredits(holding, content.answers)) continue;
    answers[field] = amount(credits);
    proposed[field] = creditProposal(holding, credits, content.answers);
  }
  return { answers, proposed };
}

/** Returns which of the entered credits are those that would have been proposed. */
export function recognizeProposals(holdings: readonly CreditHolding[], content: FormContent): ProposedValues {
  const entries = chosenHoldings(holdings, content.answers).flatMap((holding) => {
    const field = claimFields(holding.certification).credits;
    const credits = estimateInForm(holding, content)?.likely;
    const isSame = credits !== undefined && credits === enteredCredits(content.answers, field);
    return isSame ? [[field, creditProposal(holding, credits, content.answers)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * Decides and estimates again what the form proposed, when the activity in it has changed. Values that were changed by hand stay. A field that
 * is no longer decided, or of which the new estimate is 0 or unknown, is cleared, so that the form says why.
 */
export function refreshProposals(
  holdings: readonly CreditHolding[],
  sent: FormProposals,
  { today, words }: { readonly today: Day; readonly words: Words },
): FormProposals {
  const activity = readFormActivity(sent.answers, today);
  const categories = refreshCategories(holdings, { activity }, sent);
  const answers: Record<string, Answers[string]> = { ...categories.answers };
  const remaining: Record<string, string> = { ...categories.proposed };
  const content = { answers: categories.answers, activity };
  // Estimates of a certification that was deselected go with it.
  for (const { certification } of holdings.filter((one) => !chosenHoldings(holdings, sent.answers).includes(one))) {
    const { credits: field } = claimFields(certification);
    const credits = enteredCredits(content.answers, field);
    if (credits !== undefined && isProposed(`${credits}`, sent.proposed[field])) answers[field] = '';
  }
  for (const holding of chosenHoldings(holdings, sent.answers)) {
    const field = claimFields(holding.certification).credits;
    const credits = enteredCredits(content.answers, field);
    if (credits === undefined) continue;
    const before = sent.proposed[field];
    if (before === undefined || !isProposed(`${credits}`, before)) continue;
    if (before === creditProposal(holding, credits, content.answers)) {
      remaining[field] = before;
      continue;
    }
    const likely = estimateInForm(holding, content)?.likely ?? 0;
    answers[field] = likely === 0 ? '' : words.amount(likely);
    if (likely > 0) remaining[field] = creditProposal(holding, likely, content.answers);
  }
  return { answers, proposed: remaining };
}

function chosenHoldings(holdings: readonly CreditHolding[], answers: Answers): readonly CreditHolding[] {
  const chosen = new Set(answersOf(answers, 'counts'));
  return holdings.filter(({ certification }) => chosen.has(certification.code));
}

function hasCredits({ certification, renewal }: CreditHolding, answers: Answers): boolean {
  const { credits, part } = claimFields(certification);
  const fields = [credits, ...leavesOf(renewal).map(({ code }) => part(code))];
  return fields.some((field) => answerOf(answers, field) !== '');
}

function enteredCredits(answers: Answers, field: string): Credits | undefined {
  const read = parseCredits(answerOf(answers, field));
  return 'credits' in read ? read.credits : undefined;
}

/** Returns a proposed amount with a hash of the answers that it was estimated from. */
function creditProposal({ certification }: CreditHolding, credits: Credits, answers: Answers): string {
  const { category, item, items } = claimFields(certification);
  return proposalOf(`${credits}`, answers, ['kind', 'start', 'end', 'duration', category, item, items]);
}
