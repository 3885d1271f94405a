import { z } from 'zod';
import { type Answers, answerOf } from '../../chat/form.ts';
import { countCharacters, readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { type DateRange, type Day, parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { monthsOf, proposeCycle } from '../../domain/cycle.ts';
import { checkCycleDates } from '../../services/certifications/check-cycle-dates.ts';
import { findHoldings } from '../../services/certifications/holdings.ts';
import { readDateField } from '../../services/certifications/read-date-field.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { findDate } from '../../services/parse-date.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Words } from '../../strings/index.ts';
import { addedCard, addForm, confirmCycleForm, MAX_NUMBER_LENGTH } from '../../views/certifications/add-form.ts';
import type { Command, Context } from '../command.ts';

/** The answers of the first step, which the second step's form carries; they are validated again, as a client could change them. */
const FirstStep = z.object({
  certification: z.string(),
  number: z.string().refine((number) => countCharacters(number) <= MAX_NUMBER_LENGTH),
  start: z.string(),
  expiry: z.string(),
});
type FirstStep = z.infer<typeof FirstStep>;

/** Adds a certification in two steps: first the certification and one of its dates, then its cycle, which can be corrected. */
export const add: Command = {
  name: 'add',
  role: 'member',
  writes: 'on-submit',
  async run(context) {
    const { request } = context;

    if (request.answers === undefined) return open(context);
    if (request.state === undefined) return propose(context, request.answers);
    return save(context, request.answers, request.state);
  },
};

function open({ request, data: { catalogue } }: Context): Reply {
  const { words, today, person } = request;
  const { text, dates } = readLine(request.args.text ?? '', today, person.locale ?? 'en-GB');
  const named = catalogue.find(text);
  const chosen = named ?? (text === '' ? undefined : catalogue.nearest(text));
  const answers: Answers = { ...(chosen === undefined ? {} : { certification: chosen.code }), ...dates };
  if (text === '' || named !== undefined) return { kind: 'form', form: addForm({ words, chosen, answers }) };
  const errors = { certification: words.add.unknown(text, chosen?.short) };
  return { kind: 'form', form: addForm({ words, chosen, answers, errors }) };
}

/** Reads `cissp since 2025-01-01` or `pmp expires 1 May 2027`. */
function readLine(line: string, today: Day, locale: string): { text: string; dates: Answers } {
  const found = findDate(line, { today, locale });
  if (found === undefined) return { text: line, dates: {} };
  const before = line.slice(0, found.index).trim();
  const [word = ''] = /\b(?:since|from|on|until|till|to|expir\w*|valid until)$/iu.exec(before) ?? [];
  const text = before.slice(0, before.length - word.length).trim();
  return { text, dates: /^(?:until|till|to|expir|valid)/iu.test(word) ? { expiry: found.day } : { start: found.day } };
}

async function propose(context: Context, answers: Answers): Promise<Reply> {
  const { request, data } = context;
  const { words, today } = request;
  const { catalogue } = data;
  const typed = answerOf(answers, 'certification');
  const chosen = catalogue.get(typed) ?? catalogue.find(typed);
  const errors = new FormErrors(readForm(addForm({ words }).parts, answers), words);
  const start = readDateField('start', { answers, errors }, context);
  const expiry = readDateField('expiry', { answers, errors }, context);
  if (start !== undefined && start > today) errors.add('start', words.add.startInFuture(start));
  if (start !== undefined && expiry !== undefined && expiry < start)
    errors.add('expiry', words.add.expiryBeforeStart(start));
  if (typed !== '' && chosen === undefined) {
    errors.add('certification', words.add.unknown(typed, catalogue.nearest(typed)?.short));
  }
  if (chosen !== undefined && (await alreadyHolds(context, chosen)))
    errors.add('certification', words.add.twice(chosen.short));
  const number = answerOf(answers, 'number');
  if (chosen?.renewal.kind === 'never-expires' && !errors.any) {
    return saveHolding(context, chosen, { number, start, cycle: undefined });
  }
  const cycle =
    chosen === undefined || chosen.renewal.kind === 'never-expires'
      ? undefined
      : proposeCycle(chosen.renewal, { start, expiry }, today);
  if (chosen !== undefined && cycle === undefined && !errors.any) {
    const { field, text } = missingDateError(chosen, start, words);
    errors.add(field, text);
  }
  if (chosen === undefined || cycle === undefined || errors.any) {
    return { kind: 'form', form: addForm({ words, chosen, answers, errors: errors.toObject() }) };
  }
  const state = JSON.stringify({ certification: chosen.code, number, start: start ?? '', expiry: expiry ?? '' });
  const proposed = { cycleStart: cycle.start, cycleEnd: cycle.end };
  return { kind: 'form', form: confirmForm({ certification: chosen, state, answers: proposed }, context) };
}

async function save(context: Context, answers: Answers, state: string): Promise<Reply> {
  const { request, data } = context;
  const { words, today } = request;
  const { catalogue } = data;
  const firstStep = parseFirstStep(state);
  const certification = firstStep && catalogue.get(firstStep.certification);
  if (firstStep === undefined || certification === undefined || certification.renewal.kind === 'never-expires') {
    return open(context);
  }
  const form = confirmForm({ certification, state, answers }, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('cycleStart', { answers, errors }, context);
  const end = readDateField('cycleEnd', { answers, errors }, context);
  if (start !== undefined && end !== undefined) checkCycleDates({ start, end }, words, errors);
  if (await alreadyHolds(context, certification)) errors.add('cycleStart', words.add.twice(certification.short));
  if (errors.any || start === undefined || end === undefined) {
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  }
  const certifiedOn = parseDay(firstStep.start);
  const isEarlier = certifiedOn !== undefined && certifiedOn <= today;
  return saveHolding(context, certification, {
    number: firstStep.number,
    start: isEarlier ? certifiedOn : undefined,
    cycle: { start, end },
  });
}

interface NewHolding {
  readonly number: string;
  readonly start: Day | undefined;
  readonly cycle: DateRange | undefined;
}

async function saveHolding(
  context: Context,
  certification: Certification,
  { number, start, cycle }: NewHolding,
): Promise<Reply> {
  const { request, data } = context;
  const { person, now, words } = request;
  const holding = { personId: person.personId, certification: certification.code, number, certifiedOn: start, cycle };
  const added = await data.holdings.add(holding, now);
  if (added === undefined) throw new Refusal(words.add.twice(certification.short));
  return { kind: 'card', to: 'sender', card: addedCard({ certification, number, cycle }, words) };
}

async function alreadyHolds(context: Context, { code }: Certification): Promise<boolean> {
  return (await findHoldings(context.request.person, context.data)).some(
    (holding) => holding.certification.code === code,
  );
}

function confirmForm(
  {
    certification,
    state,
    answers,
  }: { readonly certification: Certification; readonly state: string; readonly answers: Answers },
  { request: { words, today } }: Context,
) {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') throw new Error(`${certification.code} has no cycle to confirm.`);
  const { anchor } = renewal.cycle;
  const months = monthsOf(renewal.cycle, parseDay(String(answers.cycleStart)) ?? today);
  const rule = words.add.rule(anchor?.value, months);
  return confirmCycleForm({ words, certification, rule, state, answers });
}

/** Returns the error for dates from which no cycle follows, with the field it belongs to. */
function missingDateError({ short, renewal }: Certification, start: Day | undefined, { add: phrases }: Words) {
  const anchor = renewal.kind === 'never-expires' ? undefined : renewal.cycle.anchor?.value;
  if (start !== undefined) return { field: 'expiry', text: phrases.needsExpiry(anchor, short) };
  return { field: 'start', text: anchor === undefined ? phrases.needsBoth(short) : phrases.needsDate };
}

function parseFirstStep(state: string): FirstStep | undefined {
  try {
    return FirstStep.parse(JSON.parse(state));
  } catch {
    return undefined;
  }
}
