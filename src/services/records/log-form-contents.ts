import type { Answers, Errors } from '../../chat/form.ts';
import { answerOf, answersOf } from '../../chat/form.ts';
import type { Credits } from '../../domain/credit.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { TranscriptReference } from '../../views/transcript-actions.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { readFormActivity } from './form-activity.ts';
import type { ProposedValues } from './proposal-hash.ts';
import { proposeCategories } from './proposed-categories.ts';
import { proposeCredits } from './proposed-credits.ts';

/** What a new log form is filled in with. */
export interface LogFormContents {
  readonly answers: Answers;
  /** Notes above the fields that must be read before saving. */
  readonly notes: readonly string[];
  /** Notes above the fields about what is filled in. */
  readonly remarks?: readonly string[];
  readonly errors?: Errors;
  readonly proposed: ProposedValues;
  /** The description of an opportunity. */
  readonly topics?: string;
  readonly plan?: string | undefined;
  /** The entry of a transcript that it is filled in from. */
  readonly transcript?: TranscriptReference | undefined;
  /** The fields that were read from a file, with a hash of what was read. */
  readonly read?: Readonly<Record<string, string>> | undefined;
  /** Short ids of the files that were read for the form. */
  readonly files?: readonly string[] | undefined;
  /** The day that is filled in although none was typed. */
  readonly day?: string | undefined;
  /** A numeric date of the line, of which day and month could be swapped. */
  readonly typedDate?: string | undefined;
}

interface FillIn {
  readonly scope: Scope;
  readonly topics?: string;
  /** Credits that were typed, and their unit if one was. */
  readonly typed?: { readonly credits: Credits; readonly unit: string };
}

/** Fills in the categories, and the typed or estimated credits. */
export function fillCategoriesAndCredits(
  answers: Answers,
  holdings: readonly CreditHolding[],
  { scope, topics, typed }: FillIn,
): Pick<LogFormContents, 'answers' | 'proposed' | 'errors'> {
  const { words, today } = scope.request;
  const activity = readFormActivity(answers, today, topics);
  const categories = proposeCategories(holdings, { answers, activity });
  const content = { answers: categories.answers, activity };
  const placed =
    typed === undefined
      ? { answers: categories.answers, errors: {} }
      : placeCredits(typed, holdings, { scope, content });
  const credits = proposeCredits(holdings, { answers: placed.answers, activity }, words.amount);
  const filled = typed === undefined ? credits : { answers: placed.answers, proposed: {} };
  return { answers: filled.answers, proposed: { ...categories.proposed, ...filled.proposed }, errors: placed.errors };
}

/** Enters typed credits for each selected certification that counts in their unit; the others get an error. */
function placeCredits(
  { credits, unit }: { readonly credits: Credits; readonly unit: string },
  holdings: readonly CreditHolding[],
  {
    scope: {
      request: { words },
    },
    content,
  }: { readonly scope: Scope; readonly content: Parameters<typeof proposeCategories>[1] },
): { readonly answers: Answers; readonly errors: Errors } {
  const answers: Record<string, Answers[string]> = { ...content.answers };
  const errors: Record<string, string> = {};
  const selected = new Set(answersOf(answers, 'counts'));
  for (const holding of holdings.filter(({ certification }) => selected.has(certification.code))) {
    const { certification, renewal } = holding;
    const field = claimFields(certification).credits;
    // Some bodies call it `CPE hour`.
    const isUnit = unit === '' || new RegExp(`^${unit}s?\\b`, 'iu').test(renewal.unit.one);
    if (!isUnit)
      errors[field] = words.log.otherUnit(`${words.amount(credits)} ${unit}`, certification.short, renewal.unit);
    else if (answerOf(answers, field) === '') answers[field] = words.amount(credits);
  }
  return { answers, errors };
}
