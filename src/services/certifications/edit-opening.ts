import { type Answers, answerOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { type OpeningYear, openingYears } from '../../domain/opening-balance-years.ts';
import { openingCard } from '../../views/certifications/opening-card.ts';
import { openingAnswers, openingFields, openingForm } from '../../views/certifications/opening-form.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { serializeFormState } from '../form-state.ts';
import { editableForm, mergeSentForm } from '../merge-answers.ts';
import { Refusal } from '../refusal.ts';
import {
  carrierOfHolding,
  creditHoldings,
  creditStandingToday,
  findHoldingOrRefuse,
  findHoldings,
} from './holdings.ts';
import type { CreditHolding, MemberHolding } from './member-holding.ts';
import { readOpening } from './read-opening.ts';
import { saveOpening } from './save-opening.ts';

/** A holding in its latest cycle that has begun, and the years of it that are asked about. */
interface OpeningTarget {
  readonly holding: CreditHolding;
  readonly years: readonly OpeningYear[];
  /** Those whose credits count towards its total, with statements of their own. */
  readonly carried: readonly MemberHolding[];
}

/** Asks what was earned before recert was used for a certification, and saves what was stated. Throws `Refusal` for one without credits. */
export async function editOpening(text: string, scope: Scope): Promise<Reply> {
  const { request } = scope;
  const target = await findTarget(text, scope);
  const stored = openingAnswers(target.years, target.holding.renewal, request.words);
  const state = { opening: target.holding.certification.code };
  const shown = formFor(target, stored, scope);
  if (request.answers === undefined) return { kind: 'form', form: editableForm(shown, state) };
  const { answers, form, isConflict } = mergeSentForm(shown, request, state);
  if (isConflict) return { kind: 'form', form };
  const errors = new FormErrors(readForm(form.parts, answers), request.words);
  const read = target.years.map((year) => ({
    year,
    opening: readOpening(target.holding, year, { answers, errors, scope }),
  }));
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  for (const { year, opening } of read)
    if (isChanged(year, stored, answers))
      await saveOpening(target, { opening, replaces: year.stated?.on }, { data: scope.data, now: request.now });
  const saved = await findTarget(text, scope);
  const { certification } = saved.holding;
  const standing = creditStandingToday(saved.holding, scope);
  return { kind: 'card', to: 'sender', card: openingCard({ certification, standing }, request.today, request.words) };
}

async function findTarget(text: string, scope: Scope): Promise<OpeningTarget> {
  const { request, data } = scope;
  const { words, today, person } = request;
  const all = await findHoldings(person, data);
  const named = carrierOfHolding(findHoldingOrRefuse(text, all, scope), all);
  const { short } = named.certification;
  const [holding] = creditHoldings([named]);
  if (holding === undefined) throw new Refusal(words.opening.noCredits(short));
  const cycle = holding.cycles.findLast((one) => one.cycle.start <= today);
  if (cycle === undefined) throw new Refusal(words.opening.notBegun(short, holding.cycle.cycle.start));
  const current = { ...holding, cycle };
  const carried = all.filter(({ carriedBy }) => carriedBy?.code === holding.certification.code);
  return { holding: current, years: openingYears(current, today), carried };
}

function formFor({ holding, years }: OpeningTarget, answers: Answers, { request: { words } }: Scope): Form {
  const { certification, renewal, cycle } = holding;
  const { start, end } = cycle.cycle;
  const state = serializeFormState({ opening: certification.code });
  return openingForm({ words, certification, renewal, cycle: words.span(start, end), years, state, answers });
}

/** A statement that is sent as it was shown stays as it is stored, with the parts that have its marks. */
function isChanged({ year }: OpeningYear, stored: Answers, sent: Answers): boolean {
  const prefix = openingFields(year).day.slice(0, -'day'.length);
  const names = new Set([...Object.keys(stored), ...Object.keys(sent)].filter((name) => name.startsWith(prefix)));
  return [...names].some((name) => answerOf(stored, name) !== answerOf(sent, name));
}
