import { type Answers, answerOf, type Form } from '../chat/form.ts';
import { readForm } from '../chat/read-form.ts';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import { type Day, parseDay } from '../domain/calendar.ts';
import type { NewActivity } from '../store/activities.ts';
import type { Words } from '../strings/index.ts';
import { LONGEST_MINUTES, readDuration } from './duration.ts';
import { FormErrors } from './form-errors.ts';
import type { CreditHolding } from './member-holding.ts';
import { readDay } from './natural-day.ts';
import { problemOfLink } from './proof-link.ts';
import { readClaims } from './read-claims.ts';

/** What a log form is read against. */
export interface LogReading {
  readonly form: Form;
  readonly answers: Answers;
  readonly holdings: readonly CreditHolding[];
  readonly personId: string;
  readonly today: Day;
  readonly locale: string;
  readonly words: Words;
}

/** Reads a sent log form: an activity to save, or what is wrong, by field. */
export function readLog(reading: LogReading): { activity: NewActivity } | { errors: Readonly<Record<string, string>> } {
  const { form, answers, personId, words } = reading;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const { starts, ends } = readDates(reading, errors);
  const minutes = readMinutes(answers, words, errors);
  const kind = answerOf(answers, 'kind') as ActivityKind;
  checkLink(answerOf(answers, 'link'), words, errors);
  const claims = readClaims(reading, { kind, start: starts, end: ends, minutes }, errors);
  if (errors.any || starts === undefined || ends === undefined) return { errors: errors.toObject() };
  const activity: NewActivity = {
    personId,
    title: answerOf(answers, 'title'),
    provider: answerOf(answers, 'provider'),
    kind,
    delivery: answerOf(answers, 'delivery') as Delivery | '',
    starts,
    ends,
    minutes,
    description: answerOf(answers, 'description'),
    proofLink: answerOf(answers, 'link'),
    proofNote: answerOf(answers, 'note'),
    claims,
  };
  return { activity };
}

function readDates({ answers, today, locale, words }: LogReading, errors: FormErrors) {
  const read = (name: string): Day | undefined => {
    const typed = answerOf(answers, name);
    if (typed === '') return undefined;
    const day = parseDay(typed) ?? readDay(typed, today, locale);
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
  const minutes = readDuration(typed);
  if (minutes === undefined || minutes === 0) errors.add('duration', words.log.badDuration(typed));
  else if (minutes > LONGEST_MINUTES) errors.add('duration', words.log.durationTooLong);
  return minutes;
}

function checkLink(link: string, words: Words, errors: FormErrors): void {
  const problem = link === '' ? undefined : problemOfLink(link);
  if (problem === 'not-https') errors.add('link', words.log.notHttps);
  if (problem === 'bad') errors.add('link', words.log.badLink);
}
