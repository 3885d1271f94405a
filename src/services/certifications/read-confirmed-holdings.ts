import { type Answers, answerOf, answersOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { addDays, type DateRange } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { monthsOf } from '../../domain/cycle.ts';
import { type OpeningYear, openingYears } from '../../domain/opening-balance-years.ts';
import { type AddFields, addFields } from '../../views/certifications/add-form.ts';
import { type CycleToConfirm, confirmCyclesForm } from '../../views/certifications/confirm-cycles-form.ts';
import { openingFields } from '../../views/certifications/opening-form.ts';
import { retiredText } from '../../views/change-words.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { type ProposedHolding, serializeProposed } from './add-state.ts';
import { checkCycleDates } from './check-cycle-dates.ts';
import { readDateField, typedDay } from './read-date-field.ts';
import { readOpening, type StatedOpening } from './read-opening.ts';
import { renewedByAdding, undatedByAdding } from './renewed-by-adding.ts';
import { alreadyHolds, type HoldingToAdd } from './save-holding.ts';

/** Returns the form that asks whether the proposed cycles are right, and what was earned in them so far. */
export async function confirmForm(
  proposed: readonly ProposedHolding[],
  sent: Answers | undefined,
  scope: Scope,
): Promise<Form> {
  const { words } = scope.request;
  const cycles = await Promise.all(proposed.map((holding) => toConfirm(holding, sent === undefined, scope)));
  const answers = sent ?? Object.assign({}, ...proposed.map((_, index) => proposedAnswers(proposed, cycles, index)));
  return confirmCyclesForm({ words, cycles, state: serializeProposed(proposed), answers });
}

async function toConfirm(
  holding: ProposedHolding,
  isFirstTime: boolean,
  scope: Scope,
): Promise<CycleToConfirm | undefined> {
  const { certification, start, cycle } = holding;
  const { words, today } = scope.request;
  if (cycle === undefined || certification.renewal.kind === 'never-expires') return undefined;
  const added = { certification, start, cycle };
  const { anchor } = certification.renewal.cycle;
  const undated = isFirstTime ? await undatedByAdding(added, scope) : [];
  const unknown = undated.length === 0 ? undefined : words.add.startDecides(certification.short, undated);
  return {
    certification,
    rule: words.add.rule(anchor?.value, monthsOf(certification.renewal.cycle, cycle.start)),
    warning: retiredText(certification, today, words) ?? unknown,
    renewed: await renewedByAdding(added, scope),
    years: withSpans(yearsToAsk(certification, cycle, scope), cycle),
  };
}

/** The years of a new cycle for which it is asked what was earned; none on its first day. */
function yearsToAsk(
  { renewal }: Certification,
  cycle: DateRange,
  { request: { today } }: Scope,
): readonly OpeningYear[] {
  if (renewal.kind !== 'credits' || cycle.start >= today || cycle.end < today) return [];
  return openingYears({ renewal, cycle: { cycle } }, today);
}

/** A statement covers the time since the one before it, so the years that aren't asked about are part of the next one. */
function withSpans(years: readonly OpeningYear[], cycle: DateRange): readonly OpeningYear[] {
  return years.map((year, index) => {
    const before = years[index - 1];
    const start = before === undefined ? cycle.start : addDays(before.days.end, 1);
    return { ...year, days: { start, end: year.days.end } };
  });
}

function proposedAnswers(
  proposed: readonly ProposedHolding[],
  cycles: readonly (CycleToConfirm | undefined)[],
  index: number,
): Answers {
  const cycle = proposed[index]?.cycle;
  const renewed = cycles[index]?.renewed ?? [];
  const fields = addFields(index, proposed.length);
  if (cycle === undefined) return {};
  const renews = renewed.length === 0 ? {} : { [fields.renews]: renewed.map(({ code }) => code) };
  return { [fields.cycleStart]: cycle.start, [fields.cycleEnd]: cycle.end, ...renews };
}

/** Reads the second step of adding. Returns the form again if something in it is wrong, or if other years are to be asked about. */
export async function readConfirmedHoldings(
  proposed: readonly ProposedHolding[],
  answers: Answers,
  scope: Scope,
): Promise<{ readonly holdings: readonly HoldingToAdd[] } | { readonly form: Form }> {
  const { words } = scope.request;
  const dated = proposed.map((holding, index) =>
    withSentCycle(holding, answers, { fields: addFields(index, proposed.length), scope }),
  );
  const form = await confirmForm(dated, answers, scope);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const holdings: HoldingToAdd[] = [];
  let isMoved = false;
  for (const [index, before] of proposed.entries()) {
    const fields = addFields(index, proposed.length);
    const holding = await readConfirmed(dated[index] ?? before, { fields, answers, errors }, scope);
    const hasMoved = before.cycle?.start !== holding.cycle?.start || before.cycle?.end !== holding.cycle?.end;
    isMoved ||= hasMoved && hasAmounts(answers, fields);
    holdings.push(holding);
  }
  if (errors.any) return { form: { ...form, errors: errors.toObject() } };
  return isMoved ? { form: { ...form, problem: words.add.yearsMoved } } : { holdings };
}

function withSentCycle(
  holding: ProposedHolding,
  answers: Answers,
  { fields, scope }: { readonly fields: AddFields; readonly scope: Scope },
): ProposedHolding {
  const [start, end] = [fields.cycleStart, fields.cycleEnd].map((name) => typedDay(answerOf(answers, name), scope));
  const isCycle = holding.cycle !== undefined && start !== undefined && end !== undefined && start <= end;
  return isCycle ? { ...holding, cycle: { start, end } } : holding;
}

function hasAmounts(answers: Answers, { prefix }: AddFields): boolean {
  return Object.entries(answers).some(([name, answer]) => name.startsWith(`${prefix}opening.`) && answer !== '');
}

interface ConfirmedAnswers {
  readonly fields: AddFields;
  readonly answers: Answers;
  readonly errors: FormErrors;
}

async function readConfirmed(
  holding: ProposedHolding,
  { fields, answers, errors }: ConfirmedAnswers,
  scope: Scope,
): Promise<HoldingToAdd> {
  const { certification, number, start } = holding;
  const { words } = scope.request;
  const isAlreadyAdded = await alreadyHolds(certification, scope);
  if (isAlreadyAdded) errors.add(fields.cycleStart, words.add.twice(certification.short));
  if (holding.cycle === undefined) return holding;
  const first = readDateField(fields.cycleStart, { answers, errors }, scope);
  const last = readDateField(fields.cycleEnd, { answers, errors }, scope);
  if (first === undefined || last === undefined) return holding;
  const cycle = { start: first, end: last };
  checkCycleDates(cycle, words, errors, fields.cycleEnd);
  const confirmed = answersOf(answers, fields.renews);
  const renewed = await renewedByAdding({ certification, start, cycle }, scope);
  const doesNotRenew = renewed.map(({ code }) => code).filter((code) => !confirmed.includes(code));
  const openings = readOpenings({ certification, cycle }, { fields, answers, errors }, scope);
  return { certification, number, start, cycle, doesNotRenew, openings };
}

/** What the portal shows as accepted, as of today or the last day of a past year. */
function readOpenings(
  { certification, cycle }: { readonly certification: Certification; readonly cycle: DateRange },
  { fields: { prefix }, answers, errors }: ConfirmedAnswers,
  scope: Scope,
): readonly StatedOpening[] {
  const { renewal } = certification;
  if (renewal.kind !== 'credits') return [];
  return yearsToAsk(certification, cycle, scope).flatMap((year) => {
    const { day, accepted } = openingFields(year.year, prefix);
    const stated = { ...answers, [day]: year.days.end, [accepted]: 'yes' };
    return readOpening({ renewal }, year, { answers: stated, errors, scope, prefix }) ?? [];
  });
}
