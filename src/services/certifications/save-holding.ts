import type { Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { FormErrors } from '../form-errors.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';
import type { Scope } from '../workspace-data.ts';
import { checkCycleDates } from './check-cycle-dates.ts';
import { findHoldings } from './holdings.ts';
import { readDateField } from './read-date-field.ts';

/** A certification to add for the person, with its cycle, if it has one. */
export interface HoldingToAdd {
  readonly certification: Certification;
  readonly number: string;
  readonly start: Day | undefined;
  readonly cycle: DateRange | undefined;
  /** Codes of the person's certifications that it does not renew, though the body's rules would. */
  readonly doesNotRenew?: readonly string[];
}

/** Returns whether the person already has a certification. */
export async function alreadyHolds({ code }: Certification, { request, data }: Scope): Promise<boolean> {
  return (await findHoldings(request.person, data)).some(({ certification }) => certification.code === code);
}

/** Reads the confirmed cycle of a certification to add. Returns the errors by field if it can't be added. */
export async function readConfirmedCycle(
  { form, answers }: SentForm,
  certification: Certification,
  scope: Scope,
): Promise<{ readonly cycle: DateRange } | { readonly errors: Errors }> {
  const { words } = scope.request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('cycleStart', { answers, errors }, scope);
  const end = readDateField('cycleEnd', { answers, errors }, scope);
  if (start !== undefined && end !== undefined) checkCycleDates({ start, end }, words, errors);
  if (await alreadyHolds(certification, scope)) errors.add('cycleStart', words.add.twice(certification.short));
  if (errors.any || start === undefined || end === undefined) return { errors: errors.toObject() };
  return { cycle: { start, end } };
}

/** Adds a certification for the person. A start in the future isn't a day of certification. Throws `Refusal` if they already have it. */
export async function saveHolding(
  { certification, number, start, cycle, doesNotRenew = [] }: HoldingToAdd,
  { request, data }: Scope,
): Promise<void> {
  const { person, today, now, words } = request;
  const certifiedOn = start !== undefined && start <= today ? start : undefined;
  const holding = { personId: person.personId, certification: certification.code, number, certifiedOn, cycle };
  const holdingId = await data.holdings.add(holding, now);
  if (holdingId === undefined) throw new Refusal(words.add.twice(certification.short));
  if (doesNotRenew.length > 0) await data.holdings.update(holdingId, { doesNotRenew });
}
