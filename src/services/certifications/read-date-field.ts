import { type Answers, answerOf } from '../../chat/form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import type { Scope } from '../data.ts';
import type { FormErrors } from '../form-errors.ts';
import { parseDate } from '../parse-date.ts';

/** The day typed in a field, if any; what is no day goes to `errors`. */
export function readDateField(
  { request: { today, person, words } }: Scope,
  answers: Answers,
  name: string,
  errors: FormErrors,
): Day | undefined {
  const typed = answerOf(answers, name);
  if (typed === '') return undefined;
  const day = parseDay(typed) ?? parseDate(typed, today, person.locale ?? 'en-GB');
  if (day === undefined) errors.add(name, words.shape.badDay(typed));
  return day;
}
