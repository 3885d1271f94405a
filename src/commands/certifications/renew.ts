import type { Card } from '../../chat/card.ts';
import type { Answers, Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
import { addDays, type DateRange } from '../../domain/calendar.ts';
import { carriedOver } from '../../domain/carry-over.ts';
import type { Part } from '../../domain/holding.ts';
import { renewedCycle } from '../../domain/renewal.ts';
import { standingOf } from '../../domain/standing.ts';
import { termsOf } from '../../domain/terms.ts';
import { checkCycleDates } from '../../services/certifications/check-cycle-dates.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import type { MemberHolding, StoredCycle } from '../../services/certifications/member-holding.ts';
import { readDateField } from '../../services/certifications/read-date-field.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { renewedCard, renewForm } from '../../views/certifications/renew-form.ts';
import { headlineOf } from '../../views/pace-words.ts';
import type { Command, Context } from '../command.ts';

/** So many days before the end of a cycle it can be renewed at the earliest. */
const EARLIEST_DAYS = 180;

/** Opens the next cycle of a certification, carries over what the body allows, and says what it did. */
export const renew: Command = {
  name: 'renew',
  role: 'member',
  writes: 'on-submit',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { words } = request;
    const text = request.state ?? request.args.text ?? '';
    if (text === '') throw new Refusal(words.renew.which);
    const holdings = await findHoldings(request.person, data);
    const { cycle, ...holding } = findHoldingOrRefuse(text, holdings, context);
    if (cycle === undefined) throw new Refusal(words.renew.neverExpires(holding.certification.short));
    const renewable = { ...holding, cycle };
    if (request.args.undo !== undefined) return undoRenewal(renewable, request.args.undo, context);
    checkTime(renewable, context);
    const next = renewedCycle(holding.certification, cycle.cycle, request.today);
    const proposed: Answers = next === undefined ? {} : { cycleStart: next.start, cycleEnd: next.end };
    if (request.answers === undefined) return { kind: 'form', form: formFor(renewable, proposed, context) };
    return save(renewable, holdings, request.answers, context);
  },
};

type Renewable = Omit<MemberHolding, 'cycle'> & { readonly cycle: StoredCycle };

function checkTime({ certification, cycle }: Renewable, { request: { today, words } }: Context): void {
  if (today < addDays(cycle.cycle.end, -EARLIEST_DAYS))
    throw new Refusal(words.renew.tooEarly(certification.short, cycle.cycle.end));
}

function formFor(holding: Renewable, answers: Answers, context: Context): Form {
  const { request, data } = context;
  const { words, today } = request;
  const standing = standingOf(holding, today, data.workspace.tolerance);
  const isMet = standing.kind !== 'credits' || standing.binding?.status === 'met' || standing.unbound === 'met';
  const notes = [
    words.renew.intro(holding.certification.short, words.span(holding.cycle.cycle.start, holding.cycle.cycle.end)),
    ...(isMet ? [] : [words.renew.notMet(headlineOf(standing, words, today))]),
    ...carriedText(holding, context),
  ];
  return renewForm({ words, certification: holding.certification, notes, answers });
}

function carriedText(holding: Renewable, { request: { words } }: Context): readonly string[] {
  const { renewal } = holding.certification;
  const parts = carried(holding);
  if (renewal.kind !== 'credits') return [];
  if (parts.length === 0) return [words.renew.carriesNothing];
  const name = (code: string) => renewal.categories.find((category) => category.code === code)?.name;
  const stated = parts.map(({ category, credits }) => {
    const amount = words.credits(credits, renewal.unit);
    return name(category) === undefined ? amount : `${amount} (${name(category)})`;
  });
  return [words.renew.carries(words.list(stated))];
}

function carried({ certification, cycle, entries }: Renewable): readonly Part[] {
  const { renewal } = certification;
  return renewal.kind === 'credits' ? carriedOver(termsOf(renewal, cycle, cycle.cycle.end), entries) : [];
}

async function save(
  holding: Renewable,
  all: readonly MemberHolding[],
  answers: Answers,
  context: Context,
): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  const form = formFor(holding, answers, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('cycleStart', { answers, errors }, context);
  const end = readDateField('cycleEnd', { answers, errors }, context);
  if (start !== undefined && end !== undefined) {
    checkCycleDates({ start, end }, words, errors);
    if (start <= holding.cycle.cycle.start)
      errors.add('cycleStart', words.shape.endBeforeStart(holding.cycle.cycle.start));
  }
  if (errors.any || start === undefined || end === undefined)
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const cycle = { start, end };
  await open(holding, cycle, context);
  const lower = all.filter(({ certification }) =>
    holding.certification.sharing.renews?.value.includes(certification.code),
  );
  const renewed: MemberHolding[] = [];
  for (const one of lower) {
    if (one.cycle === undefined || one.cycle.cycle.end < context.request.today || one.cycle.cycle.end >= end) continue;
    await data.holdings.addCycle(
      one.holdingId,
      { start: addDays(one.cycle.cycle.end, 1), end },
      { conditions: one.cycle.conditions ?? {} },
    );
    renewed.push(one);
  }
  return answer(holding, cycle, renewed, context);
}

async function open(holding: Renewable, cycle: DateRange, { data }: Context): Promise<void> {
  const stated = { conditions: holding.cycle.conditions ?? {}, carryOver: carried(holding) };
  await data.holdings.addCycle(holding.holdingId, cycle, stated);
}

function answer(holding: Renewable, cycle: DateRange, renewed: readonly MemberHolding[], context: Context): Reply {
  const { request } = context;
  const { words } = request;
  const notes = [
    ...carriedText(holding, context),
    ...(renewed.length === 0
      ? []
      : [words.renew.alsoRenewed(words.list(renewed.map(({ certification }) => certification.short)))]),
  ];
  const card: Card = renewedCard({ words, certification: holding.certification, cycle, notes });
  return { kind: 'card', to: 'sender', card };
}

async function undoRenewal(
  { certification, holdingId, cycle, cycles }: Renewable,
  start: string,
  { request: { words }, data }: Context,
): Promise<Reply> {
  const isLatest = cycles.length > 1 && cycle.cycle.start === start;
  if (!isLatest || !(await data.holdings.removeCycle(holdingId, cycle.cycleId)))
    throw new Refusal(words.renew.cannotUndo);
  const before = cycles.at(-2)?.cycle ?? cycle.cycle;
  const blocks = [{ kind: 'text', text: words.span(before.start, before.end) } as const];
  return { kind: 'card', to: 'sender', card: { title: words.renew.undone(certification.short), blocks } };
}
