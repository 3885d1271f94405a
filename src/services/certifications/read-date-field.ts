import { type Answers, answerOf } from '../../chat/form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { FormErrors } from '../form-errors.ts';
import { parseDate } from '../parse-date.ts';

/** The answers of a form and the errors found in them so far. */
interface AnswersWithErrors {
  readonly answers: Answers;
  readonly errors: FormErrors;
}

/** Returns the day typed in a field, if any. Adds an error for text that isn't a date. */
export function readDateField(name: string, { answers, errors }: AnswersWithErrors, scope: Scope): Day | undefined {
  const typed = answerOf(answers, name);
  const day = typedDay(typed, scope);
  if (typed !== '' && day === undefined) errors.add(name, scope.request.words.shape.badDay(typed));
  return day;
}

/** Returns the day that a field says, as platforms send it or as people write it; undefined for any other text. */
export function typedDay(typed: string, { request: { today, person } }: Scope): Day | undefined {
  if (typed === '') return undefined;
  return parseDay(typed) ?? parseDate(typed, { today, locale: person.locale ?? 'en-GB' });
}
