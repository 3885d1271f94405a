import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import { actionsOf, type DueAction } from '../../domain/required-actions.ts';
import { editFields } from '../../views/certifications/edit-form.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';
import { checkCycleDates } from './check-cycle-dates.ts';
import { findHoldingOrRefuse, findHoldings } from './holdings.ts';
import type { MemberHolding } from './member-holding.ts';
import { readDateField } from './read-date-field.ts';

/** What the rules of a holding depend on, as its holder states it, by code. */
interface StatedFacts {
  readonly conditions: Readonly<Record<string, string>>;
  readonly periods: Readonly<Record<string, Day>>;
  readonly actsDone: Readonly<Record<string, Day>>;
}

/** The edited values of a holding. Without both dates of a cycle, the cycle stays as it is. */
interface HoldingChange extends StatedFacts {
  readonly number: string;
  readonly cycle: DateRange | undefined;
  /** Entered where it wasn't known. */
  readonly certifiedOn: Day | undefined;
}

/** Returns the required actions other than credits in the current cycle of a holding. */
export function requiredActionsOf({ certification: { renewal }, cycle }: MemberHolding): readonly DueAction[] {
  return renewal.kind === 'credits' && cycle !== undefined ? actionsOf(renewal, cycle) : [];
}

/** Returns a stored holding as the answers of its form. */
export function answersOfHolding({ number, cycle }: MemberHolding): Answers {
  const answers: Record<string, string> = { number };
  if (cycle === undefined) return answers;
  answers.cycleStart = cycle.cycle.start;
  answers.cycleEnd = cycle.cycle.end;
  for (const [code, answer] of Object.entries(cycle.conditions ?? {})) answers[editFields.condition(code)] = answer;
  for (const [code, day] of Object.entries(cycle.periods ?? {})) answers[editFields.period(code)] = day;
  for (const [code, day] of Object.entries(cycle.actsDone ?? {})) answers[editFields.act(code)] = day;
  return answers;
}

/** Reads the sent form of a holding. Returns the change to save, or the errors by field. */
export function readHoldingForm(
  { form, answers }: SentForm,
  holding: MemberHolding,
  scope: Scope,
): { readonly change: HoldingChange } | { readonly errors: Errors } {
  const { words } = scope.request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const day = (name: string) => readDateField(name, { answers, errors }, scope);
  const [start, end] = [day('cycleStart'), day('cycleEnd')];
  if (start !== undefined && end !== undefined) checkCycleDates({ start, end }, words, errors);
  const before = holding.cycles.at(-2)?.cycle.start;
  if (start !== undefined && before !== undefined && start <= before)
    errors.add('cycleStart', words.edit.startsTooEarly(before));
  const certifiedOn = holding.certifiedOn === undefined ? day('certifiedOn') : undefined;
  if (certifiedOn !== undefined && certifiedOn > scope.request.today)
    errors.add('certifiedOn', words.add.startInFuture(certifiedOn));
  const stated = readStatedFacts(holding, answers, day);
  if (errors.any) return { errors: errors.toObject() };
  const cycle = start === undefined || end === undefined ? undefined : { start, end };
  return { change: { ...stated, number: answerOf(answers, 'number'), cycle, certifiedOn } };
}

function readStatedFacts(
  holding: MemberHolding,
  answers: Answers,
  day: (name: string) => Day | undefined,
): StatedFacts {
  const { renewal } = holding.certification;
  if (renewal.kind !== 'credits') return { conditions: {}, periods: {}, actsDone: {} };
  const given = <T>(codes: readonly string[], read: (code: string) => T | undefined): Readonly<Record<string, T>> =>
    Object.fromEntries(
      codes.flatMap((code) => {
        const value = read(code);
        return value === undefined ? [] : [[code, value]];
      }),
    );
  const conditions = renewal.conditions.map(({ code }) => code);
  const periods = renewal.requirements.filter(({ per }) => per === 'period').map(({ code }) => code);
  const acts = requiredActionsOf(holding).map(({ key }) => key);
  return {
    conditions: given(conditions, (code) => answerOf(answers, editFields.condition(code)) || undefined),
    periods: given(periods, (code) => day(editFields.period(code))),
    actsDone: given(acts, (key) => day(editFields.act(key))),
  };
}

/** Saves the edited values of a holding and its current cycle. Returns the holding as it is then. */
export async function saveHoldingChange(
  { holdingId, certification, cycle: current }: MemberHolding,
  { number, cycle, certifiedOn, conditions, periods, actsDone }: HoldingChange,
  scope: Scope,
): Promise<MemberHolding> {
  const { request, data } = scope;
  await data.holdings.update(holdingId, { number, periods, ...(certifiedOn !== undefined && { certifiedOn }) });
  if (current !== undefined && cycle !== undefined)
    await data.holdings.updateCycle(current.cycleId, { starts: cycle.start, ends: cycle.end, conditions, actsDone });
  return findHoldingOrRefuse(certification.code, await findHoldings(request.person, data), scope);
}
