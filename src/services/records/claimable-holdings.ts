import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import { countsItems, itemsToAsk } from '../../domain/activity-rates.ts';
import type { CategoryChoice } from '../../domain/claim-category.ts';
import { cyclesInGrace } from '../../domain/cycle-choice.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { Claimable } from '../../views/records/claim-parts.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { chooseCategory } from './choose-category.ts';
import { estimateForHolding } from './estimate-for-holding.ts';
import type { FormActivity } from './form-activity.ts';
import { readItems } from './read-chosen-item.ts';
import { fitInForm } from './subject-fit.ts';

/** The answers of a form and the activity in them. */
export interface FormContent {
  readonly answers: Answers;
  readonly activity: FormActivity;
}

/** Returns what the form shows for each holding: estimates, chosen categories, and what is asked. */
export function claimableHoldings(holdings: readonly CreditHolding[], content: FormContent): readonly Claimable[] {
  const chosen = new Set(answersOf(content.answers, 'counts'));
  return holdings.map((holding) => {
    const { certification, renewal, cycles } = holding;
    const { activity } = content;
    const choice = choiceInForm(holding, content);
    const isChosen = chosen.has(certification.code);
    const rated = activity.kind === undefined ? undefined : { kind: activity.kind, end: activity.end };
    return {
      certification,
      renewal,
      activity,
      choice,
      estimate: estimateInForm(holding, content),
      fit: isChosen && choice?.why !== 'stated' ? fitInForm(certification, activity) : undefined,
      asksCategory: isChosen && activity.kind !== undefined && choice === undefined,
      items: rated === undefined || !isChosen ? [] : itemsToAsk(renewal, rated),
      graceCycles: isChosen ? cyclesInGrace(holding, activity.end).flatMap((index) => cycles[index]?.cycle ?? []) : [],
      countsItems: rated !== undefined && isChosen && countsItems(renewal, rated),
      asksReason: answerOf(content.answers, claimFields(certification).reason) !== '',
    };
  });
}

/** Returns the category of a claim in a form. A selected category that the rules give as well keeps the reason of the rules. */
export function choiceInForm(holding: CreditHolding, { answers, activity }: FormContent): CategoryChoice | undefined {
  const given = chooseCategory(holding, activity);
  const stated = statedCategory(holding, answers);
  return stated === undefined || stated === given?.category ? given : chooseCategory(holding, activity, stated);
}

function statedCategory({ certification }: CreditHolding, answers: Answers): string | undefined {
  return answerOf(answers, claimFields(certification).category) || undefined;
}

/** Estimates the credits from the duration in a form; undefined without one. */
export function estimateInForm(holding: CreditHolding, content: FormContent): Estimate | undefined {
  const { kind = 'other', start, end, minutes } = content.activity;
  if (!minutes) return undefined;
  const category = choiceInForm(holding, content)?.category;
  return estimateForHolding(holding, {
    ...{ kind, start, end, minutes },
    ...readItems(holding.certification, content.answers),
    ...(category === undefined ? {} : { category }),
  });
}
