import type { Catalogue } from '../../catalogue/index.ts';
import { type Answers, answerOf, answersOf, type Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { monthsOf } from '../../domain/cycle.ts';
import { parseFirstStep, serializeFirstStep } from '../../services/certifications/first-step.ts';
import { parseAddLine } from '../../services/certifications/parse-add-line.ts';
import { proposeHolding } from '../../services/certifications/propose-holding.ts';
import {
  type RenewedHolding,
  renewedByAdding,
  undatedByAdding,
} from '../../services/certifications/renewed-by-adding.ts';
import { type HoldingToAdd, readConfirmedCycle, saveHolding } from '../../services/certifications/save-holding.ts';
import {
  addedCard,
  addForm,
  confirmCycleForm,
  nameInState,
  type WhichCertification,
} from '../../views/certifications/add-form.ts';
import { retiredText } from '../../views/change-words.ts';
import type { Command, Context } from '../command.ts';

/** The search accepts as many. */
const MAX_NAME_LENGTH = 100;

/** Adds a certification in two steps: first the certification and one of its dates, then its cycle, which can be corrected. */
export const add: Command = {
  name: 'add',
  role: 'member',
  writes: 'on-submit',
  async run(context) {
    const { request } = context;

    if (request.answers === undefined) return open(context);
    if (request.state === undefined || nameInState(request.state) !== undefined)
      return propose(context, request.answers);
    return confirm(context, request.answers, request.state);
  },
};

function open({ request, data: { catalogue } }: Context): Reply {
  const { words } = request;
  const { text, dates } = parseAddLine(request.args.text ?? '', request);
  const chosen = catalogue.namesakes(text).length > 0 ? undefined : catalogue.find(text);
  if (text === '' || chosen !== undefined) {
    const answers: Answers = { ...(chosen === undefined ? {} : { certification: chosen.code }), ...dates };
    return { kind: 'form', form: addForm({ words, chosen, answers }) };
  }
  const which = whichCertification(text, catalogue);
  if (which !== undefined) return { kind: 'form', form: addForm({ words, which, answers: dates }) };
  const answers: Answers = { certification: text, ...dates };
  const errors = { certification: words.add.unknown(text, undefined) };
  return { kind: 'form', form: addForm({ words, answers, errors }) };
}

/** Returns what a typed name may mean; undefined if nothing is like it. */
function whichCertification(name: string, catalogue: Pick<Catalogue, 'candidates'>): WhichCertification | undefined {
  const typed = name.slice(0, MAX_NAME_LENGTH);
  const candidates = catalogue.candidates(typed);
  return candidates.length === 0 ? undefined : { typed, candidates };
}

async function propose(context: Context, answers: Answers): Promise<Reply> {
  const { words, state: sent } = context.request;
  const proposed = await proposeHolding({ form: addForm({ words }), answers }, context);
  if ('errors' in proposed) {
    const { certification: _typed, ...others } = answers;
    const sentName = nameInState(sent) ?? answerOf(answers, 'certification');
    const isUnknown = proposed.chosen === undefined && sentName !== '';
    const which = isUnknown ? whichCertification(sentName, context.data.catalogue) : undefined;
    // A name that was typed is no option of the list that it is chosen from.
    const typedAnswers = which === undefined ? answers : others;
    return { kind: 'form', form: addForm({ words, answers: typedAnswers, which, ...proposed }) };
  }
  const { certification, cycle } = proposed;
  if (cycle === undefined) return save(context, proposed);
  const state = serializeFirstStep(proposed);
  const renewed = await renewedByAdding({ ...proposed, cycle }, context);
  const renews = renewed.length === 0 ? {} : { renews: renewed.map(({ code }) => code) };
  const proposal = { cycleStart: cycle.start, cycleEnd: cycle.end, ...renews };
  const undated = await undatedByAdding({ ...proposed, cycle }, context);
  return { kind: 'form', form: confirmForm({ certification, state, answers: proposal, renewed, undated }, context) };
}

async function confirm(context: Context, answers: Answers, state: string): Promise<Reply> {
  const chosen = parseFirstStep(state, context.data.catalogue);
  if (chosen === undefined) return open(context);
  const renewed = await renewable(chosen, answers, context);
  const form = confirmForm({ certification: chosen.certification, state, answers, renewed, undated: [] }, context);
  const read = await readConfirmedCycle({ form, answers }, chosen.certification, context);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  const confirmed = answersOf(answers, 'renews');
  const doesNotRenew = renewed.map(({ code }) => code).filter((code) => !confirmed.includes(code));
  return save(context, { ...chosen, cycle: read.cycle, doesNotRenew });
}

/** The certifications that the form asked about, by the dates in it. */
async function renewable(
  chosen: NonNullable<ReturnType<typeof parseFirstStep>>,
  answers: Answers,
  context: Context,
): Promise<readonly RenewedHolding[]> {
  const start = parseDay(String(answers.cycleStart));
  const end = parseDay(String(answers.cycleEnd));
  if (start === undefined || end === undefined) return [];
  return renewedByAdding({ ...chosen, cycle: { start, end } }, context);
}

async function save(context: Context, holding: HoldingToAdd): Promise<Reply> {
  await saveHolding(holding, context);
  return { kind: 'card', to: 'sender', card: addedCard(holding, context.request.today, context.request.words) };
}

interface Confirmation {
  readonly certification: Certification;
  readonly state: string;
  readonly answers: Answers;
  readonly renewed: readonly RenewedHolding[];
  /** Short names of certifications of which it isn't known whether it renews them. */
  readonly undated: readonly string[];
}

function confirmForm(
  { certification, state, answers, renewed, undated }: Confirmation,
  { request: { words, today } }: Context,
): Form {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') throw new Error(`${certification.code} has no cycle to confirm.`);
  const { anchor } = renewal.cycle;
  const months = monthsOf(renewal.cycle, parseDay(String(answers.cycleStart)) ?? today);
  const rule = words.add.rule(anchor?.value, months);
  const unknown = undated.length === 0 ? undefined : words.add.startDecides(certification.short, undated);
  const warning = retiredText(certification, today, words) ?? unknown;
  return confirmCycleForm({ words, certification, rule, warning, state, answers, renewed });
}
