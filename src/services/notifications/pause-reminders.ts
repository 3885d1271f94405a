import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { addDays, addYears, type Day, parseDay } from '../../domain/calendar.ts';
import { findHolding } from '../certifications/holdings.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import type { Data, Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { Request } from '../request.ts';
import type { SentForm } from '../sent-form.ts';

/** The length of a snooze that is suggested, in days. */
const SUGGESTED_DAYS = 14;

/** A holding and the last day on which no messages about it are sent. */
interface Snooze {
  readonly holding: MemberHolding;
  readonly until: Day;
}

/** Returns the snooze to suggest: the holding that is named, or else the first one, for two weeks. */
export function suggestSnooze(
  text: string,
  holdings: readonly MemberHolding[],
  { request: { today }, data }: Scope,
): { readonly holding: MemberHolding | undefined; readonly until: Day } {
  const named = text === '' ? undefined : findHolding(text, holdings, data.catalogue);
  return { holding: named ?? holdings[0], until: addDays(today, SUGGESTED_DAYS) };
}

/** Reads the sent form of a snooze, which ends within a year. Returns the errors by field if it can't be saved. */
export function readSnooze(
  { form, answers }: SentForm,
  holdings: readonly MemberHolding[],
  { words, today }: Pick<Request, 'words' | 'today'>,
): Snooze | { readonly errors: Errors } {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const typed = answerOf(answers, 'until');
  const until = parseDay(typed);
  if (until === undefined) errors.add('until', words.pace.badDay(typed));
  else if (until < today) errors.add('until', words.nudge.snoozePast);
  else if (until > addYears(today, 1)) errors.add('until', words.nudge.snoozeFar);
  const holding = holdings.find(({ certification }) => certification.code === answerOf(answers, 'certification'));
  if (errors.any || holding === undefined || until === undefined) return { errors: errors.toObject() };
  return { holding, until };
}

/** Pauses the messages about a holding until a day. */
export async function startSnooze({ holding, until }: Snooze, { reminderStates }: Data): Promise<void> {
  await reminderStates.save(holding.holdingId, { snoozedUntil: until });
}

/** Ends the snooze of a holding. */
export async function endSnooze({ holdingId }: MemberHolding, { reminderStates }: Data): Promise<void> {
  await reminderStates.save(holdingId, { snoozedUntil: null });
}

/** Lets a certification lapse, so that its messages stop, or keeps it: then its reminders start from the first step. */
export async function setLapse(
  { holdingId }: MemberHolding,
  letsLapse: boolean,
  { reminderStates }: Data,
): Promise<void> {
  await reminderStates.save(holdingId, { letsLapse, ...(letsLapse ? {} : { step: 0, stepOn: null }) });
}
