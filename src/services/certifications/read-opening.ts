import { type Answers, answerOf } from '../../chat/form.ts';
import { type Day, within } from '../../domain/calendar.ts';
import { type Credits, parseCredits, sum } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import type { OpeningYear } from '../../domain/opening-balance-years.ts';
import { withMarkAmounts } from '../../domain/split-by-mark.ts';
import type { Words } from '../../strings/index.ts';
import { openingCategories, openingFields } from '../../views/certifications/opening-form.ts';
import { creditsProblemText } from '../credits-problem-text.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { FormErrors } from '../form-errors.ts';
import type { CreditHolding } from './member-holding.ts';
import { readDateField } from './read-date-field.ts';

/** The answers of a form and the errors found so far. */
interface OpeningAnswers {
  readonly answers: Answers;
  readonly errors: FormErrors;
  /** That of the field names, where one form is about several certifications. */
  readonly prefix?: string;
}

/** What is stated for a year. */
export interface StatedOpening {
  readonly on: Day;
  readonly parts: readonly Part[];
  readonly accepted: boolean;
}

/** Reads what is stated for a year of a cycle; undefined if there are no amounts. Adds errors beside the fields. */
export function readOpening(
  { renewal }: Pick<CreditHolding, 'renewal'>,
  year: OpeningYear,
  input: OpeningAnswers & { readonly scope: Scope },
): StatedOpening | undefined {
  const { answers, errors, scope, prefix } = input;
  const { words } = scope.request;
  const fields = openingFields(year.year, prefix);
  const amountIn = (name: string) => readAmount(name, { answers, errors }, words);
  const amounts = openingCategories(renewal, year.stated).map((category) => ({
    category,
    credits: amountIn(fields.credits(category)),
  }));
  const parts = amounts.filter(({ credits }) => credits > 0);
  const total = sum(parts.map(({ credits }) => credits));
  const marked = renewal.marks.map(({ code, name }) => {
    const credits = amountIn(fields.mark(code));
    if (credits > total) errors.add(fields.mark(code), words.log.moreMarkedThanClaimed(name, total));
    return [code, credits] as const;
  });
  if (parts.length === 0) return undefined;
  const on = readDay(fields.day, year, input);
  if (on === undefined) return undefined;
  return { on, parts: withMarkAmounts(parts, new Map(marked)), accepted: answerOf(answers, fields.accepted) === 'yes' };
}

function readDay(
  name: string,
  { days }: OpeningYear,
  { answers, errors, scope }: OpeningAnswers & { readonly scope: Scope },
): Day | undefined {
  const { words, today } = scope.request;
  const day = readDateField(name, { answers, errors }, scope);
  if (day === undefined) errors.add(name, words.shape.missing);
  else if (day > today) errors.add(name, words.opening.dayInFuture(day, days.end));
  else if (!within(days, day)) errors.add(name, words.opening.dayOutside(days.start, days.end));
  return day;
}

/** Returns a typed amount, or 0 for an empty field. Adds an error for any other text. */
function readAmount(name: string, { answers, errors }: OpeningAnswers, words: Words): Credits {
  const typed = answerOf(answers, name);
  if (typed === '') return 0;
  const read = parseCredits(typed);
  if ('credits' in read) return read.credits;
  errors.add(name, creditsProblemText(read.problem, typed, words));
  return 0;
}
