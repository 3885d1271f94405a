import { type Answers, answerOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { FormErrors } from '../form-errors.ts';
import { parseDate } from '../parse-date.ts';
import type { Request } from '../request.ts';
import { MAX_ACTIVITY_MINUTES, parseDuration } from './parse-duration.ts';
import { readClaims } from './read-claims.ts';
import { readProofFields } from './read-proof-fields.ts';

/** A sent form about a record, with the holdings it can claim credits for. */
export interface RecordFormInput {
  readonly form: Form;
  readonly answers: Answers;
  readonly holdings: readonly CreditHolding[];
}

/** The person, day and words a record form is read with, and the uploads that failed. */
export type RecordFormContext = Pick<Request, 'words' | 'person' | 'today' | 'fileLimit' | 'fileProblems'>;

/** Reads a sent form about a record. Returns the activity to save, or the errors by field. */
export function readRecordForm(
  { form, answers, holdings }: RecordFormInput,
  context: RecordFormContext,
): { activity: NewActivity } | { errors: Readonly<Record<string, string>> } {
  const { words, person } = context;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.has('proof')) errors.replace('proof', words.proof.notYours);
  const { starts, ends } = readDates(answers, context, errors);
  const minutes = readMinutes(answers, words, errors);
  const kind = ACTIVITY_KINDS.find((one) => one === answerOf(answers, 'kind')) ?? 'other';
  const proof = readProofFields(answers, context, errors);
  const facts = { kind, start: starts, end: ends, minutes };
  const claims = readClaims(holdings, { answers, activity: facts, words, errors });
  if (errors.any || starts === undefined || ends === undefined) return { errors: errors.toObject() };
  const activity: NewActivity = {
    personId: person.personId,
    title: answerOf(answers, 'title'),
    provider: answerOf(answers, 'provider'),
    kind,
    delivery: DELIVERIES.find((one) => one === answerOf(answers, 'delivery')) ?? '',
    starts,
    ends,
    minutes,
    description: answerOf(answers, 'description'),
    proof,
    claims,
  };
  return { activity };
}

function readDates(answers: Answers, { today, person, words }: RecordFormContext, errors: FormErrors) {
  const locale = person.locale ?? 'en-GB';
  const read = (name: string): Day | undefined => {
    const typed = answerOf(answers, name);
    if (typed === '') return undefined;
    const day = parseDay(typed) ?? parseDate(typed, { today, locale });
    if (day === undefined) errors.add(name, words.shape.badDay(typed));
    else if (day > today) errors.add(name, words.shape.future(day));
    return day;
  };
  const starts = read('start');
  const ends = read('end') ?? starts;
  if (starts !== undefined && ends !== undefined && ends < starts)
    errors.add('end', words.shape.endBeforeStart(starts));
  return { starts, ends };
}

function readMinutes(answers: Answers, words: Words, errors: FormErrors): number | undefined {
  const typed = answerOf(answers, 'duration');
  if (typed === '') return undefined;
  const minutes = parseDuration(typed);
  if (minutes === undefined || minutes === 0) errors.add('duration', words.log.badDuration(typed));
  else if (minutes > MAX_ACTIVITY_MINUTES) errors.add('duration', words.log.durationTooLong);
  return minutes;
}
