import { type Answers, answerOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import { type DateRange, type Day, daysBetween } from '../../domain/calendar.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { FormErrors } from '../form-errors.ts';
import { parseDays } from '../parse-date.ts';
import type { Request } from '../request.ts';
import { MAX_ACTIVITY_MINUTES, parseDuration } from './parse-duration.ts';
import { readClaims } from './read-claims.ts';
import { readProofFields } from './read-proof-fields.ts';

const MINUTES_PER_DAY = 24 * 60;

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
  const { words, person, today } = context;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.has('proof')) errors.replace('proof', words.proof.notYours);
  const { starts, ends } = readDates(answers, context, errors);
  const minutes = readMinutes(answers, words, errors);
  const kind = ACTIVITY_KINDS.find((one) => one === answerOf(answers, 'kind')) ?? 'other';
  const proof = readProofFields(answers, context, errors);
  checkHours(minutes, { starts, ends }, { words, errors });
  const [title, provider] = [answerOf(answers, 'title'), answerOf(answers, 'provider')];
  const facts = { kind, title, provider, start: starts, end: ends, minutes };
  const claims = readClaims(holdings, { answers, activity: facts, today, words, errors });
  if (errors.any || starts === undefined || ends === undefined) return { errors: errors.toObject() };
  const activity: NewActivity = {
    personId: person.personId,
    title,
    provider,
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
  const read = (name: string): DateRange | undefined => {
    const typed = answerOf(answers, name);
    if (typed === '') return undefined;
    const days = parseDays(typed, { today, locale });
    if (days === undefined) errors.add(name, words.shape.badDay(typed));
    else if (days.end > today) errors.add(name, words.shape.future(days.end));
    return days;
  };
  // A first and a last day may be typed into one field; a last day of its own wins.
  const first = read('start');
  const starts = first?.start;
  const ends = read('end')?.end ?? first?.end;
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

/** Adds an error if an activity is longer than its days. */
function checkHours(
  minutes: number | undefined,
  { starts, ends }: { readonly starts: Day | undefined; readonly ends: Day | undefined },
  { words, errors }: { readonly words: Words; readonly errors: FormErrors },
): void {
  if (minutes === undefined || starts === undefined || ends === undefined || ends < starts) return;
  const days = daysBetween(starts, ends) + 1;
  if (minutes > days * MINUTES_PER_DAY) errors.add('duration', words.claim.longerThanDays(days));
}
