import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { proposeCycle } from '../../domain/cycle.ts';
import type { Words } from '../../strings/index.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';
import type { Scope } from '../workspace-data.ts';
import { unknownNameText } from './find-certification.ts';
import { readDateField } from './read-date-field.ts';
import { alreadyHolds } from './save-holding.ts';

/** A certification to add, with the cycle proposed for it; one that never expires has none. */
interface ProposedHolding {
  readonly certification: Certification;
  readonly number: string;
  readonly start: Day | undefined;
  readonly expiry: Day | undefined;
  readonly cycle: DateRange | undefined;
}

/** The answers of the first step that can't be used; `chosen` is the certification they name, if any. */
interface RefusedAnswers {
  readonly errors: Errors;
  readonly chosen: Certification | undefined;
}

/** Reads the first step of adding a certification and proposes its cycle. Returns the errors by field if that isn't possible. */
export async function proposeHolding(
  { form, answers }: SentForm,
  scope: Scope,
): Promise<ProposedHolding | RefusedAnswers> {
  const { request, data } = scope;
  const { words, today } = request;
  const { catalogue } = data;
  const typed = answerOf(answers, 'certification');
  const chosen = catalogue.get(typed) ?? catalogue.find(typed);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('start', { answers, errors }, scope);
  const expiry = readDateField('expiry', { answers, errors }, scope);
  if (start !== undefined && start > today) errors.add('start', words.add.startInFuture(start));
  if (start !== undefined && expiry !== undefined && expiry < start)
    errors.add('expiry', words.add.expiryBeforeStart(start));
  if (typed !== '' && chosen === undefined)
    errors.add('certification', unknownNameText(typed, catalogue.candidates(typed), words));
  if (chosen !== undefined && (await alreadyHolds(chosen, scope)))
    errors.add('certification', words.add.twice(chosen.short));
  if (chosen === undefined || errors.any) return { chosen, errors: errors.toObject() };
  const proposed = { certification: chosen, number: answerOf(answers, 'number'), start, expiry };
  if (chosen.renewal.kind === 'never-expires') return { ...proposed, cycle: undefined };
  const cycle = proposeCycle(chosen.renewal, { start, expiry }, today);
  return cycle === undefined ? { chosen, errors: missingDate(chosen, start, words) } : { ...proposed, cycle };
}

/** Returns the error for dates from which no cycle follows. */
function missingDate({ short, renewal }: Certification, start: Day | undefined, { add: phrases }: Words): Errors {
  const anchor = renewal.kind === 'never-expires' ? undefined : renewal.cycle.anchor?.value;
  if (start !== undefined) return { expiry: phrases.needsExpiry(anchor, short) };
  return { start: anchor === undefined ? phrases.needsBoth(short) : phrases.needsDate };
}
