import { z } from 'zod';
import { type Answers, answerOf } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { countCharacters, readForm } from '../../chat/read-form.ts';
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

/** What the second step remembers of the first; checked again when it comes back. */
const Chosen = z.object({
  certification: z.string(),
  number: z.string().refine((number) => countCharacters(number) <= MAX_NUMBER_LENGTH),
  start: z.string(),
  expiry: z.string(),
});
type Chosen = z.infer<typeof Chosen>;

/** Adds a certification in two steps: which one and one of its dates; then the cycle that follows, to be corrected. */
export const add: Command = {
  name: 'add',
  role: 'member',
  writes: 'on-submit',
  async run(request, data, effects) {
    const context = { request, data, effects };

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
  const cycle = chosen && cycleFor(chosen, { start, expiry }, today);
  if (chosen !== undefined && cycle === undefined && !errors.any) addDateError(chosen, start, words, errors);
  if (chosen === undefined || cycle === undefined || errors.any) {
    return { kind: 'form', form: addForm({ words, chosen, answers, errors: errors.toObject() }) };
  }
  const state = JSON.stringify({ certification: chosen.code, number, start: start ?? '', expiry: expiry ?? '' });
  return { kind: 'form', form: confirmForm(context, chosen, state, { cycleStart: cycle.start, cycleEnd: cycle.end }) };
}

async function save(context: Context, answers: Answers, state: string): Promise<Reply> {
  const { request, data } = context;
  const { words, today } = request;
  const { catalogue } = data;
  const remembered = rememberedIn(state);
  const certification = remembered && catalogue.get(remembered.certification);
  if (remembered === undefined || certification === undefined || certification.renewal.kind === 'never-expires') {
    return open(context);
  }
  const form = confirmForm(context, certification, state, answers);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('cycleStart', { answers, errors }, context);
  const end = readDateField('cycleEnd', { answers, errors }, context);
  if (start !== undefined && end !== undefined) checkCycleDates({ start, end }, words, errors);
  if (await alreadyHolds(context, certification)) errors.add('cycleStart', words.add.twice(certification.short));
  if (errors.any || start === undefined || end === undefined) {
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  }
  const certifiedOn = parseDay(remembered.start);
  const isEarlier = certifiedOn !== undefined && certifiedOn <= today;
  return saveHolding(context, certification, {
    number: remembered.number,
    start: isEarlier ? certifiedOn : undefined,
    cycle: { start, end },
  });
}

interface NewHolding {
  readonly number: string;
  readonly start: Day | undefined;
  readonly cycle: DateRange | undefined;
}

async function saveHolding(context: Context, certification: Certification, stored: NewHolding): Promise<Reply> {
  const { request, data } = context;
  const { person, now, words } = request;
  const { number, start, cycle } = stored;
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

function cycleFor(
  { renewal }: Certification,
  dates: { start?: Day | undefined; expiry?: Day | undefined },
  today: Day,
) {
  return renewal.kind === 'never-expires' ? undefined : proposeCycle(renewal, dates, today);
}

function confirmForm(
  { request: { words, today } }: Context,
  certification: Certification,
  state: string,
  answers: Answers,
) {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') throw new Error(`${certification.code} has no cycle to confirm.`);
  const { anchor } = renewal.cycle;
  const months = monthsOf(renewal.cycle, parseDay(String(answers.cycleStart)) ?? today);
  const rule = words.add.rule(anchor?.value, months);
  return confirmCycleForm({ words, certification, rule, state, answers });
}

function addDateError(
  { short, renewal }: Certification,
  start: Day | undefined,
  words: Words,
  errors: FormErrors,
): void {
  const anchor = renewal.kind === 'never-expires' ? undefined : renewal.cycle.anchor?.value;
  if (start === undefined) errors.add('start', anchor === undefined ? words.add.needsBoth(short) : words.add.needsDate);
  else errors.add('expiry', words.add.needsExpiry(anchor, short));
}

function rememberedIn(state: string): Chosen | undefined {
  try {
    return Chosen.parse(JSON.parse(state));
  } catch {
    return undefined;
  }
}
