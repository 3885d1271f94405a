import { type Answers, answerOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Cure } from '../../domain/holding.ts';
import type { MissedRequirement } from '../../domain/standing.ts';
import { cureForm } from '../../views/certifications/missed-requirement-form.ts';
import { paceDetailCard } from '../../views/pace/pace-card.ts';
import { capitalised, requirementName } from '../../views/requirement-words.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { serializeFormState } from '../form-state.ts';
import { editableForm, mergeSentForm } from '../merge-answers.ts';
import { Refusal } from '../refusal.ts';
import { creditHoldings, creditStandingToday, findHoldingOrRefuse, findHoldings } from './holdings.ts';
import type { CreditHolding } from './member-holding.ts';
import { readDateField } from './read-date-field.ts';

/** A missed requirement by its id, and the code of its certification. */
export interface CureTarget {
  readonly certification: string;
  readonly requirement: string;
}

/** Asks how the body made a missed requirement good, and saves or takes back the answer. Throws `Refusal` if nothing is missed. */
export async function editCure(target: CureTarget, scope: Scope): Promise<Reply> {
  const { request } = scope;
  const { words, today } = request;
  const { holding, missed } = await findMissed(target, scope);
  const { cure, pace } = missed;
  const stored: Answers = cure === undefined ? { on: today } : { on: cure.on, what: cure.what };
  const { code } = holding.certification;
  const state = { cure: { certification: code, requirement: pace.requirement.id } };
  const shown = formFor(holding, missed, { scope, answers: stored });
  if (request.answers === undefined) return { kind: 'form', form: editableForm(shown, state) };
  const { answers, form, isConflict } = mergeSentForm(shown, request, state);
  if (isConflict) return { kind: 'form', form };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const changed = readCure({ answers, errors }, scope);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const { [pace.requirement.id]: _, ...others } = holding.cycle.cured ?? {};
  const cured = changed === undefined ? others : { ...others, [pace.requirement.id]: changed };
  await scope.data.holdings.updateCycle(holding.cycle.cycleId, { cured }, 'cure');
  const after = await findMissed(target, scope);
  const standing = creditStandingToday(after.holding, scope);
  const { certification, renewal } = holding;
  const name = capitalised(requirementName(pace.requirement, renewal, words));
  const phrases = words.opening.cure;
  const title = changed === undefined ? phrases.takenBack(name) : phrases.saved(name);
  const card = paceDetailCard({ certification, standing }, { today }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: `${certification.short}: ${title}` } };
}

async function findMissed(
  { certification, requirement }: CureTarget,
  scope: Scope,
): Promise<{ readonly holding: CreditHolding; readonly missed: MissedRequirement }> {
  const { request, data } = scope;
  const named = findHoldingOrRefuse(certification, await findHoldings(request.person, data), scope);
  const [holding] = creditHoldings([named]);
  const missed = holding && creditStandingToday(holding, scope).missed;
  const found = missed?.find(({ pace }) => requirement === '' || pace.requirement.id === requirement);
  if (holding === undefined || found === undefined) throw new Refusal(request.words.opening.cure.gone);
  return { holding, missed: found };
}

function formFor(
  { certification, renewal }: CreditHolding,
  { pace }: MissedRequirement,
  { scope, answers }: { readonly scope: Scope; readonly answers: Answers },
): Form {
  const { words } = scope.request;
  const name = requirementName(pace.requirement, renewal, words);
  const state = serializeFormState({ cure: { certification: certification.code, requirement: pace.requirement.id } });
  const intro = words.opening.cure.intro(certification.short, name, certification.body);
  return cureForm({ words, intro, state, answers });
}

/** Returns what was recorded; undefined if both fields were emptied. A day alone is not enough. */
function readCure(
  { answers, errors }: { readonly answers: Answers; readonly errors: FormErrors },
  scope: Scope,
): Cure | undefined {
  const { words, today } = scope.request;
  const what = answerOf(answers, 'what').trim();
  const on = readDateField('on', { answers, errors }, scope);
  if (on === undefined && what === '') return undefined;
  if (what === '') errors.add('what', words.shape.missing);
  if (on === undefined) errors.add('on', words.shape.missing);
  else if (on > today) errors.add('on', words.opening.cure.inFuture(on));
  return on === undefined ? undefined : { on, what };
}
