import type { Answers, Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { monthsOf } from '../../domain/cycle.ts';
import { parseFirstStep, serializeFirstStep } from '../../services/certifications/first-step.ts';
import { parseAddLine } from '../../services/certifications/parse-add-line.ts';
import { proposeHolding } from '../../services/certifications/propose-holding.ts';
import { type HoldingToAdd, readConfirmedCycle, saveHolding } from '../../services/certifications/save-holding.ts';
import { addedCard, addForm, confirmCycleForm } from '../../views/certifications/add-form.ts';
import type { Command, Context } from '../command.ts';

/** Adds a certification in two steps: first the certification and one of its dates, then its cycle, which can be corrected. */
export const add: Command = {
  name: 'add',
  role: 'member',
  writes: 'on-submit',
  async run(context) {
    const { request } = context;

    if (request.answers === undefined) return open(context);
    if (request.state === undefined) return propose(context, request.answers);
    return confirm(context, request.answers, request.state);
  },
};

function open({ request, data: { catalogue } }: Context): Reply {
  const { words } = request;
  const { text, dates } = parseAddLine(request.args.text ?? '', request);
  const named = catalogue.find(text);
  const chosen = named ?? (text === '' ? undefined : catalogue.nearest(text));
  const answers: Answers = { ...(chosen === undefined ? {} : { certification: chosen.code }), ...dates };
  if (text === '' || named !== undefined) return { kind: 'form', form: addForm({ words, chosen, answers }) };
  const errors = { certification: words.add.unknown(text, chosen?.short) };
  return { kind: 'form', form: addForm({ words, chosen, answers, errors }) };
}

async function propose(context: Context, answers: Answers): Promise<Reply> {
  const { words } = context.request;
  const proposed = await proposeHolding({ form: addForm({ words }), answers }, context);
  if ('errors' in proposed) return { kind: 'form', form: addForm({ words, answers, ...proposed }) };
  const { certification, cycle } = proposed;
  if (cycle === undefined) return save(context, proposed);
  const dates = { cycleStart: cycle.start, cycleEnd: cycle.end };
  const state = serializeFirstStep(proposed);
  return { kind: 'form', form: confirmForm({ certification, state, answers: dates }, context) };
}

async function confirm(context: Context, answers: Answers, state: string): Promise<Reply> {
  const chosen = parseFirstStep(state, context.data.catalogue);
  if (chosen === undefined) return open(context);
  const form = confirmForm({ certification: chosen.certification, state, answers }, context);
  const read = await readConfirmedCycle({ form, answers }, chosen.certification, context);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  return save(context, { ...chosen, cycle: read.cycle });
}

async function save(context: Context, holding: HoldingToAdd): Promise<Reply> {
  await saveHolding(holding, context);
  return { kind: 'card', to: 'sender', card: addedCard(holding, context.request.words) };
}

function confirmForm(
  {
    certification,
    state,
    answers,
  }: { readonly certification: Certification; readonly state: string; readonly answers: Answers },
  { request: { words, today } }: Context,
): Form {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') throw new Error(`${certification.code} has no cycle to confirm.`);
  const { anchor } = renewal.cycle;
  const months = monthsOf(renewal.cycle, parseDay(String(answers.cycleStart)) ?? today);
  const rule = words.add.rule(anchor?.value, months);
  return confirmCycleForm({ words, certification, rule, state, answers });
}
